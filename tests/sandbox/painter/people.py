"""Where people, animals and things stand, and what people hold."""

from dataclasses import replace

from tests.sandbox.painter import animals, figure
from tests.sandbox.painter.arranging import beside, place_robot, robot_color
from tests.sandbox.painter.brief import Brief
from tests.sandbox.painter.describe import contrasting
from tests.sandbox.painter.holding import held_kind, in_hand
from tests.sandbox.painter.look import Look
from tests.sandbox.painter.objects import drawn
from tests.sandbox.painter.palette import darker, lighter, mix
from tests.sandbox.painter.pen import moved, rect
from tests.sandbox.painter.poses import POSES
from tests.sandbox.painter.stage import Stage

SIZES = {"wide": 0.5, "full": 0.76, "": 0.86, "medium": 1.3, "portrait": 1.55, "close": 2.1, "above": 0.66}
SUPPORTING = ("wave", "hips", "stand", "crossed", "cheer")
BEHIND_COUNTER = ("machine", "pour", "type", "work")
FRAMED = ("medium", "portrait", "close")


def place(stage: Stage, brief: Brief) -> None:
    cast = list(brief.cast)
    robots = [s for s in brief.subjects if s.kind == "robot" for _ in range(min(3, s.count))]
    behind = brief.action in BEHIND_COUNTER and brief.setting in (
        "cafe",
        "shop",
        "office",
        "kitchen",
        "room",
        "",
        "library",
        "studio",
    )
    crowd = len(cast) + len(robots)
    size = _size(stage, brief, crowd, behind)
    base = _base(stage, brief, size, behind)
    spots = _spots(stage, brief, crowd, size, behind)
    if behind:
        _machine(stage, brief, spots[0], size)
    for index, look in enumerate(cast):
        _stand(stage, brief, look, index, spots[index], base, size)
    for index, subject in enumerate(robots):
        color = subject.color or stage.tints.get("robot") or robot_color(brief.seed // 7, index)
        x = spots[len(cast) + index]
        place_robot(
            stage, color, "wave" if brief.action not in ("cheer", "jump", "dance") else "cheer", x, base, size * 0.9
        )
    if behind:
        _counter(stage, brief, spots[0], size)
    others = [s for s in brief.subjects if s.kind not in ("robot", "machine") and s.kind != held_kind(brief)]
    if brief.camera != "close":
        beside(stage, brief, [s for s in others for _ in range(min(4, s.count))], size)


def _size(stage: Stage, brief: Brief, crowd: int, behind: bool) -> float:
    camera = "full" if brief.layout == "poster" and brief.texts and not brief.camera else brief.camera
    size = SIZES.get(camera, 0.86) * min(stage.h, 1.15 * stage.w) / 1000
    if behind and camera not in FRAMED:
        size = 0.98 * min(stage.h, 1.1 * stage.w) / 1000
    return min(size, stage.w * 0.96 / (370 * crowd)) if crowd > 1 else size


def _base(stage: Stage, brief: Brief, size: float, behind: bool) -> float:
    """The y of the soles; when framed closely they lie below the picture and the head decides."""
    if brief.camera in FRAMED:
        crown = {"medium": 0.14, "portrait": 0.16, "close": 0.12}[brief.camera]
        return stage.h * crown + 960 * size
    if behind:
        return stage.h * 0.74 + 1000 * size * 0.4
    tall_hat = 80 if any(look.hat in ("chef", "crown") for look in brief.cast) else 0
    return max(stage.floor, (1040 + tall_hat) * size)


def _spots(stage: Stage, brief: Brief, crowd: int, size: float, behind: bool) -> list[float]:
    if behind and brief.action == "machine" and crowd > 1:
        return [stage.w * 0.46, *(stage.w * (0.13 - 0.3 * i) for i in range(crowd - 1))]
    if crowd == 1:
        x = 0.4 if behind and brief.action == "machine" else (0.5, 0.44, 0.56)[brief.seed % 3]
        if stage.w > 1.6 * stage.h:
            x = 0.62 if brief.texts else x
        return [stage.w * x]
    gap = min(stage.w / crowd, 420 * size)
    start = stage.w / 2 - gap * (crowd - 1) / 2
    return [start + gap * i for i in range(crowd)]


def _stand(stage: Stage, brief: Brief, look: Look, index: int, x: float, base: float, size: float) -> None:
    action = brief.action if index == 0 else SUPPORTING[(index + brief.seed) % 5]
    if brief.action in ("cheer", "jump", "dance", "run", "walk", "sit") and index:
        action = brief.action
    if look.species:
        _creature(stage, look, action, x, base, size)
        return
    pose = POSES.get(action or "stand", POSES["stand"])
    if not action and index == 0:
        pose = POSES[("stand", "hips", "wave", "stand")[brief.seed % 4]]
    if brief.mood and index == 0:
        pose = replace(pose, mood=brief.mood)
    if pose.held and held_kind(brief) == "balloon":
        pose = replace(pose, right=(214, 424))  # or it would float before the face
    if index % 2:
        pose = replace(pose, tilt=-pose.tilt, gaze=-pose.gaze)
    scale = size * (0.74 if look.age == "child" else 1.0)
    dressed = contrasting(look, stage.tone.wall)
    held = in_hand(stage, brief, pose) if index == 0 else None
    y = base - 1000 * scale
    if pose.seat and index == 0:
        _seat(stage, brief, base, size)
    stage.front.append(
        moved(
            (figure.shadow() if brief.camera not in FRAMED else "") + figure.person(dressed, pose, f"p{index}", held),
            x,
            y,
            scale,
        )
    )
    if pose.held == "sign" and index == 0:
        stage.mark("sign-held", (x - 184 * scale, y + 456 * scale, x + 184 * scale, y + 630 * scale))
    stage.mark(f"person{index}", (x - 160 * scale, y, x + 160 * scale, base))


def _creature(stage: Stage, look: Look, action: str, x: float, base: float, size: float) -> None:
    """A character that is no human: it takes the same place."""
    if look.species == "robot":
        place_robot(stage, look.top_color or robot_color(0, 0), action or "wave", x, base, size * 0.96)
        return
    tall = animals.height(look.species)
    scale = min(1.3 * size, 720 * size / tall * 1.1)
    y = min(base, stage.h - 30) if base > stage.h * 1.2 else base
    stage.put_animal(look.species, x, y, scale, look.top_color or None, action)


def _seat(stage: Stage, brief: Brief, base: float, size: float) -> None:
    """One seat for everybody: a bench under the sky, a sofa indoors."""
    kind, scale = ("sofa", 1.42) if stage.roofed else ("bench", 1.95)
    wide = max(1.0, 0.5 + 0.5 * len(brief.cast))
    seat = moved(drawn(kind, stage.tints.get(kind, stage.tone.second if kind == "sofa" else None)), 0, 0, scale * size)
    stage.front.append(f'<g transform="translate({stage.w / 2:.0f} {base - 8:.0f}) scale({wide:.2f} 1)">{seat}</g>')


def _counter(stage: Stage, brief: Brief, x: float, size: float) -> None:
    """A counter or desk in front of the person, with the machine or the laptop on it."""
    t, top = stage.tone, stage.h * 0.74
    office = brief.action in ("type", "work")
    front = mix(t.wood, t.cream, 0.35) if office else mix(t.deep, t.second, 0.35)
    stage.front.append(rect(0, top, stage.w, stage.h - top, front))
    if office:
        stage.front.append(rect(0, top + 40, stage.w, stage.h - top, darker(front, 0.25)))
    else:
        stage.front.append(
            "".join(
                rect(px + 14, top + 66, 152, stage.h - top - 86, lighter(front, 0.12), 12)
                for px in range(-30, int(stage.w), 180)
            )
        )
    stage.front.append(
        rect(0, top - 14, stage.w, 46, t.wood)
        + rect(0, top - 14, stage.w, 12, lighter(t.wood, 0.3))
        + rect(0, top + 32, stage.w, 12, "#2a2148", opacity=0.2)
    )
    if office:
        color = next((s.color for s in brief.subjects if s.kind == "laptop"), None)
        stage.put("laptop", x + 10 * size, top + 6, 1.25 * size, color, front=True)
        stage.put("mug", x + 290 * size, top + 6, size, None, front=True)
        return
    stage.put("mug", x - 310 * size, top + 4, 0.86 * size, t.second, front=True)
    stage.put("mug", x - 205 * size, top + 8, 0.86 * size, "#f2c14e", front=True)


def _machine(stage: Stage, brief: Brief, x: float, size: float) -> None:
    """Drawn before the person, whose hand is on it."""
    if brief.action == "machine" or "machine" in [s.kind for s in brief.subjects]:
        color = next((s.color for s in brief.subjects if s.kind == "machine"), None) or stage.tone.accent
        stage.put(
            "machine", min(stage.w - 190 * size, x + 352 * size), stage.h * 0.74 + 4, 1.16 * size, color, front=True
        )
