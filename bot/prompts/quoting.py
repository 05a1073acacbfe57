"""People's words as data in a prompt: one line, of limited length, and no double quotes, which mean lettering there."""

import re

_SPACES = re.compile(r"[\s\u0085\u2028\u2029\x00-\x1f\x7f]+")
_DOUBLE = re.compile(r'["“”„‟«»「」『』＂]')
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def line(text: str, most: int) -> str:
    """One line of at most `most` characters: it can open no section of its own."""
    words = _SPACES.sub(" ", text[: 2 * most + 1_000]).strip()  # nobody's spaces are longer than that
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def said(text: str, most: int = 400) -> str:
    """Words that are no lettering: as written, but for double quotes, which become ‘ and ’ in turn."""
    is_open = False

    def single(_: re.Match[str]) -> str:
        nonlocal is_open
        is_open = not is_open
        return "‘" if is_open else "’"

    return _DOUBLE.sub(single, line(text, most))


def lettering(text: str, most: int = 400) -> str:
    """The exact wording of a text in the picture, in double quotes of our own."""
    return f'"{_DOUBLE.sub("", line(text, most)).strip()}"'


def bare(text: str) -> str:
    """Without its article: "the mug" is "mug" in a caption."""
    return _ARTICLE.sub("", text)


def listed(items: list[str]) -> str:
    """ "a, b and c"."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)
