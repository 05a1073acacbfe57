"""People: a figure 1000 units tall, crown near y=30 and soles at y=1000, from a look and a pose."""

from collections.abc import Callable

from tests.sandbox.painter import clothes, face, hair, limbs
from tests.sandbox.painter.look import Look
from tests.sandbox.painter.palette import darker, luma
from tests.sandbox.painter.pen import Point, circle, ellipse, moved, path, stroke
from tests.sandbox.painter.poses import Pose

# Given the hand's place and turn, draws what the hand holds.
Held = Callable[[Point, float], str]


def person(look: Look, pose: Pose, key: str, held: Held | None = None, facing: str = "front") -> str:
    """`key` keeps clip paths apart when several figures share one picture."""
    back = hair.behind(look.hair_style, look.hair) if look.hat != "hijab" else ""
    head = _head(look, pose, facing)
    neck = path("M-34 262 L-40 316 C-20 338 20 338 40 316 L34 262Z", darker(look.skin, 0.16))
    lower = _legs(look, pose)
    body = clothes.torso(look, key)
    item, arms = _arms(look, pose, held)
    tilted = moved(moved(head, 0, -282), 0, 282, 1.0, pose.tilt)
    behind = moved(moved(back, 0, -282), 0, 282, 1.0, pose.tilt)
    hood = path("M-96 330 C-110 260 -70 236 0 236 C70 236 110 260 96 330Z", darker(look.top_color, 0.25))
    hood = hood if look.top in ("hoodie", "raincoat") else ""
    whole = behind + lower + hood + neck + body + item + tilted + arms
    if pose.lean:
        whole = moved(moved(whole, 0, -960), 0, 960, 1.0, pose.lean)
    return moved(whole, 0, -pose.lift) if pose.lift else whole


def _head(look: Look, pose: Pose, facing: str) -> str:
    if look.hat == "hijab":
        return _hijab(look, pose)
    if facing == "back":
        drawn = face.head(look) + path(
            "M-104 170 C-128 20 128 20 104 170 C108 240 60 270 0 270 C-60 270 -108 240 -104 170Z", look.hair
        )
        return drawn + hair.over("crop", look.hair) if look.hair_style != "bald" else face.head(look)
    drawn = face.head(look) + face.features(look, pose.mood, pose.gaze)
    capped = look.hat in ("beanie", "cap", "helmet", "chef", "hat", "straw")
    front = hair.over(
        "crop" if capped and look.hair_style in ("afro", "curly", "spiky", "quiff") else look.hair_style, look.hair
    )
    return drawn + front + face.hat(look)


def _hijab(look: Look, pose: Pose) -> str:
    cloth = look.hat_color
    back = path(
        "M-124 190 C-140 10 140 10 124 190 C130 290 120 350 60 372 "
        "C20 384 -20 384 -60 372 C-120 350 -130 290 -124 190Z",
        cloth,
    )
    fold = stroke("M-96 232 C-80 300 -20 330 70 316 M-60 352 C0 350 60 330 96 280", darker(cloth, 0.18), 7)
    veil = path("M-124 190 C-140 10 140 10 124 190 C118 130 84 84 0 84 C-84 84 -118 130 -124 190Z", cloth)
    oval = ellipse(0, 182, 88, 102, look.skin)
    return back + fold + oval + face.features(look, pose.mood, pose.gaze) + veil


def _legs(look: Look, pose: Pose) -> str:
    if pose.seat:
        return limbs.seat_legs(look.bottom_color, look.skin, look.shoes, look.bottom)
    kind = "skirt" if look.top == "dress" else look.bottom
    parts = ""
    for index, side in ((0, -1), (1, 1)):
        foot = pose.feet[index]
        ankle = (foot[0], foot[1] - 12)
        parts += limbs.leg((side * 52, 606), ankle, pose.knees[index], look.bottom_color, look.skin, kind)
        parts += limbs.shoe(foot, look.shoes, side if not pose.lean else 1)
    if kind == "skirt" and look.top != "dress":
        parts += path("M-102 590 L-146 782 C-70 806 70 806 146 782 L102 590Z", look.bottom_color)
        parts += stroke("M-50 640 L-66 786 M10 640 L14 792 M56 640 L76 786", darker(look.bottom_color, 0.2), 6)
    return parts


def _arms(look: Look, pose: Pose, held: Held | None) -> tuple[str, str]:
    """What is held, then arms and hands over it."""
    short = look.top in clothes.SHORT_SLEEVES
    sleeve = darker(look.top_color, 0.06) if luma(look.top_color) > 0.2 else look.top_color
    item, arms, places = "", "", []
    if pose.left_hand == "none":
        return "", limbs.crossed_arms(sleeve, look.skin, short)
    for side, goal, kind in ((-1, pose.left, pose.left_hand), (1, pose.right, pose.right_hand)):
        drawn, hand, turn = limbs.arm((side * 108, 352), goal, sleeve, look.skin, short)
        fingers = limbs.hand(kind, hand, turn, look.skin, side)
        arms += fingers + drawn if kind == "open" else drawn + fingers
        places.append((hand, turn))
    if held:
        item = held(*places[1])
    return ("", item + arms) if pose.held in ("mug", "phone", "book", "sign", "pitcher") else (item, arms)


def shadow(width: float = 190) -> str:
    return ellipse(0, 992, width, 22, "#2a2148", opacity=0.2) + circle(0, 0, 0, "none")
