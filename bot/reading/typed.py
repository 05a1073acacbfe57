"""What people type, made plain: Slack's escapes undone, phones' quotes straightened, control characters dropped."""

import html
import re

_LINK = re.compile(r"<(?:https?://|mailto:|tel:)[^<>|]*\|([^<>|]*)>|<((?:https?://|mailto:|tel:)[^<>|]*)>")
_CHANNEL = re.compile(r"<#[CG][A-Z0-9]*\|([^<>|]*)>|<#[CG][A-Z0-9]*>")
_PERSON = re.compile(r"<@([UW][A-Z0-9]*)(?:\|([^<>|]*))?>")
_GROUP = re.compile(r"<!(?:subteam\^[A-Z0-9]+|here|channel|everyone)(?:\|@?([^<>|]*))?>")
_DATE = re.compile(r"<!date\^[^<>|]*\|([^<>|]*)>")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_QUOTED = re.compile(r'(?<!\w)"[^"\n]*"(?!\w)')

# How a Slack person without a name in the text is marked, so that the reader of names can refuse to guess.
NAMELESS = "@\ue000"


def plain(words: str) -> str:
    """The text as the person meant it; line breaks stay, each other run of white space is one space."""
    text = words.encode("utf-8", "replace").decode("utf-8")
    text = _DATE.sub(r"\1", _LINK.sub(lambda m: m[1] or _bare(m[2] or ""), text))
    text = _CHANNEL.sub(lambda m: f"#{m[1]}" if m[1] else "", text)
    text = _PERSON.sub(lambda m: f"@{m[2]}" if m[2] else NAMELESS, text)
    text = _GROUP.sub(lambda m: m[1] or "", text)
    text = _UNSEEN.sub("", html.unescape(text).translate(_QUOTES).replace("\r", "\n"))
    return re.sub(r"[^\S\n]+", " ", text).strip()


def _bare(link: str) -> str:
    return link.removeprefix("mailto:").removeprefix("tel:")


def quoted(text: str) -> list[tuple[int, int]]:
    """Where quoted wording stands: it is drawn or named verbatim, and nothing in it is read as grammar."""
    return [match.span() for match in _QUOTED.finditer(text)]


def is_quoted(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def tidy(text: str) -> str:
    """One line without the gaps that cut-out words leave behind."""
    text = " ".join(text.split())
    text = re.sub(r" +([,;:.!?)])(?=\s|$)", r"\1", text)
    return text.lstrip(" ,;:.").rstrip(" ,;:")


def short(text: str, most: int = 60) -> str:
    """Cut at a word, with an ellipsis, to at most `most` characters."""
    text = tidy(text)
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    word, gap, _ = cut.rpartition(" ")
    return (word if gap and len(word) > most // 2 else cut).rstrip(" ,;:.-–—") + "…"
