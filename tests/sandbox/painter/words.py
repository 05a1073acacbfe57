"""Prompt -> words understood: sections, and nouns with the colours, counts and adjectives that stand beside them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tests.sandbox.painter import palette
from tests.sandbox.painter.vocabulary import ANIMALS, NUMBERS, SETTINGS, STYLES, THINGS

# Nobody's brief needs more; a prompt may be 32,000 characters of anything.
READ_LIMIT = 8000
LABEL = re.compile(r"^[ \t>*#-]*([A-Za-z][A-Za-z0-9 '_/()#-]{1,40}?)\**\s*[:：]\**\s*", re.MULTILINE)
SCENE = (
    "scene", "shot", "subject", "action", "setting", "panel", "composition", "camera", "moment", "brief",
    "picture", "place", "what", "change", "edit", "light", "lighting", "mood", "props", "show", "draw",
    "request", "place and light",
)  # fmt: skip
CAST = (
    "character",
    "characters",
    "who",
    "cast",
    "identity",
    "people",
    "person",
    "description",
    "always match",
    "identity lock",
)
STYLE = ("style", "look", "medium", "art style", "style text")
CONTEXT = ("purpose", "title", "set", "story", "context", "for", "use", "goal", "brief of the set", "series")
REFERENCES = ("references", "reference", "images", "inputs", "reference images", "input images")
IGNORED = (
    "constraints", "constraint", "avoid", "keep", "negative", "do not", "rules", "must", "format", "size",
    "quality", "output", "what stays", "keep unchanged", "unchanged", "stays", "key constraint", "preserve",
    "important", "may vary", "note", "notes",
)  # fmt: skip


NO_NAMES = {**STYLES, **SETTINGS, **THINGS, **ANIMALS}


# "the mug is / → / 改成 matte green"
BECOMES = re.compile(
    r"[:：]?\s*(?:(?:is|are|in|into|to|be|becomes|turns|→|->|=|的?颜色|改成|变成|换成|是|为)\s*)+"
    r"(?:a |an |the )?([^,.;|!?，。；\n]{1,40})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Noun:
    kind: str
    word: str
    start: int
    end: int
    color: str | None = None
    count: int = 1
    before: str = ""


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Longest first, whole words for alphabets, anywhere for scripts written without spaces."""
    ordered = sorted(words, key=len, reverse=True)
    latin = "|".join(re.escape(w) for w in ordered if w.isascii() or "é" in w)
    other = "|".join(re.escape(w) for w in ordered if not (w.isascii() or "é" in w))
    pieces = [rf"(?<![\w-])(?:{latin})(?:'s|s|es)?(?![\w-])"] if latin else []
    return re.compile("|".join(pieces + ([other] if other else [])), re.IGNORECASE)


def spotted(text: str, table: dict[str, str]) -> list[tuple[str, str, int, int]]:
    """Every word of the table in the text: (kind, word, start, end), in reading order."""
    found = []
    for match in _pattern(tuple(table)).finditer(text):
        word = match.group(0).lower()
        kind = table.get(word) or table.get(re.sub(r"('s|s)$", "", word)) or table.get(re.sub(r"es$", "", word))
        if kind:
            found.append((kind, word, match.start(), match.end()))
    return found


def first(text: str, table: dict[str, str]) -> str:
    hits = spotted(text, table)
    return hits[0][0] if hits else ""


COLORS = {name: name for name in palette.NAMES}


def color_in(text: str, last: bool = False) -> str | None:
    hits = spotted(text, COLORS)
    if not hits:
        return None
    word = hits[-1 if last else 0][0]
    tint = palette.NAMES[word]
    if re.search(rf"\b(dark|deep)\W+(?:\w+\W+)?{re.escape(word)}", text, re.IGNORECASE) and word not in (
        "dark blue",
        "dark green",
    ):
        return palette.darker(tint, 0.35)
    if re.search(rf"\b(light|pale|soft|pastel)\W+(?:\w+\W+)?{re.escape(word)}", text, re.IGNORECASE):
        return palette.lighter(tint, 0.45)
    return tint


def nouns(text: str, table: dict[str, str]) -> list[Noun]:
    """Nouns with what belongs to them: "two small red mugs", "the mug is matte green", "杯子改成绿色"."""
    hits = spotted(text, table)
    found, edge = [], 0
    for index, (kind, word, start, end) in enumerate(hits):
        before = re.split(
            r"[,.;:|!?，。；\n]|\b(?:and|with|in|on|at|by|of|under|next)\b", text[max(edge, start - 44) : start]
        )[-1]
        limit = hits[index + 1][2] if index + 1 < len(hits) else len(text)
        after = BECOMES.match(text[end : min(limit, end + 48)])
        color = (
            color_in(before, last=True)
            or (color_in(after.group(1)) if after else None)
            or _following(text[end : min(limit, end + 40)])
        )
        found.append(Noun(kind, word, start, end, color, _count(before), before.lower()))
        edge = end
    return found


def _following(after: str) -> str | None:
    """ "make the mug matte green": the colour stands right behind the noun."""
    near = re.match(
        r"(?:\s+(?:matte|glossy|dark|deep|light|pale|bright|pastel|soft|a|more))*\s+([a-z]+(?: [a-z]+)?)",
        after,
        re.IGNORECASE,
    )
    if not near:
        return None
    two = near.group(1).lower().split()
    return color_in(near.group(0)) if two[0] in palette.NAMES or " ".join(two) in palette.NAMES else None


def _count(before: str) -> int:
    digits = re.search(r"\b(\d{1,2})\b(?!\s*[:%x×])", before)
    if digits:
        return max(1, min(6, int(digits.group(1))))
    for word in reversed(re.findall(r"[a-z]+|[一-鿿]+", before.lower())):
        if word in NUMBERS:
            return NUMBERS[word]
    return 1


@dataclass(frozen=True)
class Parts:
    """A prompt taken apart. `named` are lines like "Maya: red coat", in order."""

    scene: str
    title: str = ""
    context: str = ""
    style: str = ""
    cast: str = ""
    references: str = ""
    named: tuple[tuple[str, str], ...] = ()


def parts(prompt: str) -> Parts:
    text = prompt[:READ_LIMIT]
    marks = list(LABEL.finditer(text))
    heaps: dict[str, list[str]] = {"scene": [], "context": [], "style": [], "cast": [], "references": [], "free": []}
    named: list[tuple[str, str]] = []
    heaps["free"].append(text[: marks[0].start()] if marks else text)
    section = ""
    for index, mark in enumerate(marks):
        body = text[mark.end() : marks[index + 1].start() if index + 1 < len(marks) else len(text)].strip()
        section = _file_away(mark.group(1).strip(), body, section, heaps, named)
    joined = {name: "\n".join(pieces).strip() for name, pieces in heaps.items()}
    scene, free, context = joined["scene"], joined["free"], joined["context"]
    title = re.search(r"“([^”]+)”|finished picture: ([^\n]+)", context)
    only = re.search(r"Draw only this one: ([^\n]+)", context)
    if only:
        scene, context = (
            f"{scene}\n{only.group(1)}",
            context[: only.start()].replace("All pictures of the set share characters", ""),
        )
    if title and title.group(1):
        context = context.replace(f"“{title.group(1)}”", title.group(1))
    sayings = "\n".join(f"{name}: {text}" for name, text in named)
    return Parts(
        scene=scene.strip() or free or sayings,
        title=(title.group(1) or title.group(2) or "").strip() if title else "",
        context=context + ("\n" + free if scene else ""),
        style=joined["style"],
        cast=joined["cast"],
        references=joined["references"],
        named=tuple(named),
    )


def _file_away(label: str, body: str, section: str, heaps: dict[str, list[str]], named: list[tuple[str, str]]) -> str:
    """Put one labelled piece where it belongs; returns the section that following names stand under."""
    plain = re.sub(r"[\d#()]+", "", label).strip().lower()
    families = (
        ("scene", SCENE),
        ("cast", CAST),
        ("style", STYLE),
        ("context", CONTEXT),
        ("references", REFERENCES),
        ("", IGNORED),
    )
    for heap, labels in families:
        if plain in labels:
            if heap:
                heaps[heap].append(body)
            return heap or "ignored"
    if re.match(r"(?i)image\b", label):
        heaps["references"].append(f"{label}: {body}")
        return "references"
    if section in ("ignored", "style", "references"):
        if section != "ignored":
            heaps[section].append(f"{label}: {body}")
        return section
    is_name = label[:1].isupper() and len(label.split()) <= 3 and not spotted(label, NO_NAMES)
    if is_name or section == "cast":
        named.append((label, re.split("Always match:", body)[0]))
        return section
    heaps["scene"].append(f"{label}: {body}")
    return section


QUOTES = re.compile(
    r"“([^”\n]{1,80})”|\"([^\"\n]{1,80})\"|「([^」\n]{1,40})」|«([^»\n]{1,80})»|(?<!\w)'([^'\n]{2,60})'(?!\w)"
)


def quoted(text: str) -> tuple[str, ...]:
    return tuple(next(g for g in match.groups() if g).strip() for match in QUOTES.finditer(text))[:3]


def unquoted(text: str) -> str:
    """Words on a sign are lettering, not things in the picture."""
    return QUOTES.sub(" ", text)
