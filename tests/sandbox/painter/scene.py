"""Composition: a brief becomes a stage with everything in its place."""

from dataclasses import replace

from tests.sandbox.painter import arranging, elsewhere, indoors, layouts, outdoors, people, robot, townscapes
from tests.sandbox.painter.arranging import robot_color
from tests.sandbox.painter.brief import Brief
from tests.sandbox.painter.objects import THINGS
from tests.sandbox.painter.palette import TONES
from tests.sandbox.painter.pen import ellipse, moved
from tests.sandbox.painter.poses import POSES
from tests.sandbox.painter.stage import Stage

BACKDROPS = {
    "cafe": indoors.cafe,
    "shop": indoors.shop,
    "office": indoors.office,
    "kitchen": indoors.kitchen,
    "room": indoors.room,
    "library": indoors.library,
    "show": indoors.show,
    "studio": indoors.studio,
    "park": outdoors.park,
    "forest": outdoors.forest,
    "mountains": outdoors.mountains,
    "snow": outdoors.snow,
    "beach": outdoors.beach,
    "desert": outdoors.desert,
    "street": townscapes.street,
    "skyline": townscapes.skyline,
    "harbour": townscapes.harbour,
    "field": townscapes.field,
    "space": elsewhere.space,
    "clouds": elsewhere.clouds,
    "underwater": elsewhere.underwater,
    "dream": elsewhere.dream,
}
# Scenery of these kinds is no reason to leave out one that was asked for.
HEROES = (
    "mug",
    "poster",
    "boat",
    "rocket",
    "balloon",
    "planet",
    "cactus",
    "tree",
    "pine",
    "house",
    "bicycle",
    "umbrella",
    "computer",
    "plant",
)


def compose(brief: Brief, width: int, height: int, *, bare: bool = False) -> Stage:
    unit = 1000 / min(width, height)
    stage = Stage(
        width * unit, height * unit, TONES[brief.tone % len(TONES)], brief.light, brief.weather, brief.season,
        seed=brief.seed, without=brief.without, tints=dict(brief.tints),
    )  # fmt: skip
    if "wall" in stage.tints:
        stage.tone = replace(stage.tone, wall=stage.tints["wall"])
    if not bare:
        BACKDROPS.get(brief.setting, elsewhere.dream)(stage)
    if brief.layout == "poster" and brief.setting == "studio":
        layouts.sunburst(stage)
    scenery = tuple(stage.props)
    brief = replace(brief, subjects=tuple(s for s in brief.subjects if s.kind not in scenery or s.kind in HEROES))
    if brief.guests and brief.setting in ("cafe", "shop", "street", "park") and brief.camera != "close":
        _guests(stage)
    if brief.layout == "logo":
        layouts.emblem(stage, brief)
    elif brief.layout == "sheet" and brief.cast:
        layouts.turnaround(stage, brief.cast[0])
    elif brief.cast:
        people.place(stage, brief)
    else:
        _still(stage, brief)
    _extras(stage, brief)
    return stage


def _guests(stage: Stage) -> None:
    """Robots among the other customers, small and at the back."""
    for index, (x, scale) in enumerate(((0.16, 0.36), (0.87, 0.4))):
        color = robot_color(stage.seed, index * 2)
        pose = POSES[("hold", "wave")[index]]
        stage.add(ellipse(stage.w * x, stage.h * 0.8, 70, 10, "#2a2148", opacity=0.18))
        stage.add(moved(robot.robot(color, pose), stage.w * x, stage.h * 0.8 - 1000 * scale, scale))


def _still(stage: Stage, brief: Brief) -> None:
    """Nobody in the picture: its subjects are the heroes."""
    heroes = [
        s
        for s in brief.subjects
        for _ in range(min(s.count, 5))
        if s.family in ("animal", "robot") or THINGS[s.kind].place != "table"
    ]
    small = [
        s
        for s in brief.subjects
        for _ in range(min(s.count, 5))
        if s.family == "thing" and THINGS[s.kind].place == "table"
    ]
    if small and not heroes:
        arranging.table_scene(stage, brief, small)
        return
    arranging.heroes(stage, brief, heroes)
    arranging.beside(stage, brief, small, 0.8)


def _extras(stage: Stage, brief: Brief) -> None:
    """What edits added: in places of their own, so that nothing else moves."""
    slots = ((0.84, 0.0), (0.15, 0.0), (0.74, 0.03), (0.28, 0.03))
    for index, subject in enumerate(brief.extras[:4]):
        x, dy = slots[index]
        arranging.lone(stage, subject, stage.w * x, min(stage.h - 24, stage.floor + stage.h * (0.05 + dy)), 0.34)
