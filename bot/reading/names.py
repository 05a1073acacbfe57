"""Who is in the pictures: `@maya`, or a bare name of the cast, pins a character."""

import re
from collections.abc import Sequence

from bot.domain import Character, CharacterState
from bot.errors import BadRequest
from bot.reading.typed import NAMELESS, is_quoted, quoted

_AT = re.compile(r"(?<![\w.])@(?=\S)")
_TYPED_NAME = re.compile(r"[\w'’.-]*[\w]")
_NO_SPACES = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def pin(text: str, cast: Sequence[Character]) -> tuple[str, tuple[Character, ...], tuple[str, ...]]:
    """The words with names in place of @names, the characters in the order of their naming, sentences about them."""
    members = [member for member in cast if member.state is not CharacterState.RETIRED and member.name.strip()]
    text, called = _called(text, members)
    named, notes = _named(text, [member for member in members if member not in called])
    found = sorted([*called, *named], key=lambda member: _place(member, text))
    return text, tuple(found), notes


def _called(text: str, members: Sequence[Character]) -> tuple[str, list[Character]]:
    """@names: each must be somebody who can be drawn, or soon can: a set waits for photos that are being fetched."""
    spans, kept, found, at = quoted(text), [], [], 0
    for match in _AT.finditer(text):
        if match.start() < at or is_quoted(match.start(), spans):
            continue
        member, end = _member_at(text, match.end(), members)
        if member is None:
            if _TYPED_NAME.match(text, match.end()) or text.startswith(NAMELESS, match.start()):
                raise _stranger(text, match.end(), members)
            continue
        _must_be_usable(member)
        kept += [text[at : match.start()], member.name]
        at = end
        if member not in found:
            found.append(member)
    return "".join([*kept, text[at:]]), found


def _named(text: str, members: Sequence[Character]) -> tuple[list[Character], tuple[str, ...]]:
    """Bare names: a whole word, in any case, outside of quotes."""
    spans, found, notes = quoted(text), [], []
    for member in members:
        places = [m for m in _whole(member.name).finditer(text) if not is_quoted(m.start(), spans)]
        if not places:
            continue
        if member.state in (CharacterState.READY, CharacterState.FETCHING):
            found.append(member)
        else:
            notes.append(f"{member.name} of the cast has no photos that can be used yet, and is drawn from words only.")
    return found, tuple(notes)


def _member_at(text: str, at: int, members: Sequence[Character]) -> tuple[Character | None, int]:
    """The member with the longest name that begins here: @Robo Barista, @robo-barista, @robo_barista."""
    for member in sorted(members, key=lambda m: len(m.name), reverse=True):
        joined = r"[\s_-]+".join(re.escape(part) for part in re.split(r"[\s_-]+", member.name.strip()) if part)
        end = "" if _NO_SPACES.search(member.name) else r"(?![\w])"
        if joined and (match := re.compile(joined + end, re.IGNORECASE).match(text, at)):
            return member, match.end()
    return None, at


def _whole(name: str) -> re.Pattern[str]:
    """Scripts that put no space between words have no whole words to look for."""
    if _NO_SPACES.search(name):
        return re.compile(re.escape(name.strip()))
    return re.compile(rf"(?<![\w@])(?<!\w-){re.escape(name.strip())}(?![\w])(?!-\w)", re.IGNORECASE)


def _place(member: Character, text: str) -> int:
    match = _whole(member.name).search(text)
    return match.start() if match else len(text)


def _must_be_usable(member: Character) -> None:
    if member.state is CharacterState.FAILED:
        why = f" ({member.problem.rstrip('.')})" if member.problem else ""
        raise BadRequest(
            f"{member.name} has no photos that can be used{why}. Add {member.name} once more with "
            f"`/cast add {member.name.casefold()}`.",
            "cast",
        )


def _stranger(text: str, at: int, members: Sequence[Character]) -> BadRequest:
    match = _TYPED_NAME.match(text, at)
    who = f"@{match[0][:40]} is" if match else "That person is"
    name = match[0][:40].casefold() if match else "maya"
    ready = [member.name for member in members if member.state is CharacterState.READY]
    if not ready:
        return BadRequest(
            f"{who} not in the cast, and nobody else is yet. Add somebody with photos by `/cast add {name}`, "
            f"or describe the person in words: “a young woman with red hair”.",
            "cast",
        )
    listed = ", ".join(ready[:12]) + (f" and {len(ready) - 12} more" if len(ready) > 12 else "")
    return BadRequest(
        f"{who} not in the cast. In it are {listed}. Name one as `@{ready[0].casefold()}`, or add "
        f"somebody by `/cast add {name}`.",
        "cast",
    )
