"""Things people ask for, each drawn standing on (0, 0) in figure units, with its size and where it belongs."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.sandbox.painter import furniture, vehicles
from tests.sandbox.painter import nature_things as nature
from tests.sandbox.painter import outdoor_things as out
from tests.sandbox.painter import table_things as table
from tests.sandbox.painter.palette import darker

Drawing = Callable[[str], str]


@dataclass(frozen=True)
class Thing:
    """`place`: table, floor, wall, sky or water; width and height in figure units."""

    draw: Drawing
    color: str
    width: float
    height: float
    place: str = "table"
    holdable: bool = False


THINGS: dict[str, Thing] = {
    "mug": Thing(table.mug, "#d8504a", 120, 110, "table", True),
    "latte": Thing(table.latte, "#f6f1e6", 190, 100, "table", True),
    "lamp": Thing(furniture.lamp, "#e9b44c", 190, 290),
    "floorlamp": Thing(furniture.floor_lamp, "#e9b44c", 220, 760, "floor"),
    "laptop": Thing(table.laptop, "#aeb6c2", 260, 180),
    "phone": Thing(table.phone, "#343a4c", 84, 160, "table", True),
    "book": Thing(table.book, "#3f7fa5", 160, 60, "table", True),
    "books": Thing(table.books, "#d8504a", 190, 120),
    "cake": Thing(table.cake, "#f3a6b4", 240, 220),
    "bread": Thing(table.bread, "#d49a55", 210, 90),
    "fruit": Thing(table.fruit, "#d8504a", 220, 140),
    "bottle": Thing(table.bottle, "#4f9a72", 80, 220, "table", True),
    "vase": Thing(furniture.vase, "#6fa3b8", 180, 300),
    "flower": Thing(furniture.flower, "#f08fab", 150, 300, "floor", True),
    "plant": Thing(furniture.plant, "#c8704a", 280, 380, "floor"),
    "gift": Thing(table.gift, "#e0605e", 190, 190),
    "camera": Thing(table.camera, "#3b4152", 170, 125, "table", True),
    "clock": Thing(furniture.clock, "#e86d56", 180, 190),
    "guitar": Thing(table.guitar, "#c27a3f", 190, 520, "floor"),
    "machine": Thing(furniture.espresso_machine, "#d8504a", 380, 370),
    "computer": Thing(furniture.monitor, "#3b4152", 330, 290),
    "candle": Thing(furniture.candle, "#fbf1df", 80, 170),
    "pizza": Thing(table.pizza, "#e9b44c", 260, 70),
    "bag": Thing(table.bag, "#c8704a", 190, 220, "floor", True),
    "shoe": Thing(table.sneaker, "#e86d56", 250, 130),
    "ball": Thing(table.ball, "#e8843c", 130, 130, "floor"),
    "trophy": Thing(table.trophy, "#f0bd45", 170, 240, "table", True),
    "chair": Thing(furniture.chair, "#c8704a", 260, 460, "floor"),
    "sofa": Thing(furniture.sofa, "#5b8f98", 760, 400, "floor"),
    "table": Thing(furniture.side_table, "#a9744a", 420, 330, "floor"),
    "poster": Thing(furniture.poster, "#e86d56", 300, 400, "wall"),
    "logo": Thing(furniture.logo, "#e86d56", 400, 400, "wall"),
    "sign": Thing(furniture.board, "#3d4a58", 340, 440, "floor"),
    "tree": Thing(nature.tree, "#4f9a62", 620, 1150, "floor"),
    "pine": Thing(nature.pine, "#2f7a5f", 420, 1000, "floor"),
    "palm": Thing(nature.palm, "#3f9a6c", 640, 1050, "floor"),
    "cactus": Thing(nature.cactus, "#4f9a62", 240, 460, "floor"),
    "house": Thing(out.house, "#f0c98e", 900, 900, "floor"),
    "castle": Thing(out.castle, "#d9cfe6", 1100, 1150, "floor"),
    "tower": Thing(out.lighthouse, "#d8504a", 320, 1250, "floor"),
    "car": Thing(vehicles.car, "#d8504a", 1000, 430, "floor"),
    "bus": Thing(vehicles.bus, "#e9b44c", 1200, 620, "floor"),
    "train": Thing(vehicles.bus, "#3f7fa5", 1300, 620, "floor"),
    "bicycle": Thing(vehicles.bicycle, "#2f9c95", 760, 470, "floor"),
    "boat": Thing(vehicles.boat, "#d8504a", 900, 900, "water"),
    "rocket": Thing(vehicles.rocket, "#d8504a", 420, 1000, "sky"),
    "plane": Thing(vehicles.plane, "#f4f1ea", 900, 330, "sky"),
    "balloon": Thing(vehicles.balloon, "#d8504a", 170, 420, "sky", True),
    "airballoon": Thing(vehicles.air_balloon, "#e86d56", 560, 800, "sky"),
    "kite": Thing(vehicles.kite, "#e86d56", 260, 460, "sky"),
    "umbrella": Thing(out.umbrella, "#d8504a", 460, 520, "floor", True),
    "snowman": Thing(nature.snowman, "#f6f8fb", 330, 560, "floor"),
    "bench": Thing(out.bench, "#a9744a", 560, 300, "floor"),
    "streetlamp": Thing(out.street_lamp, "#2f3a4f", 160, 1100, "floor"),
    "fence": Thing(out.fence, "#f4ead8", 700, 260, "floor"),
    "tent": Thing(out.tent, "#e8843c", 760, 520, "floor"),
    "campfire": Thing(nature.campfire, "#8a5a3c", 260, 260, "floor"),
    "mushroom": Thing(nature.mushroom, "#d8504a", 180, 190, "floor"),
    "moon": Thing(nature.moon, "#F8EFC8", 300, 300, "sky"),
    "star": Thing(nature.star, "#F8D667", 200, 200, "sky"),
    "heart": Thing(nature.heart, "#e8506a", 260, 240, "sky"),
    "planet": Thing(nature.planet, "#d98f5c", 420, 300, "sky"),
    "rainbow": Thing(nature.rainbow, "#e86d56", 1200, 600, "sky"),
}


def drawn(kind: str, color: str | None = None, finish: str = "") -> str:
    thing = THINGS[kind]
    return thing.draw(darker(color, 0.04) if color and finish == "matte" else color or thing.color)
