"""The options of a request: cut out wherever they stand, read strictly, complained about in sentences."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from bot.errors import BadRequest
from bot.prompts.styles import style_run
from bot.reading.typed import is_quoted, quoted, tidy

EXAMPLES = {
    "style": "--style flat",
    "size": "--size landscape",
    "quality": "--quality high",
    "model": "--model gpt-image-2",
    "variants": "--variants 4",
    "count": "--count 5",
    "chain": "--chain",
    "private": "--private",
}
FLAGS = ("chain", "private")
OTHER_NAMES = {
    "styles": "style",
    "sizes": "size",
    "ratio": "size",
    "aspect": "size",
    "ar": "size",
    "format": "size",
    "variant": "variants",
    "variations": "variants",
    "takes": "variants",
    "shots": "count",
    "n": "count",
    "chained": "chain",
}

_FORMS = {name: [name] + [other for other, real in OTHER_NAMES.items() if real == name] for name in EXAMPLES}
_KNOWN = sorted((form for forms in _FORMS.values() for form in forms), key=len, reverse=True)
# Phones write a dash for "--"; one hyphen is an option only before a known name, as hyphens also begin list items.
_OPTION = re.compile(
    rf'(?<![^\s|"(])(?P<dash>--+|[—–―]+|-(?=(?:{"|".join(_KNOWN)})\b))(?P<name>[^\W\d_][\w-]*)', re.IGNORECASE
)
_QUOTED_VALUE = re.compile(r'"([^"\n]*)"')
_SIZE_VALUE = re.compile(r"\d+\s*[x×*]\s*\d+|\d+:\d+", re.IGNORECASE)
_WORD_VALUE = re.compile(r'[^\s|"]+?(?=[,;:.!?)]{0,3}(?:[\s|"]|$))')
_NEXT_OPTION = re.compile(r"\s(?:--|[—–―-](?=[^\W\d_]))|[|\n:]")


@dataclass(frozen=True)
class Options:
    """The values as they were typed; None where the option is missing."""

    style: str | None = None
    size: str | None = None
    quality: str | None = None
    model: str | None = None
    variants: str | None = None
    count: str | None = None
    chain: bool = False
    private: bool = False


def cut_options(text: str) -> tuple[str, Options]:
    """The words without the options, and the options."""
    spans = quoted(text)
    kept: list[str] = []
    found: dict[str, str] = {}
    at = 0
    for match in _OPTION.finditer(text):
        if match.start() < at or is_quoted(match.start(), spans):
            continue
        name = _known_name(match["name"], is_certain=match["dash"].startswith("-"))
        if name is None:
            continue
        value, end = _value(name, text, match.end())
        _note(found, name, value)
        kept.append(text[at : match.start()])
        at = end
    kept.append(text[at:])
    return " ".join(kept), _options(found)


def _options(found: dict[str, str]) -> Options:
    values = {name: value for name, value in found.items() if name not in FLAGS}
    return Options(chain="chain" in found, private="private" in found, **values)


def _known_name(typed: str, *, is_certain: bool) -> str | None:
    """None where a dash only was punctuation ("a fox —alone")."""
    word = typed.casefold()
    if word in EXAMPLES or word in OTHER_NAMES:
        return OTHER_NAMES.get(word, word)
    near = get_close_matches(word, _KNOWN, n=1, cutoff=0.6 if is_certain else 0.8)
    if not is_certain and not near:
        return None
    if near:
        option = OTHER_NAMES.get(near[0], near[0])
        raise BadRequest(f"There is no option --{typed[:40]}; --{option} is meant, perhaps: `{EXAMPLES[option]}`.")
    known = ", ".join(f"--{name}" for name in EXAMPLES)
    raise BadRequest(f"There is no option --{typed[:40]}. There are {known}; for example `{EXAMPLES['style']}`.")


def _value(name: str, text: str, at: int) -> tuple[str, int]:
    """The option's value from `at` on, and where the text goes on after it."""
    if name in FLAGS:
        if text[at : at + 1] == "=":
            raise BadRequest(f"--{name} takes no value: write only `{EXAMPLES[name]}`.", name)
        return name, at
    start = at + len(re.match(r"\s*=?\s*", text[at:])[0])  # type: ignore[index]  # it always matches
    if match := _QUOTED_VALUE.match(text, start):
        value, end = match[1], match.end()
    elif name == "style":
        value, end = _style_value(text, start)
    else:
        match = (_SIZE_VALUE.match(text, start) if name == "size" else None) or _WORD_VALUE.match(text, start)
        value, end = (match[0], match.end()) if match else ("", start)
    value = tidy(value)
    if not value or _OPTION.match(value):
        raise BadRequest(f"--{name} needs a value, for example `{EXAMPLES[name]}`.", name)
    return value, end


def _style_value(text: str, start: int) -> tuple[str, int]:
    """A known style, with the words that extend it ("flat vector"); else all words up to what clearly is no style."""
    stop = _NEXT_OPTION.search(text, start)
    run = text[start : stop.start() if stop else len(text)]
    known = style_run(run)
    taken = known or run
    return taken, start + len(taken)


def _note(found: dict[str, str], name: str, value: str) -> None:
    if found.setdefault(name, value) != value:
        raise BadRequest(
            f"--{name} stands there twice, as “{found[name][:40]}” and as “{value[:40]}”. "
            f"Keep one of them: `--{name} {found[name][:40]}`.",
            name,
        )
