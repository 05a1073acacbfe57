"""Colours: names people use, arithmetic on them, and the curated tones a set of pictures shares."""

import hashlib
from dataclasses import dataclass

NAMES = {
    "red": "#d8433b", "crimson": "#b3243c", "scarlet": "#e03a2e", "burgundy": "#7a2338", "maroon": "#702a35",
    "orange": "#ee8434", "coral": "#f2796b", "peach": "#f8b595", "apricot": "#f5b57f", "terracotta": "#c4643f",
    "rust": "#b0512c", "amber": "#eea02e", "yellow": "#f5c93b", "mustard": "#d9a02b", "gold": "#dfae3a",
    "golden": "#dfae3a", "blonde": "#e8c274", "blond": "#e8c274", "ginger": "#c9602b", "auburn": "#8e3d24",
    "green": "#4c9a5b", "dark green": "#2c5e45", "olive": "#7d8447", "mint": "#a5dcc3", "lime": "#a4c93f",
    "sage": "#9db493", "emerald": "#1f8f68", "forest green": "#2f5d43", "teal": "#2a8a8c",
    "turquoise": "#3db8b2", "cyan": "#45bcd0", "aqua": "#63cbd0", "blue": "#3c71c6", "sky blue": "#83bde8",
    "light blue": "#93c4ea", "dark blue": "#27417e", "navy": "#263a63", "indigo": "#45429a", "cobalt": "#2c55b5",
    "purple": "#7d53a8", "violet": "#8a63c4", "lavender": "#b9a5de", "lilac": "#c8aee0", "plum": "#74406d",
    "pink": "#f08fab", "hot pink": "#ec4a8c", "magenta": "#cf3f93", "rose": "#e07d92", "fuchsia": "#d8428f",
    "brown": "#7c5136", "dark brown": "#4d3225", "light brown": "#a9784f", "chestnut": "#6f4028", "tan": "#cfa577",
    "beige": "#e5d3b6", "cream": "#f7ecd6", "ivory": "#f6efdf", "sand": "#dfc79d", "khaki": "#a99c70",
    "white": "#f6f4ef", "black": "#2b2a30", "grey": "#8f949c", "gray": "#8f949c", "charcoal": "#43474f",
    "silver": "#bcc4cc", "dark grey": "#50545c", "light grey": "#c9ccd0", "bronze": "#a9743b", "copper": "#bd6f47",
    "红": "#d8433b", "红色": "#d8433b", "橙色": "#ee8434", "黄色": "#f5c93b", "黄": "#f5c93b", "绿色": "#4c9a5b",
    "绿": "#4c9a5b", "墨绿色": "#24513f", "墨绿": "#24513f", "青色": "#3db8b2", "蓝色": "#3c71c6", "蓝": "#3c71c6",
    "深蓝色": "#27417e", "紫色": "#7d53a8", "粉色": "#f08fab", "粉红色": "#f08fab", "棕色": "#7c5136",
    "白色": "#f6f4ef", "黑色": "#2b2a30", "灰色": "#8f949c", "金色": "#dfae3a", "银色": "#bcc4cc",
}  # fmt: skip


@dataclass(frozen=True)
class Tone:
    """What all pictures of a set share: walls, furniture, greens and two accents."""

    wall: str
    deep: str
    accent: str
    second: str
    cream: str
    wood: str
    leaf: str


TONES = (
    Tone("#f7d8b5", "#37456b", "#e86d56", "#4a9a8e", "#fff4e1", "#b87748", "#5d9b6a"),
    Tone("#c9e6da", "#22505c", "#f3855b", "#f2bf50", "#fbf7ea", "#ad754c", "#4a9673"),
    Tone("#dcd2f0", "#453a76", "#f28a86", "#56a5a8", "#fbf5f0", "#a97757", "#6aa387"),
    Tone("#c6e1f3", "#2a4574", "#f4a43c", "#e2637b", "#fbf6ec", "#b5825a", "#58a079"),
    Tone("#fae3a0", "#4b3f70", "#e6675b", "#3d9b9c", "#fff8e6", "#b1703f", "#6b9f57"),
    Tone("#f8d0ca", "#5a3459", "#d9544f", "#578f80", "#fff3ec", "#ab6f58", "#62996f"),
    Tone("#a4d3cf", "#173f51", "#f49b59", "#e6535d", "#f8f3e3", "#a26d49", "#3f8f70"),
    Tone("#f0dcbe", "#54443f", "#ca573f", "#568a8d", "#fdf5e6", "#9c6a44", "#7a965c"),
)


def rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def hexed(channels: tuple[float, float, float]) -> str:
    r, g, b = (max(0, min(255, round(c))) for c in channels)
    return f"#{r:02x}{g:02x}{b:02x}"


def mix(a: str, b: str, t: float) -> str:
    x, y = rgb(a), rgb(b)
    return hexed((x[0] + (y[0] - x[0]) * t, x[1] + (y[1] - x[1]) * t, x[2] + (y[2] - x[2]) * t))


def darker(color: str, t: float = 0.2) -> str:
    """Towards a cool dark, as shade falls in illustration; plain black looks like dirt."""
    return mix(color, "#2a2148", t)


def lighter(color: str, t: float = 0.25) -> str:
    return mix(color, "#fff7ea", t)


def luma(color: str) -> float:
    r, g, b = rgb(color)
    return (0.299 * r + 0.587 * g + 0.114 * b) / 255


def distance(a: str, b: str) -> float:
    """How different two colours look: a cheap weighted distance, 0 to about 3 (the 'redmean' formula)."""
    x, y = rgb(a), rgb(b)
    red = (x[0] + y[0]) / 2
    dr, dg, db = ((x[i] - y[i]) / 255 for i in range(3))
    return float(((2 + red / 256) * dr * dr + 4 * dg * dg + (2 + (255 - red) / 256) * db * db) ** 0.5)


def shines(color: str) -> str:
    return color.upper()


def pick(text: str, size: int) -> int:
    """A stable choice out of `size` for a text: the same words always choose the same."""
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest()[:6], "big") % size


def nearest_tone(color: str) -> int:
    return min(range(len(TONES)), key=lambda i: distance(TONES[i].wall, color))


def tone_for(text: str) -> int:
    return pick(" ".join(text.lower().split()), len(TONES))
