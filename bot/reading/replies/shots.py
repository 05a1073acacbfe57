"""For shots of a set: "#3 darker", "redo 2 and 4", "drop #2", "add a shot at night", "red coats everywhere"."""

import re

from bot.domain.replies import (
    AddShot,
    BackTo,
    Branch,
    Compare,
    DropShots,
    Edit,
    ForShots,
    Redo,
    Reply,
    ShotRequest,
    Structural,
    Unclear,
    UnclearWhy,
    Undo,
    Variations,
)
from bot.reading.replies.commands import command, command_then
from bot.reading.replies.context import ReplyContext
from bot.reading.replies.edits import drawing_in
from bot.reading.replies.labels import shots_in
from bot.reading.replies.phrases import without_lead
from bot.reading.replies.versions import about_versions

_EVERYWHERE = re.compile(
    r",?\s*\b(?:everywhere|(?:in|on|for|to|across|throughout) (?:all|every|each)(?: (?:of )?(?:the )?(?:them"
    r"|shots?|pictures?|images?|panels?|scenes?|photos?|one|of them|the others|frames?))?(?: the set)?|(?:in"
    r"|across|throughout|for) the (?:whole|entire) set|all (?:the )?(?:shots|pictures|images|panels)"
    r"|every (?:shot|picture|image|panel)|all of them)\b[:,]?|(?:在|把)?(?:所有|全部|每一?张|整套"
    r"|每个)(?:的)?(?:图片?|画面|镜头"
    r"|照片)?(?:里|中|上)?(?:的|都|里的)?|(?:全部|统一)都?",
    re.IGNORECASE,
)
_NEW_SHOT = re.compile(
    r"^(?:please )?(?:add|make|draw|create|insert|include|give (?:me|us)|we need|i need|let['’]?s (?:add|have"
    r"|do)) (?:another|an?|one(?: more)?|a new|an extra|an additional) (?:\w+ )?(?:shot|picture|image|panel"
    r"|scene|frame)\b(?: to the (?:set|series|story))?[ ,:]*(?P<scene>.*)$"
    r"|^(?:再|多)?(?:加|来|添加|增加|补)一(?:张|个镜头|幅)(?:图)?[，,: ]*(?P<scene2>.*)$",
    re.IGNORECASE,
)
_DROP = re.compile(
    r"^(?:please )?(?:drop|remove|delete|kill|skip|cut|discard|get rid of|lose|throw (?:out|away)|leave out"
    r"|take out|去掉|删掉|删除|不要)\s*(?:the )?(?:shots?|pictures?|images?|panels?|了|掉)?[\s.!]*$",
    re.IGNORECASE,
)
_REDO_NUMBERS = re.compile(
    r"^(?:please )?(?P<verb>redo|re-?draw|redraw|retry|regenerate|rerun|drop|remove|delete|重画|重做|重新生成|删掉"
    r"|去掉)\s*(?:shots? |pictures? |numbers? |第)?(?P<numbers>\d{1,2}(?:(?:\s*(?:,|and|&|\+|、"
    r"|和)\s*)+\d{1,2})*)(?:张|图)?(?P<rest>.*)$",
    re.IGNORECASE,
)
_REFINED = ("redo", "redraw", "retry", "regenerate", "rerun", "重")


def for_shots(text: str, context: ReplyContext) -> Reply | None:
    """A request for shots; None where no shot is meant or the thread has no set."""
    if context.shots < 1:
        return _without_set(text, context)
    if (match := _NEW_SHOT.match(without_lead(text))) and not shots_in(text)[0]:
        scene = (match["scene"] or match["scene2"] or "").strip(" .,")
        return (
            ForShots((), AddShot(scene))
            if scene
            else Unclear(UnclearWhy.NO_CHANGE_NAMED, text, ("add a shot at night", "add a shot from behind"))
        )
    return _numbered(text, context) or _by_label(text, context) or _everywhere(text)


def _without_set(text: str, context: ReplyContext) -> Reply | None:
    """ "#2 darker" where no set is: a picture that does not exist is asked about, if something is asked of it."""
    numbers, rest = shots_in(text)
    is_label = re.match(r"\s*(?:in |on |for )?#\d", text)
    if numbers and is_label and (drawing_in(_tidied(rest)) or command(_tidied(rest))):
        return Unclear(UnclearWhy.NO_SUCH_SHOT, text, tuple(f"back to v{number}" for number in context.versions[-3:]))
    return None


def _numbered(text: str, context: ReplyContext) -> Reply | None:
    match = _REDO_NUMBERS.match(without_lead(text))
    if match is None:
        return None
    numbers = tuple(dict.fromkeys(int(number) for number in re.findall(r"\d+", match["numbers"])))
    rest = _tidied(match["rest"])
    is_redo = match["verb"].casefold().startswith(_REFINED)
    if rest and not is_redo:
        return None
    then = drawing_in(rest) if rest else None
    if rest and then is None:
        return None
    return _checked(numbers, Redo(then) if is_redo else DropShots(), context, text)


def _by_label(text: str, context: ReplyContext) -> Reply | None:
    numbers, rest = shots_in(text)
    if not numbers:
        return None
    request = _request(_tidied(rest))
    return _checked(numbers, request, context, text) if request else None


def _request(words: str) -> ShotRequest | None:
    if _DROP.match(words):
        return DropShots()
    found = command(words) or command_then(words) or about_versions(words, ReplyContext()) or drawing_in(words)
    if isinstance(found, Edit | Structural | Variations | Redo | Undo | BackTo | Branch | Compare):
        return found
    return None


def _everywhere(text: str) -> ForShots | None:
    match = _EVERYWHERE.search(text)
    if match is None:
        return None
    rest = (
        _tidied(text[: match.start()] + " " + text[match.end() :])
        if match[0].isascii()
        else text[: match.start()] + ("把" if match[0].startswith("把") else "") + text[match.end() :]
    )
    drawing = drawing_in(rest) or drawing_in(text)
    return ForShots((), drawing, everywhere=True) if drawing else None


def _checked(numbers: tuple[int, ...], request: ShotRequest, context: ReplyContext, words: str) -> Reply:
    if all(1 <= number <= context.shots for number in numbers):
        return ForShots(numbers, request)
    return Unclear(
        UnclearWhy.NO_SUCH_SHOT, words, tuple(f"redo #{number}" for number in range(1, min(3, context.shots) + 1))
    )


def _tidied(rest: str) -> str:
    """What is left beside labels: "in , make the sky pink" -> "make the sky pink"."""
    words = re.sub(r"\s+", " ", rest).strip()
    words = re.sub(
        r"^(?:(?:in|on|for|of|and|the|at|to)\b[\s,:]*)*[,:;，：\s-]*(?:的|里的?|中的?)?", "", words, flags=re.IGNORECASE
    )
    words = re.sub(r"^(把|将|给|让) ?(?:的|里的?|中的?)? ?", r"\1", words)
    return re.sub(r"(?:[\s,]+(?:in|on|for|of|to|the|at|from))+\s*[.!?]*$", "", words, flags=re.IGNORECASE).strip(" ,，")
