"""Where animals, robots and things stand: beside people, alone as heroes, or on a table."""

from dataclasses import replace

from tests.sandbox.painter import animals, figure, robot
from tests.sandbox.painter.brief import Brief, Subject
from tests.sandbox.painter.objects import THINGS
from tests.sandbox.painter.palette import darker, lighter
from tests.sandbox.painter.pen import ellipse, moved, rect
from tests.sandbox.painter.poses import POSES
from tests.sandbox.painter.stage import Stage

_ROBOT_COLORS = ("#6fb1c9", "#e8843c", "#8d75c0", "#f2c14e", "#e86d7a", "#57a173")


def robot_color(seed: int, index: int) -> str:
    return _ROBOT_COLORS[(seed + index) % len(_ROBOT_COLORS)]


def place_robot(stage: Stage, color: str, action: str, x: float, base: float, size: float) -> None:
    y = base - 1000 * size
    stage.front.append(moved(figure.shadow() + robot.robot(color, POSES.get(action, POSES["wave"])), x, y, size))
    stage.mark("robot", (x - 180 * size, y, x + 180 * size, base))


def beside(stage: Stage, brief: Brief, subjects: list[Subject], size: float) -> None:
    """Animals and things next to the people: nearest the middle first, left and right in turn."""
    xs = (0.79, 0.2, 0.92, 0.08, 0.68, 0.32)
    for index, subject in enumerate(subjects[:6]):
        lone(stage, subject, stage.w * xs[index], min(stage.h - 26, stage.floor + 24 + 10 * (index % 2)), 0.42, size)


def lone(stage: Stage, subject: Subject, x: float, y: float, share: float, size: float = 0.8) -> None:
    """One animal or thing, at most `share` of the picture's height, where its kind belongs."""
    limit = share * min(stage.h, stage.w * 1.2)
    if subject.family == "animal":
        tall = animals.height(subject.kind)
        high = {"flying": 0.3, "butterfly": 0.45, "bee": 0.4, "fish": 0.5, "whale": 0.4}.get(subject.kind)
        stage.put_animal(
            subject.kind,
            x,
            stage.h * high if high else y,
            min(limit / tall, size * 0.95),
            subject.color,
            "sit",
            flip=x < stage.w / 2,
            grounded=high is None,
        )
        return
    if subject.family == "robot":
        place_robot(stage, subject.color or robot_color(stage.seed, 0), "wave", x, y, limit / 1000 * 1.2)
        return
    thing = THINGS[subject.kind]
    scale = min(limit / thing.height, stage.w * 0.36 / thing.width, size * 1.15)
    if thing.place == "sky":
        stage.put(subject.kind, x, stage.h * 0.42, min(scale, 0.34 * stage.h / thing.height), subject.color)
    elif thing.place == "wall":
        stage.put(subject.kind, x, stage.h * 0.5, min(scale, 0.3 * stage.h / thing.height), subject.color)
    elif thing.place == "table":
        stage.put("table", x, y, 0.56 * size, stage.tone.wood, front=True, grounded=True)
        stage.put(subject.kind, x, y - 328 * 0.56 * size, min(scale, 0.9), subject.color, front=True)
    else:
        stage.put(subject.kind, x, y, scale, subject.color, front=True, grounded=True)


def heroes(stage: Stage, brief: Brief, subjects: list[Subject]) -> None:
    """Animals, robots or large things alone in the picture; the seed moves and turns them a little."""
    count = len(subjects[:6])
    zoom = {"close": 1.55, "portrait": 1.4, "wide": 0.62}.get(brief.camera, 1.0)
    if brief.layout == "poster" and brief.texts:
        zoom *= 0.8  # the headline takes the top
    aside = (0.0, -0.05, 0.05)[brief.seed % 3] if count == 1 else 0.0
    several = (stage.tone.accent, "#f2c14e", lighter(stage.tone.deep, 0.25), stage.tone.second)
    for index, subject in enumerate(subjects[:6]):
        x = stage.w * ((index + 0.5) / count + aside)
        room = min(stage.w / count * 0.9, stage.w * 0.72)
        if subject.family == "animal":
            _animal(stage, brief, subject, x, room, zoom, (index + brief.seed // 3) % 2 == 1)
        elif subject.family == "robot":
            scale = min(0.8 * stage.h * zoom / 1000, room / 420)
            color = subject.color or robot_color(brief.seed, index)
            action = brief.action or ("wave", "stand", "hold")[(index + brief.seed) % 3]
            place_robot(stage, color, action, x, max(stage.floor, 1010 * scale), scale)
        else:
            varied = subject.color is None and subject.count > 1
            _big(stage, replace(subject, color=several[index % 4]) if varied else subject, x, room, zoom)


def _animal(stage: Stage, brief: Brief, subject: Subject, x: float, room: float, zoom: float, flip: bool) -> None:
    tall = animals.height(subject.kind)
    scale = min(0.56 * stage.h * zoom / tall, room / (tall * 0.8))
    high = {"flying": 0.5, "butterfly": 0.6, "bee": 0.6, "fish": 0.62, "whale": 0.7}.get(subject.kind)
    y = stage.h * high if high else stage.floor + (zoom - 1) * 0.3 * stage.h
    stage.put_animal(subject.kind, x, y, scale, subject.color, brief.action, flip=flip, grounded=high is None)


def _big(stage: Stage, subject: Subject, x: float, room: float, zoom: float) -> None:
    thing = THINGS[subject.kind]
    share = 0.78 if thing.height > 800 else 0.56
    scale = min(share * stage.h * zoom / thing.height, room / thing.width)
    high = {"sky": 0.72, "wall": 0.74, "water": 0.72}.get(thing.place)
    if thing.place == "sky":
        high = min(0.88, 0.5 + thing.height * scale / stage.h / 2 + (0.1 if zoom < 1 else 0))
    stage.put(
        subject.kind,
        x,
        stage.h * high if high else stage.floor,
        scale,
        subject.color,
        front=True,
        grounded=high is None,
    )


def table_scene(stage: Stage, brief: Brief, subjects: list[Subject]) -> None:
    """Small things on a table top, seen close: the product picture."""
    top, t = stage.h * 0.72, stage.tone
    wood = t.cream if brief.setting == "studio" else t.wood
    stage.front.append(rect(0, top, stage.w, stage.h - top, wood) + rect(0, top, stage.w, 14, lighter(wood, 0.4)))
    stage.front.append(
        ellipse(stage.w / 2, top + (stage.h - top) * 0.45, stage.w * 0.38, 70, darker(wood, 0.1), opacity=0.6)
    )
    count = len(subjects[:5])
    zoom = {"close": 1.3, "wide": 0.7}.get(brief.camera, 1.0)
    for index, subject in enumerate(subjects[:5]):
        thing = THINGS[subject.kind]
        scale = min(0.46 * stage.h * zoom / thing.height, stage.w * 0.72 / count / thing.width)
        x = stage.w * (0.5 + (index - (count - 1) / 2) * 0.82 / count)
        y = top + (stage.h - top) * (0.42 + 0.12 * (index % 2))
        stage.put(subject.kind, x, y, scale, subject.color, front=True, grounded=True)
