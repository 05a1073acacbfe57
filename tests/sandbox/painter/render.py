"""SVG -> pixels, and pixels -> PNG."""

import io
import re

import resvg_py
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.sandbox.painter.palette import darker, lighter, mix
from tests.sandbox.painter.pen import document

# Larger pictures are drawn at this long side and scaled up: shapes stay crisp enough, and time stays bounded.
DRAWN_SIDE = 1536
FILL = re.compile(r'fill="(#[0-9a-f]{6})"')


def raster(content: str, w: float, h: float, width: int, height: int) -> Image.Image:
    """The fragment as RGBA of exactly width x height."""
    data = resvg_py.svg_to_bytes(svg_string=document(content, w, h), width=width, height=height, skip_system_fonts=True)
    image = Image.open(io.BytesIO(data)).convert("RGBA")
    return image if image.size == (width, height) else image.resize((width, height), Image.Resampling.LANCZOS)


def drawn_size(width: int, height: int, quality: str) -> tuple[int, int]:
    limit = DRAWN_SIDE if quality != "low" else 820
    scale = min(1.0, limit / max(width, height))
    return max(16, round(width * scale)), max(16, round(height * scale))


def shaded(svg: str, kind: str) -> str:
    """Flat fills become lit surfaces: a soft slope for `photo`, a round highlight for `clay`."""
    colors = sorted(set(FILL.findall(svg)))
    defs = "".join(_slope(c) if kind == "photo" else _ball(c) for c in colors)
    return f"<defs>{defs}</defs>" + FILL.sub(lambda m: f'fill="url(#v{m.group(1)[1:]})"', svg)


def _stops(*marks: tuple[float, str]) -> str:
    return "".join(f'<stop offset="{offset}" stop-color="{color}"/>' for offset, color in marks)


def _slope(color: str) -> str:
    stops = _stops((0, lighter(color, 0.2)), (0.5, color), (1, darker(color, 0.3)))
    return f'<linearGradient id="v{color[1:]}" x1="0.1" y1="0" x2="0.8" y2="1">{stops}</linearGradient>'


def _ball(color: str) -> str:
    stops = _stops((0, lighter(color, 0.42)), (0.42, color), (1, mix(darker(color, 0.36), color, 0.25)))
    return f'<radialGradient id="v{color[1:]}" cx="0.36" cy="0.26" r="0.82">{stops}</radialGradient>'


def png(image: Image.Image, note: str) -> bytes:
    info = PngInfo()
    info.add_text("easel-scene", note)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1, pnginfo=info)
    return out.getvalue()
