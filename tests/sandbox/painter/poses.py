# Tables: a row is a line.
# ruff: noqa: E501
"""How a figure stands: where its hands and feet are, what the face says, per action (data)."""

from dataclasses import dataclass

from tests.sandbox.painter.pen import Point


@dataclass(frozen=True)
class Pose:
    """Hands and feet in figure space (crown at y=30, soles at y=1000); hands are open, fist, thumb, grip or relaxed."""

    left: Point = (-150, 606)
    right: Point = (150, 606)
    left_hand: str = "relaxed"
    right_hand: str = "relaxed"
    feet: tuple[Point, Point] = ((-56, 968), (56, 968))
    knees: tuple[int, int] = (1, -1)
    lean: float = 0.0
    tilt: float = 0.0
    gaze: float = 6.0
    mood: str = "calm"
    lift: float = 0.0
    held: str = ""
    seat: bool = False


POSES: dict[str, Pose] = {
    "stand": Pose(mood="calm", tilt=-2),
    "thumbs_up": Pose(right=(196, 392), right_hand="thumb", left=(-104, 566), left_hand="fist", mood="happy", tilt=4),
    "wave": Pose(right=(226, 196), right_hand="open", mood="happy", tilt=5),
    "hips": Pose(left=(-96, 566), right=(96, 566), left_hand="fist", right_hand="fist", mood="happy", tilt=-3),
    "hold": Pose(right=(76, 486), right_hand="grip", left=(-150, 600), mood="happy", held="mug", tilt=-3),
    "drink": Pose(right=(58, 322), right_hand="grip", mood="joy", held="mug", tilt=5),
    "pour": Pose(right=(126, 414), right_hand="grip", left=(-44, 530), left_hand="grip", mood="calm", held="pitcher",
                 gaze=-2, tilt=4),
    "machine": Pose(right=(206, 478), right_hand="grip", left=(-96, 556), left_hand="fist", mood="happy", gaze=12, tilt=5),
    "read": Pose(left=(-78, 500), right=(78, 500), left_hand="grip", right_hand="grip", held="book", mood="calm", gaze=0),
    "phone": Pose(right=(96, 420), right_hand="grip", held="phone", gaze=9, mood="happy", tilt=4),
    "point": Pose(right=(252, 300), right_hand="point", left=(-98, 566), left_hand="fist", mood="happy", gaze=10, tilt=3),
    "cheer": Pose(left=(-208, 132), right=(208, 132), left_hand="open", right_hand="open", mood="joy", tilt=-3),
    "jump": Pose(left=(-214, 150), right=(214, 150), left_hand="open", right_hand="open", mood="joy",
                 feet=((-104, 944), (118, 850)), lift=96, tilt=-5),
    "run": Pose(left=(-150, 470), right=(168, 452), left_hand="fist", right_hand="fist", mood="happy", lean=7,
                feet=((-150, 800), (96, 930)), knees=(-1, -1), gaze=13, lift=20),
    "walk": Pose(left=(-136, 590), right=(128, 570), feet=((-100, 960), (84, 968)), mood="happy", lean=2, gaze=10),
    "think": Pose(right=(52, 306), right_hand="fist", left=(28, 560), left_hand="relaxed", gaze=-6, tilt=5),
    "crossed": Pose(left=(64, 470), right=(-64, 486), left_hand="none", right_hand="none", mood="happy", tilt=-3),
    "sit": Pose(left=(-84, 640), right=(84, 640), seat=True, mood="calm", tilt=-3),
    "sign": Pose(left=(-156, 470), right=(156, 470), left_hand="grip", right_hand="grip", held="sign", mood="happy"),
    "sing": Pose(right=(40, 330), right_hand="grip", left=(-206, 330), left_hand="open", held="mic", mood="joy", tilt=-6),
    "dance": Pose(left=(-204, 210), right=(196, 470), left_hand="open", right_hand="open", mood="joy", tilt=8,
                  feet=((-110, 950), (60, 968)), lean=-4),
    "serve": Pose(right=(206, 420), right_hand="palm", left=(-98, 566), left_hand="fist", held="tray", mood="happy", tilt=3),
    "umbrella": Pose(right=(112, 430), right_hand="grip", held="umbrella", mood="happy", tilt=-4),
    "guitar": Pose(left=(-150, 430), right=(70, 560), left_hand="grip", right_hand="fist", held="guitar", mood="joy", tilt=5),
    "paint": Pose(right=(196, 400), right_hand="grip", left=(-110, 540), left_hand="grip", held="brush", mood="calm", gaze=12),
    "surprise": Pose(left=(-150, 330), right=(150, 330), left_hand="open", right_hand="open", mood="surprised"),
    "sleep": Pose(mood="sleepy", tilt=10),
    "sad": Pose(mood="sad", tilt=6, gaze=-4),
    "hero": Pose(left=(-96, 566), right=(96, 566), left_hand="fist", right_hand="fist", mood="happy", tilt=-4, gaze=8),
    "work": Pose(left=(-74, 560), right=(74, 560), left_hand="fist", right_hand="fist", mood="calm", gaze=2),
    "type": Pose(left=(-74, 560), right=(74, 560), left_hand="fist", right_hand="fist", mood="happy", gaze=0, tilt=2),
}  # fmt: skip
