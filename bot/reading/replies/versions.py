"""Replies that move between versions: back to, branch, compare; with a change after them, if one is named."""

import re

from bot.domain.replies import BackTo, Branch, Compare, Drawing, Reply, Unclear, UnclearWhy
from bot.reading.replies.context import ReplyContext
from bot.reading.replies.edits import drawing_in
from bot.reading.replies.labels import VERSION, version_of, versions_in
from bot.reading.replies.phrases import without_lead

_BACK = re.compile(
    r"^(?:let['’]?s |please |can we |can you |could you |could we |ok |we should )*(?:(?:go|come|take (?:it|us"
    r"|me)|bring (?:it|us)|switch|jump|return|roll|revert|reset|rewind|move)(?: (?:it|this|me|us))? ?)?(?:back "
    r")?(?:to|restore|use|using|take|continue (?:with|from)|work (?:with|from)|"
    r"start(?:ing)? (?:again )?(?:from|with)|based on|edit|on|in|with|pick|from|revert to|回到|恢复到?"
    r"|恢复|回退到|退回到?"
    r"|返回|切回|回|还原到|用|基于|从|在|以|帮我恢复)\s*"
    rf"(?:the result of |picture |edit )?{VERSION}(?: ?(?:image|picture|one|please|for me|again|version"
    r"|input))*(?:开始|继续|的?基础上|吧|来|上)?",
    re.IGNORECASE,
)
_BARE = re.compile(rf"^{VERSION}(?P<gap>\s*[,:，：]?\s*)", re.IGNORECASE)
_BRANCH = re.compile(
    r"^(?:let['’]?s |please |can you |could you )*!?(?:branch(?: off)?|fork|make a (?:new )?branch|new "
    r"branch|start a (?:new )?branch|分支|新建分支|开个?分支|从)(?: (?:it|this|here))?(?: ?(?:from|off|at|of|on))?\s*",
    re.IGNORECASE,
)
_COMPARE = re.compile(
    r"^(?:let['’]?s |please |can (?:you|we|i) |could you |show me )*!?(?:compare|diff|对比一?下?|比较一?下?|side[- "
    r"]by[- ]side|show (?:me )?(?:the )?difference(?:s)?(?: between)?|(?:what['’]?s|what is) the "
    r"difference between|(?:show|put) (?=.{1,40}side by side))",
    re.IGNORECASE,
)
_COMPARED_WITH = re.compile(
    r"\b(?:compare|diff|side[- ]by[- ]side|before (?:and|/|&) after|前后对比|对比|比较)", re.IGNORECASE
)


_OF_THE_LAST = re.compile(
    r" ?(?:it|this|them|both|the two|these|前后|上一版)?(?: ?(?:with|to|and) (?:the )?(?:previous|last|one "
    r"before)(?: one| version)?"
    r"|(?:the )?before (?:and|with|to|/|&) after| ?前后)?[ .!?吧]*",
    re.IGNORECASE,
)


def about_versions(text: str, context: ReplyContext) -> Reply | None:
    reply = _compared(text) or _branched(text) or _back(text)
    return _existing(reply, context, text) if reply else None


def _compared(text: str) -> Compare | None:
    match = _COMPARE.match(text)
    named = versions_in(text)
    if match is None:
        is_short = len(text.split()) <= 5 and _COMPARED_WITH.search(text)
        is_versus = re.fullmatch(r"v\d+ (?:vs\.?|versus|against|对比?) v\d+", text.strip(" ?.!"), re.IGNORECASE)
        return Compare(*named[:2]) if is_versus else Compare() if is_short and re.search("before|前后", text) else None
    if len(named) >= 2:
        return Compare(named[0], named[1])
    if named:
        return Compare(named[0], None)
    return Compare() if _OF_THE_LAST.fullmatch(text[match.end() :]) else None


def _branched(text: str) -> Branch | None:
    match = _BRANCH.match(text)
    if match is None:
        return None
    rest = text[match.end() :]
    if match[0].startswith("从") and "分支" not in text:
        return None
    label = re.match(rf"{VERSION}(?:开始|出|新建|开)?(?:一个)?(?:新?分支)?", rest, re.IGNORECASE)
    if label is None:
        return (
            Branch(None, _then(rest))
            if not rest.strip(" .!") or re.match(r"\s*(?:and|,|here|from here)", rest)
            else None
        )
    return Branch(version_of(label), _then(rest[label.end() :]))


def _back(text: str) -> BackTo | None:
    said = text if _BACK.match(text) else without_lead(text)
    if match := _BACK.match(said):
        rest = said[match.end() :]
        then = _then(rest)
        is_whole_message = not rest.strip(" .!,;，。！吧") or re.fullmatch(
            r"[ ,]*(?:please|thanks|for now|it was better|that was better|i liked it (?:better|more))[ .!]*",
            rest,
            re.IGNORECASE,
        )
        is_original_alone = match["original"] and re.match(
            r"(?:use|pick|take|with|on|in|from|edit)\b", said, re.IGNORECASE
        )
        if then or (is_whole_message and not is_original_alone):
            return BackTo(version_of(match), then)
        return None
    match = _BARE.match(said)
    if match and not match["original"]:
        then = _then(said[match.end() :])
        return BackTo(version_of(match), then) if then else None
    return None


def _then(rest: str) -> Drawing | None:
    words = re.sub(
        r"^[\s,;:.，；：。]*(?:and then|and|then|but|with|now|然后|并且?|再|但是?)?[\s,，]*",
        "",
        rest,
        flags=re.IGNORECASE,
    )
    return drawing_in(words) if words else None


def _existing(reply: Reply, context: ReplyContext, words: str) -> Reply:
    """The reply, or a question when it names a version that there is not."""
    named = (
        [reply.version]
        if isinstance(reply, BackTo | Branch)
        else [reply.first, reply.second]
        if isinstance(reply, Compare)
        else []
    )
    missing = [number for number in named if number is not None and context.versions and number not in context.versions]
    if not missing:
        return reply
    return Unclear(UnclearWhy.NO_SUCH_VERSION, words, tuple(f"back to v{number}" for number in context.versions[-3:]))
