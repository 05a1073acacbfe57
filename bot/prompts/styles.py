"""Named looks. The person's own word opens the style text, and the text stands word for word in every prompt."""

import re

PRESETS = {
    "flat": "clean vector shapes with crisp edges, a palette of five or six solid colours, no outlines, no gradients, "
    "no texture, simple geometric shadows, generous empty space",
    "photo": "photorealistic, natural light with soft shadows, true skin and material texture, shallow depth of "
    "field, honest colours, the look of a full-frame camera with a 35 mm lens, nothing retouched to plastic",
    "watercolour": "transparent watercolour on cold-pressed paper, soft wet edges and visible blooms, light pencil "
    "underdrawing, white of the paper left for the highlights, a limited palette of four pigments",
    "ink": "black ink on off-white paper, confident brush and pen lines of varied weight, hatching for the shadows, "
    "one muted accent colour, large areas left blank",
    "line": "one even thin line in dark ink on a plain light ground, no shading, few details, one flat accent colour",
    "sketch": "soft graphite on toothy paper, construction lines left visible, shading by hatching, no colour",
    "3d": "soft three-dimensional render, rounded simplified forms, matte materials with subtle subsurface light, "
    "large soft studio lights, pastel palette, seamless plain background",
    "clay": "stop-motion clay figures with faint fingerprints, hand-made miniature props, warm practical lights, "
    "macro depth of field, rounded forms",
    "pixel": "16-bit pixel art on a strict grid, a palette of 24 colours, hard edges without smoothing, dithering "
    "only in large shadows, readable silhouettes",
    "comic": "comic art with bold inked outlines, flat colours and halftone dots in the shadows, strong poses, "
    "dramatic light from one side",
    "manga": "black and white manga, fine inked lines, screentone greys, expressive faces, strong negative space",
    "anime": "hand-drawn animation still, clean thin outlines, two-tone cel shading, painted background with soft "
    "light, clear saturated colours",
    "poster": "screen-printed poster, three or four flat inks with slight misregistration, bold simplified shapes, "
    "strong central composition, paper grain",
    "storybook": "gouache picture-book illustration, visible brush marks, warm muted palette, soft rounded shapes, "
    "gentle evening light, friendly small details",
    "neon": "night scene lit by neon in magenta and cyan, wet reflecting surfaces, deep blue shadows, light haze, "
    "glowing edges around the subject",
    "oil": "oil on canvas, visible impasto strokes, warm underpainting showing through, deep shadows, light from one "
    "window",
    "noir": "black and white film noir, hard light through blinds, deep blacks, light smoke, strong diagonal shadows",
    "minimal": "minimal composition, one subject, one accent colour on a pale ground, very large empty areas, no "
    "decoration",
    "retro": "mid-century print, off-register spot colours in mustard, teal and brick red, stylised geometric shapes, "
    "aged paper",
    "isometric": "isometric illustration at a fixed thirty-degree angle, no vanishing points, small tidy details, "
    "soft flat shading from the upper left",
    "papercut": "layered cut paper, crisp edges with small real shadows between the layers, fibre texture, muted "
    "palette of six papers",
}
OTHER_NAMES = {
    "vector": "flat",
    "photographic": "photo",
    "photorealistic": "photo",
    "photograph": "photo",
    "photography": "photo",
    "realistic": "photo",
    "watercolor": "watercolour",
    "aquarelle": "watercolour",
    "lineart": "line",
    "pencil": "sketch",
    "render": "3d",
    "claymation": "clay",
    "pixelart": "pixel",
    "8-bit": "pixel",
    "16-bit": "pixel",
    "cartoon": "comic",
    "gouache": "storybook",
    "cyberpunk": "neon",
    "minimalist": "minimal",
    "vintage": "retro",
    "paper": "papercut",
}
# Words that only lengthen a preset's name: "flat vector illustration", "pixel art".
_LONGER = frozenset(
    (
        "style",
        "art",
        "illustration",
        "illustrations",
        "drawing",
        "painting",
        "print",
        "render",
        "rendering",
        "book",
        "design",
        "look",
        "wash",
    )
)

NO_STYLE = (
    "As the scene implies. One technique, one palette of a few colours and one quality of light, the same in every "
    "picture of the set"
)


def style_text(style: str | None) -> str:
    """ "Flat: clean vector shapes …" for a preset, the person's words verbatim for any other."""
    words = " ".join((style or "").split())
    if not words:
        return f"{NO_STYLE}."
    name = preset(words)
    if name is None:
        return words if words[-1] in ".!?" else f"{words}."
    return f"{words[0].upper()}{words[1:]}: {PRESETS[name]}."


def preset(words: str) -> str | None:
    """The preset that these words name with nothing besides; extra wishes make them free words."""
    said = words.casefold().split()
    names = {_preset_of(word) for word in said if word not in _LONGER}
    return names.pop() if len(names) == 1 else None


def style_run(words: str) -> str:
    """The leading words that name a known style: "flat vector" of "flat vector over the sea"; "" if none do."""
    end = 0
    for match in re.finditer(r"[^\s,;.]+", words):
        word = match[0].casefold()
        gap = words[end : match.start()].strip()
        is_style = _preset_of(word) is not None
        if gap or not (is_style or (end and word in _LONGER)):
            break
        end = match.end()
    return words[:end]


def style_word(style: str | None) -> str:
    """How the style is named in a caption or an alt text; "" when it has no short name."""
    words = " ".join((style or "").split()).rstrip(".")
    if not words or len(words) > 40:
        return ""
    return words if words.casefold().endswith("style") else f"{words} style"


def _preset_of(word: str) -> str | None:
    name = OTHER_NAMES.get(word, word)
    return name if name in PRESETS else None
