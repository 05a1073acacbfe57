"""The stage a scene is built on: its measures, light and colours, the layers drawn so far, and where each thing is."""

import random
from dataclasses import dataclass, field

from tests.sandbox.painter import animals
from tests.sandbox.painter.objects import THINGS, drawn
from tests.sandbox.painter.palette import Tone
from tests.sandbox.painter.pen import ellipse, glow, moved

Box = tuple[float, float, float, float]

# light -> top, middle and low colour of the sky
SKIES = {
    "day": ("#7FC4EA", "#B9E0F2", "#EEF6EC"),
    "noon": ("#5FB6EC", "#A8DDF5", "#FDF6DE"),
    "dawn": ("#9FB8E0", "#F6C3B2", "#FEE9C6"),
    "dusk": ("#51478B", "#D9768A", "#FBC07F"),
    "night": ("#101A40", "#22366F", "#46609A"),
    "neon": ("#160C38", "#43186B", "#B03A86"),
    "candle": ("#17193C", "#2F2B57", "#5B4561"),
    "rain": ("#7C90A8", "#A6B6C4", "#CFD8DC"),
    "snow": ("#A9C3DB", "#CFE0EC", "#F1F5F7"),
}
# What gives light in the dark: how high it sits and how far it reaches, in figure units.
SHINING = {
    "campfire": (120, 900),
    "lamp": (190, 420),
    "floorlamp": (650, 520),
    "candle": (140, 360),
    "streetlamp": (1010, 520),
}
DARK = ("night", "neon", "candle")


@dataclass
class Stage:
    """Measured so that the short side is 1000. `back` lies behind everybody, `front` before them."""

    w: float
    h: float
    tone: Tone
    light: str = "day"
    weather: str = ""
    season: str = ""
    seed: int = 0
    without: tuple[str, ...] = ()
    tints: dict[str, str] = field(default_factory=dict)
    back: list[str] = field(default_factory=list)
    front: list[str] = field(default_factory=list)
    glows: list[str] = field(default_factory=list)
    boxes: list[tuple[str, Box]] = field(default_factory=list)
    props: list[str] = field(default_factory=list)
    floor: float = 0.0
    roofed: bool = False
    _keys: int = 0

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)
        self.floor = self.floor or self.h * 0.9

    @property
    def dark(self) -> bool:
        return self.light in DARK

    @property
    def sky(self) -> tuple[str, str, str]:
        if self.weather in SKIES and self.light in ("day", "noon"):
            return SKIES[self.weather]
        if self.season == "snow" and self.light == "day":
            return SKIES["snow"]
        return SKIES.get(self.light, SKIES["day"])

    def key(self) -> str:
        self._keys += 1
        return f"s{self._keys}"

    def add(self, *fragments: str) -> None:
        self.back.extend(fragments)

    def put(self, kind: str, x: float, y: float, scale: float, color: str | None = None, *, front: bool = False,
            flip: bool = False, grounded: bool = False) -> None:  # fmt: skip
        """A thing with its base at (x, y); left out or recoloured if an edit says so."""
        if kind in self.without:
            return
        if kind not in self.props:
            self.props.append(kind)
        thing = THINGS[kind]
        tint = self.tints.get(kind, color)
        layer = self.front if front else self.back
        if grounded:
            layer.append(ellipse(x, y - 2, thing.width * scale * 0.52, 13 * scale + 4, "#2a2148", opacity=0.2))
        layer.append(moved(drawn(kind, tint), x, y, scale, 0, flip))
        half = thing.width * scale / 2
        self.mark(kind, (x - half, y - thing.height * scale, x + half, y))
        if self.dark and kind in SHINING:
            high, reach = SHINING[kind]
            self.glows.append(glow(x, y - high * scale, reach * scale, "#FF9F45", 0.6))

    def put_animal(self, kind: str, x: float, y: float, scale: float, color: str | None, action: str, *,
                   flip: bool = False, front: bool = True, grounded: bool = True) -> None:  # fmt: skip
        if kind in self.without:
            return
        tall = animals.height(kind) * scale
        layer = self.front if front else self.back
        if grounded:
            layer.append(ellipse(x, y - 2, tall * 0.42, tall * 0.045 + 4, "#2a2148", opacity=0.22))
        layer.append(moved(animals.animal(kind, self.tints.get(kind, color), action), x, y, scale, 0, flip))
        self.mark(kind, (x - tall * 0.4, y - tall, x + tall * 0.4, y))

    def mark(self, kind: str, box: Box) -> None:
        self.boxes.append((kind, box))
