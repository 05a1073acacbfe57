"""Where quoted words hang: a held sign, a logo's name, a poster's headline, or a banner."""

from tests.sandbox.painter.brief import Brief
from tests.sandbox.painter.lettering import Letters, ink_on
from tests.sandbox.painter.palette import darker, lighter
from tests.sandbox.painter.pen import circle, path, rect, stroke
from tests.sandbox.painter.stage import Stage


def hang(stage: Stage, brief: Brief) -> list[Letters]:
    if not brief.texts:
        return []
    held = next((box for kind, box in stage.boxes if kind == "sign-held"), None)
    if held:
        return [Letters(brief.texts[0], held, "#33294a"), *_banner(stage, brief.texts[1:2])]
    if brief.layout == "poster":
        return _headline(stage, brief.texts)
    if brief.layout == "logo":
        y = stage.h * 0.76
        return [Letters(brief.texts[0], (stage.w * 0.14, y, stage.w * 0.86, y + stage.h * 0.13), stage.tone.deep)]
    crowded_top = bool(brief.cast) and stage.h < 1.25 * stage.w
    return _banner(stage, brief.texts[:1], low=crowded_top or brief.camera in ("close", "portrait", "medium"))


def _banner(stage: Stage, texts: tuple[str, ...], low: bool = False) -> list[Letters]:
    """A cloth banner on two strings, or a ribbon along the bottom."""
    if not texts:
        return []
    color, unit = stage.tone.accent, min(stage.w, stage.h) / 1000
    width, tall = min(stage.w * 0.86, (180 + 46 * len(texts[0])) * unit), 128 * unit
    x, y = (stage.w - width) / 2, stage.h - tall - 90 * unit if low else 54 * unit
    if not low:
        stage.front.append(
            stroke(f"M{x + 30} -10 V{y + 10} M{x + width - 30} -10 V{y + 10}", darker(stage.tone.wood, 0.3), 6)
        )
    rim = rect(x + 10, y + 10, width - 20, tall - 20, "none", 6, stroke=lighter(color, 0.5), stroke_width=4)
    ends = _ribbon_end(x, y, tall, -1, color, unit) + _ribbon_end(x + width, y, tall, 1, color, unit)
    stage.front.append(ends + rect(x, y, width, tall, color, 10) + rim)
    return [Letters(texts[0], (x + 30, y + 14, x + width - 30, y + tall - 14), ink_on(color))]


def _ribbon_end(x: float, y: float, tall: float, side: int, color: str, unit: float) -> str:
    out, notch, inner = x + side * 56 * unit, x + side * 26 * unit, x - side * 20 * unit
    d = f"M{out} {y + 22} H{inner} V{y + tall + 22} H{out} L{notch} {y + tall / 2 + 22}Z"
    return path(d, darker(color, 0.28))


def _headline(stage: Stage, texts: tuple[str, ...]) -> list[Letters]:
    """A poster: a coloured field with the words over the scene."""
    color, tall = stage.tone.deep, stage.h * (0.26 if stage.h >= stage.w else 0.3)
    wave = "".join(f" q{stage.w / 16:.0f} 34 {stage.w / 8:.0f} 0" for _ in range(8))
    stage.front.append(path(f"M0 0 V{tall:.0f}{wave} V0Z", color))
    stage.front.append(
        "".join(
            circle(stage.w * (0.06 + 0.88 * i / 11), 34, 9, (stage.tone.accent, stage.tone.cream, "#f3c75a")[i % 3])
            for i in range(12)
        )
    )
    lines = [
        Letters(texts[0], (stage.w * 0.07, 60, stage.w * 0.93, tall * (0.72 if len(texts) > 1 else 0.96)), "#fff8ea")
    ]
    if len(texts) > 1:
        lines.append(
            Letters(" · ".join(texts[1:]), (stage.w * 0.1, tall * 0.72, stage.w * 0.9, tall * 0.97), "#f3c75a")
        )
    return lines
