"""The scene's light, put on the colours themselves before anything is drawn: exact, cheap, and lamps stay bright."""

import re

from tests.sandbox.painter.palette import hexed, mix, rgb

# What each light multiplies red, green and blue by, the haze it mixes in, and how much of it.
LIGHTS: dict[str, tuple[tuple[float, float, float], str, float]] = {
    "noon": ((1.02, 1.02, 0.98), "#fff6dd", 0.05),
    "dawn": ((1.03, 0.95, 0.93), "#ffd2b0", 0.16),
    "dusk": ((0.95, 0.8, 0.82), "#a04f7c", 0.16),
    "night": ((0.72, 0.77, 1.0), "#25347a", 0.22),
    "neon": ((0.66, 0.56, 0.92), "#3c1466", 0.28),
    "candle": ((0.74, 0.56, 0.48), "#2a1638", 0.26),
    "rain": ((0.84, 0.89, 0.95), "#8fa3b6", 0.18),
    "snow": ((0.97, 0.99, 1.03), "#e8f1f8", 0.1),
    "fog": ((0.97, 0.98, 1.0), "#dfe6ea", 0.34),
}
COLOR = re.compile(r"#[0-9a-f]{6}\b")


def lit(color: str, light: str, amount: float) -> str:
    if light not in LIGHTS:
        return color
    scale, haze, share = LIGHTS[light]
    r, g, b = (c * (1 + (k - 1) * amount) for c, k in zip(rgb(color), scale, strict=True))
    return mix(hexed((r, g, b)), haze, share * amount)


def graded(svg: str, light: str, amount: float = 1.0) -> str:
    """Every lower-case colour of the fragment under this light; upper-case ones shine by themselves."""
    if light not in LIGHTS:
        return svg
    seen: dict[str, str] = {}

    def under(match: re.Match[str]) -> str:
        color = match.group(0)
        if color not in seen:
            seen[color] = lit(color, light, amount)
        return seen[color]

    return COLOR.sub(under, svg)
