"""SVG fragments as strings: the few strokes every drawing here is made of.

Two conventions the rest relies on: colours are lower-case `#rrggbb` and take the scene's light; an UPPER-case
colour shines by itself (lamps, screens, sky) and is never graded (see `light`).
"""

import math
from collections.abc import Sequence

Point = tuple[float, float]


def num(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def attributes(values: dict[str, float | str | None], paint: str = "fill") -> str:
    """`opacity` becomes that of the paint: a shape's own opacity makes the renderer open a whole layer for it."""
    parts = []
    for name, value in values.items():
        if name == "opacity" and "stroke" not in values:
            name = f"{paint}-opacity"
        if value is not None:
            text = value if isinstance(value, str) else f"{value:.3g}" if abs(value) <= 1 else num(value)
            parts.append(f' {name.rstrip("_").replace("_", "-")}="{text}"')
    return "".join(parts)


def path(d: str, fill: str = "none", **more: float | str | None) -> str:
    return f'<path d="{d}" fill="{fill}"{attributes(more)}/>'


def stroke(d: str, color: str, width: float, **more: float | str | None) -> str:
    kept = attributes(more, "stroke")
    return (
        f'<path d="{d}" fill="none" stroke="{color}" stroke-width="{num(width)}"'
        f' stroke-linecap="round" stroke-linejoin="round"{kept}/>'
    )


def rect(x: float, y: float, w: float, h: float, fill: str, r: float = 0, **more: float | str | None) -> str:
    corner = f' rx="{num(r)}"' if r else ""
    size = f'x="{num(x)}" y="{num(y)}" width="{num(w)}" height="{num(h)}"'
    return f'<rect {size}{corner} fill="{fill}"{attributes(more)}/>'


def circle(x: float, y: float, r: float, fill: str, **more: float | str | None) -> str:
    return f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}" fill="{fill}"{attributes(more)}/>'


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, **more: float | str | None) -> str:
    place = f'cx="{num(x)}" cy="{num(y)}" rx="{num(rx)}" ry="{num(ry)}"'
    return f'<ellipse {place} fill="{fill}"{attributes(more)}/>'


def poly(points: Sequence[Point], fill: str, **more: float | str | None) -> str:
    return path("M" + " L".join(f"{num(x)} {num(y)}" for x, y in points) + "Z", fill, **more)


def group(content: str, **more: float | str | None) -> str:
    return f"<g{attributes(more)}>{content}</g>"


def moved(content: str, x: float, y: float, scale: float = 1.0, turn: float = 0.0, flip: bool = False) -> str:
    transform = f"translate({num(x)} {num(y)})"
    if turn:
        transform += f" rotate({num(turn)})"
    if scale != 1.0 or flip:
        transform += f" scale({-scale if flip else scale:.4f} {scale:.4f})"
    return group(content, transform=transform)


def clipped(content: str, d: str, key: str) -> str:
    """`content` shown inside the outline `d`; `key` must be unique within one picture."""
    return f'<clipPath id="c{key}"><path d="{d}"/></clipPath><g clip-path="url(#c{key})">{content}</g>'


def fade(x: float, y: float, w: float, h: float, stops: Sequence[tuple[float, str, float]], key: str) -> str:
    """A rectangle whose colour runs from top to bottom: (offset, colour, opacity)."""
    marks = "".join(f'<stop offset="{o:.2f}" stop-color="{c}" stop-opacity="{a:.2f}"/>' for o, c, a in stops)
    return f'<linearGradient id="f{key}" x1="0" y1="0" x2="0" y2="1">{marks}</linearGradient>' + rect(
        x, y, w, h, f"url(#f{key})"
    )


def glow(x: float, y: float, r: float, color: str, strength: float) -> str:
    """A soft light as rings: a radial gradient of this size costs the renderer six times as much."""
    if strength > 0.45:
        return _radial(x, y, r, color, strength)
    rings = 15
    return "".join(
        circle(x, y, r * (1 - i / rings) ** 1.25, color, opacity=strength / rings * 1.25) for i in range(rings)
    )


def _radial(x: float, y: float, r: float, color: str, strength: float) -> str:
    """Strong lights would show their rings."""
    key = f"g{round(x)}_{round(y)}_{round(r)}"
    stops = "".join(
        f'<stop offset="{o}" stop-color="{color}" stop-opacity="{strength * a:.2f}"/>'
        for o, a in ((0, 1.0), (0.35, 0.45), (1, 0.0))
    )
    return f'<radialGradient id="{key}">{stops}</radialGradient>' + circle(x, y, r, f"url(#{key})")


def curve(points: Sequence[Point], steps: int = 6) -> list[Point]:
    """Catmull-Rom samples through the points, ends included."""
    if len(points) < 3:
        return list(points)
    padded = [points[0], *points, points[-1]]
    samples: list[Point] = []
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            samples.append((_spline(p0[0], p1[0], p2[0], p3[0], t), _spline(p0[1], p1[1], p2[1], p3[1], t)))
    samples.append(points[-1])
    return samples


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


def tube(points: Sequence[Point], start: float, end: float) -> str:
    """The outline of a soft limb through `points`, tapering from width `start` to `end`, round at both ends."""
    line = curve(points)
    left: list[Point] = []
    right: list[Point] = []
    for index, (x, y) in enumerate(line):
        ax, ay = line[max(0, index - 1)]
        bx, by = line[min(len(line) - 1, index + 1)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        half = (start + (end - start) * index / (len(line) - 1)) / 2
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    right.reverse()
    a, b = num(end / 2), num(start / 2)
    side = " L".join(f"{num(x)} {num(y)}" for x, y in left)
    back = " L".join(f"{num(x)} {num(y)}" for x, y in right)
    first = f"{num(left[0][0])} {num(left[0][1])}"
    return f"M{side} A{a} {a} 0 0 0 {back} A{b} {b} 0 0 0 {first}Z"


def document(content: str, w: float, h: float) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {num(w)} {num(h)}" preserveAspectRatio="none">'
        f"{content}</svg>"
    )
