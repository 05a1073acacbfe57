"""What people say around pictures without asking for one: praise, thanks, and questions to the bot about itself."""

import re

from bot.domain.replies import Approval, Question, Reply, Talk, Topic
from bot.reading.replies.edits import drawing_in
from bot.reading.replies.phrases import words_of
from bot.reading.replies.wordlists import listed

_PRAISE = re.compile(
    r"^(?:(?:yes|yeah|yep|yay|oh|wow|ok|okay|omg|ooh|aww?|haha|great|and|so|just|really|absolutely|thanks"
    r"|thank you|that['’]?s|this is|it['’]?s|looks?|looking|very|i|we|you|all|the|this|that|it|one|version|is"
    r"|are|do|simply|so much|everyone|team|guys|here|of|a|an|to|go|for|me|from|my side|by|with|now|already"
    r"|pretty|quite|much|"
    r"love(?:ly|s|d)?|like|liked|perfect(?:ion)?|nice(?:ly)?|good|best|better|excellent|awesome|amazing"
    r"|beautiful|gorgeous|stunning|fantastic|wonderful|brilliant|superb|cool|sweet|neat|incredible|lgtm|sgtm"
    r"|approved?|approve|ship|nailed|done|final|finally|winner|great job|job|work|well|spot on|on point|right"
    r"|happy|signed|off|ready|yess+|"
    r"chef['’]?s|kiss|bravo|fire|top|super|crisp|clean|cute|adorable|fab|magic|magnificent|fine|works|exactly"
    r"|what|wanted|needed|i wanted|thumbs|up)(?![\w'’])[\s,.!]*)++$",
    re.IGNORECASE,
)
_APPROVES = listed(
    "love lovely loves loved perfect perfection approved approve lgtm sgtm ship nailed awesome amazing "
    "beautiful gorgeous stunning fantastic wonderful brilliant excellent superb winner bravo best great nice "
    "good happy exactly magnificent incredible cool sweet"
)
# Possessive, or a row of such words would be taken apart in every possible way.
_CHINESE_PRAISE = re.compile(
    r"^(?:就用这张|就这张|就这个|看起来|没问题|可以了|爱了|绝了|极了|可以|非常|特别|这张|这个|效果|这版"
    r"|感觉|觉得|喜欢|完美|漂亮|好看|不错|可爱|满意"
    r"|通过|定稿|OK|ok|太|真|很|超|好|挺|就|这|我|们|棒|赞|美|牛|了|啊|呀|哦|的|！|!|~|～|。|，|,|吧)++$"
)
_CHINESE_APPROVES = re.compile(
    r"棒|赞|美|喜欢|爱了|漂亮|好看|不错|可爱|牛|绝了|满意|通过|没问题|定稿|就用?这[张个]|可以了|OK|ok"
)
_THANKS = re.compile(
    r"^(?:(?:ok(?:ay)?|great|cool|perfect|many|so|awesome|nice|wonderful|got it|alright|super|lovely|good"
    r"|brilliant|oh|wow|no|hi|hello|hey|and|,|!|\.) *)*(?:thanks|thank you|thx|ty|cheers|merci|danke|gracias"
    r"|good (?:morning|night|evening|afternoon)|hi|hello|hey|bye|welcome|you['’]?re welcome|np|no problem|谢谢|多谢"
    r"|感谢|辛苦了?|你好|早|早上好|晚安|再见|嗨)\b(?P<rest>.{0,40})$"
    r"|^(?:谢谢|多谢|感谢|辛苦|你好|早上好|晚安|再见|收到|好的|嗯+|哈+|哦+|行|OK)[^把将给加换改去]{0,10}$",
    re.IGNORECASE,
)
_QUESTIONS: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    (
        Topic.PRICE,
        re.compile(
            r"\bhow much (?:does|do|did|will|would|is|was|has|have|money|budget)\b(?!.* (?:coffee|lunch|ticket"
            r"|agency|shoot|photographer|print))|\bwhat(?:['’]s| is| was| does| did| will| would) (?:it|this"
            r"|that|one|an edit|the (?:price|cost)|a picture)(?: \w+){0,3} ?(?:cost|price)?\b(?<=cost|rice)"
            r"|\bwhat(?:['’]s| is) (?:the|our|my) (?:remaining )?(?:price|cost|budget|spend)\b(?! for the)"
            r"|\bhow much (?:budget|money|is left|have (?:i|we) (?:spent|left))"
            r"|^(?:这|一|画|改|修|每|做|总共|一共|目前|现在)?.{0,8}(?:多少钱|花了多少|费用是?多少"
            r"|什么价格|怎么收费|还剩多少预算|预算还有多少|花费多少)",
            re.IGNORECASE,
        ),
    ),
    (
        Topic.ABILITIES,
        re.compile(
            r"^(?:(?:hey|hi|ok|so|easel|hello)[, ]+)*(?:what (?:can|else can) (?:you|easel|this bot|the bot|i) "
            r"(?:do|ask|say)\b|what are you\b|who are you\b|how (?:do|can|does) (?:i|we|you|one|this|it|easel"
            r"|the bot) (?:undo|go back|use|work|compare|branch|cancel|change|edit|add|remove|start|make|talk"
            r"|add a reference|get|upload)\b|(?:can|do|are) (?:you|easel|the bot) (?:able to|do|understand"
            r"|speak|support|handle|work with|"
            r"know how)\b|which model\b|what model\b|how does (?:this|it|easel) work|is there a way to (?:undo"
            r"|compare|go back|see))|^你(?:能|会|可以)(?:做|干|画)?(?:什么|啥|哪些)|^(?:怎么"
            r"|如何)(?:用|使用|撤销|对比|回退|取消|操作|修改)"
            r"|^你是谁|用的?(?:是)?(?:什么|哪个)模型",
            re.IGNORECASE,
        ),
    ),
    (
        Topic.TIME,
        re.compile(
            r"^(?:\w+[, ]+)?(?:how long (?:does|do|will|would|did|until|is|has) (?:it|this|that|an edit|a picture"
            r"|drawing|the next one|one)?\b.*|when (?:will|is) (?:it|this) (?:be )?(?:ready|done)|(?:is|are) (?:it"
            r"|you|this) (?:ready|done|finished|still (?:drawing|working|running))(?: yet)?|eta)\??$|(?:还要"
            r"|需要)(?:多久"
            r"|多长时间)|多久(?:能|可以)?(?:好|画完|完成)|好了吗|画完了吗",
            re.IGNORECASE,
        ),
    ),
)


def talk_in(text: str) -> Reply | None:
    """A reply that as a whole is praise, thanks or a question about Easel."""
    words = text.strip(" .!?~。！？")
    if _CHINESE_PRAISE.match(words) and _CHINESE_APPROVES.search(words):
        return Approval(text)
    if _PRAISE.match(words) and _APPROVES & set(words_of(words)):
        is_greeting = re.match(
            r"(?:good (?:morning|night|evening|afternoon)|nice (?:day|weekend|evening)|have a)\b", words, re.IGNORECASE
        )
        return Talk() if is_greeting else Approval(text)
    if (thanks := _THANKS.match(words)) and not (thanks["rest"] and drawing_in(thanks["rest"])):
        return Talk()
    return next((Question(topic, text) for topic, pattern in _QUESTIONS if pattern.search(text)), None)
