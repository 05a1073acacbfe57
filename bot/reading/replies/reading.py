"""The reader by rules: words of a reply -> one of the closed union. Costs nothing, and takes talk for talk in doubt."""

import re

from bot.domain.replies import Help, ReferenceGiven, Reply, Talk, TalkKind, Unclear, UnclearWhy
from bot.reading.replies.commands import command, command_then
from bot.reading.replies.context import ReplyContext
from bot.reading.replies.edits import asks_in, drawing_in
from bot.reading.replies.hearing import hear
from bot.reading.replies.office import is_office
from bot.reading.replies.references import reference_in
from bot.reading.replies.shots import for_shots
from bot.reading.replies.smalltalk import talk_in
from bot.reading.replies.versions import about_versions

# A longer reply is a text about something: it is asked about, as nobody can tell which of its sentences are wishes.
MOST_CHARACTERS = 1200
# Commands, praise and versions are said in few words.
MOST_OF_A_COMMAND = 240
SUGGESTIONS = ("make it brighter", "remove the background", "4 variations")


class RulesReader:
    """Reads English and Chinese without any model."""

    async def read(self, text: str, context: ReplyContext) -> Reply:
        return read_reply(text, context)


def read_reply(text: str, context: ReplyContext) -> Reply:
    """What a reply asks; `text` as Slack sends it, the mention of the bot itself taken out."""
    if len(text) > 20 * MOST_CHARACTERS:
        return Unclear(UnclearWhy.TOO_LONG, text[:200])
    heard = hear(text, is_mention=context.is_addressed)
    if heard.is_to_others:
        return Talk(TalkKind.TO_A_PERSON)
    if not heard.words:
        return _wordless(heard.has_more, context)
    if len(heard.words) > MOST_CHARACTERS:
        return Unclear(UnclearWhy.TOO_LONG, heard.words[:200])
    return _read(heard.words, context)


def _wordless(has_more: bool, context: ReplyContext) -> Reply:
    if context.has_images:
        return ReferenceGiven(None, "")
    return Help() if context.is_mention and not has_more else Talk(TalkKind.NO_WORDS)


# The others are asked, or somebody's words are told: no wish of the person who writes.
_ASKS_OTHERS = re.compile(
    r"\bwhat (?:do|does|did) (?:you|we|people|others|everyone|the others) (?:all |guys )?think\b"
    r"|\bthoughts\s*\?|\bany (?:objections|opinions|thoughts)\b|\bdon['’]?t you think\b|\b(?:or not|wdyt|agree"
    r"|opinions?)\s*\?"
    r"|\b(?:they|he|she|clients?|boss|somebody|someone|everyone) (?:always |just |also |once )?(?:say|says|said"
    r"|asked|asks|wrote|writes|told|wants?|wanted)\b|\bthe brief says\b|\b(?:i[’']?m |am )?not sure\b|\bjust saying\b"
    r"|(?:你们|大家)(?:觉得|看|说)|(?:会不会|是不是|要不要|行不行|好不好)(?:更?好)?.{0,8}[？?]?$|(?:说|让"
    r"|要求)(?:要)?改",
    re.IGNORECASE,
)


def _read(words: str, context: ReplyContext) -> Reply:
    if len(words) <= MOST_OF_A_COMMAND and (found := command(words)):
        return found
    if context.has_images:
        return reference_in(words)
    if len(words) <= MOST_OF_A_COMMAND and (found := talk_in(words)):
        return found
    if found := for_shots(words, context) or command_then(words) or about_versions(words, context):
        return found
    if _ASKS_OTHERS.search(words) and not context.is_addressed:
        return Talk(TalkKind.TO_A_PERSON)
    return drawing_in(words) or _vague(words, context) or Talk()


_NO_CHANGE = re.compile(
    r"^(?:make|get|do|have) (?:it|this|that|the (?:image|picture|photo)) (?:even |much |a (?:bit|little|lot) "
    r"|look |way )*(?:better|good|great|nicer|nice|cool|cooler looking|more interesting|more beautiful|prettier"
    r"|amazing|work|pop|perfect)$|^(?:improve|fix|change|edit|modify|adjust|tweak|update|polish|refine) (?:it"
    r"|this|that|the (?:image|picture|photo)|something)$"
    r"|^do something (?:with|about|to) .+|^(?:改|修改|调整|优化|修|改进)(?:一下|下|改)?(?:这张?图?|图片?"
    r"|它)?$|^(?:弄|变"
    r"|改)(?:得)?(?:好看|漂亮|好)(?:一点|一些|点|些)$",
    re.IGNORECASE,
)
_NO_VALUE = re.compile(
    r"^(?:change|replace|swap|alter|modify|adjust|edit|recolou?r|switch|update|fix|turn|make|set|convert"
    r"|transform) (?:the|her|his|its|their|this|that) [\w'’ -]{2,50}$|^(?:把|将)?.{1,12}(?:换一下"
    r"|改一下|换掉|改改|换换|改掉)$"
    r"|^(?:改变|更换|修改|换)(?!行|人|我|你).{1,12}的?(?:颜色|材质|风格|样子|背景|字体|文字)$",
    re.IGNORECASE,
)


def _vague(words: str, context: ReplyContext) -> Unclear | None:
    """Something is asked, but not what: asked about. Words to the bot that ask nothing known are, too."""
    for said in asks_in(words):
        if _NO_CHANGE.match(said):
            return Unclear(UnclearWhy.NO_CHANGE_NAMED, words, SUGGESTIONS)
        if _NO_VALUE.match(said) and not is_office(said):
            return Unclear(UnclearWhy.NO_NEW_VALUE, words, SUGGESTIONS)
    return Unclear(UnclearWhy.NO_CHANGE_NAMED, words, SUGGESTIONS) if context.is_addressed else None
