"""What plain words ask for: help, a character, one picture or a set. Pure; the words themselves are read elsewhere."""

import re

_SET = re.compile(r"^/?(?:imageset|set|storyboard)\b[:,]?\s*", re.IGNORECASE)
_IMAGE = re.compile(r"^/?(?:image|picture)\b[:,]?\s+(?!of\b)", re.IGNORECASE)
_COUNT = re.compile(r"^(?:[2-9]|[1-9]\d)\s+\S|^\d+\s+(?:pictures|images|shots|scenes|panels)\b", re.IGNORECASE)
_COUNT_LATER = re.compile(r"\b(?:[2-9]|[1-9]\d)\s+(?:pictures|images|shots|scenes|panels)\b", re.IGNORECASE)
_INTRODUCED = re.compile(
    r"^(?:please\s+)?(?:(?:this|here|that) is|meet|/?cast add|add|save|remember)\s+@?(?P<name>[\w-]{1,40})\b"
    r"[\s:,.–—-]*(?P<description>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "draw this as watercolour" names nobody: only words for adding, an @, or nothing but "as maya" do.
_NAMED_LAST = re.compile(
    r"^(?P<description>(?:(?:add|save|remember|keep)\b.*?)?)\bas\s+@?(?P<name>[\w-]{1,40})\s*[.!]?$"
    r"|^(?P<more>.*?)\bas\s+@(?P<who>[\w-]{1,40})\s*[.!]?$",
    re.IGNORECASE | re.DOTALL,
)
_NO_NAMES = frozenset(
    re.findall(r"\w+", "a an the my our her his this that these those them him it reference character style in on to")
)


def is_help(text: str) -> bool:
    return text.strip().casefold() in ("", "help", "?", "hi", "hello", "hey")


def introduction(text: str) -> tuple[str, str] | None:
    """Name and description, when words that come with photos introduce somebody: "this is maya, a barista"."""
    for pattern in (_INTRODUCED, _NAMED_LAST):
        if match := pattern.match(text.strip()):
            said = match.groupdict("")
            name = said["name"] or said.get("who", "")
            if name.casefold() not in _NO_NAMES:
                return name, _said_of(said["description"] or said.get("more", ""))
    return None


def read_words(text: str) -> tuple[str, bool]:
    """The words without the word for the command, and whether they ask for a single picture."""
    if match := _SET.match(text):
        return text[match.end() :] or text, False
    if match := _IMAGE.match(text):
        return text[match.end() :], True
    return text, not ("|" in text or "--count" in text or _COUNT.match(text) or _COUNT_LATER.search(text))


def _said_of(description: str) -> str:
    said = re.sub(r"^(?:please\s+)?(?:add|save|remember|keep)\b", "", description.strip(), flags=re.IGNORECASE)
    said = said.strip(" \t\n,.:;–—-")
    return "" if said.casefold() in _NO_NAMES else said
