"""Pictures that come with a reply: what they guide, for how long, and the edit that they are for."""

import re

from bot.domain.cast import Role
from bot.domain.replies import Change, ChangeKind, Edit, ReferenceGiven
from bot.reading.replies.edits import drawing_in

_THIS = r"(?:this|that|the|these|my|our|his|her|attached|the attached|这个?|那个?|附图(?:中|里)?的?|图(?:中|里)的?)"
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        Role.CHARACTER,
        re.compile(
            r"\b(?:this|that|here) is (?:her|him|she|he|them|me|us|our (?:mascot|hero|character|ceo|founder)"
            r"|the (?:character|person|man|woman|girl|boy|guy|mascot|hero|ceo|dog|cat)|[A-Z][a-z]+)\b|\b(?:use"
            r"|with|take|keep|match) (?:this|that|her|his|my|the|these|our) "
            r"(?:\w+ )?(?:face|person|character|identity|woman|man|girl|boy|mascot|guy)\b|\bface (?:from|of"
            r"|like) (?:this|the)|\b(?:this is|it['’]?s|here['’]?s) what (?:she|he|they) looks? like|\bshe "
            r"should look like this|\bhe should look like this|\blike this (?:person|woman|man|girl|boy|guy)\b"
            r"|\b(?:make|have) (?:her|him|them) look like (?:this|that)\b"
            r"|(?:这|那)(?:就?是)(?:她|他|我|主角|女主|男主|角色|人物|本人|我们的?吉祥物)|(?:用|参考)(?:这"
            r"|那|她|他)(?:个|张|的)?(?:人|脸|人物|角色|长相)"
            r"|(?:她|他)长这样|换成(?:这个人|她|他)的脸",
        ),
    ),
    (
        Role.STYLE,
        re.compile(
            r"\b(?:use|with|in|like|match|follow|apply|copy|same|want|as) (?:(?:this|that|the|same|its|attached"
            r"|in|these) )*(?:(?:\w+ )?(?:style|look|palette|colou?rs|aesthetic|vibe|mood|colou?r grading"
            r"|grading|technique|feel|brush ?strokes|lighting))\b|\bstyle (?:reference|ref|of this|like this"
            r"|from this)|\bin the style of (?:this|that|the attached)|\b(?:this|as a) (?:is (?:the )?)?style\b"
            r"|\bmood ?board\b"
            r"|(?:用|参考|按照?|照着|换成|套用|模仿)(?:这|那|附图|图)(?:个|种|张|里|中"
            r"|幅)?的?(?:图的?)?(?:风格|画风|色调|配色|质感|感觉|氛围)|这个风格"
            r"|(?:风格|画风|色调)(?:参考|照着?|像)",
        ),
    ),
    (
        Role.COMPOSITION,
        re.compile(
            r"\b(?:use|with|like|match|follow|copy|same|keep) (?:(?:this|that|the|same|its|attached) "
            r")*(?:composition|layout|framing|pose|posture|angle|camera angle|perspective|arrangement|crop)\b"
            r"|\b(?:composition|layout|pose|sketch) (?:reference|ref|like this|from this|as in this)|\b(?:this"
            r"|as a) (?:is (?:the |my )?)?(?:layout|sketch|wireframe|composition|scribble)\b|\bpose(?:d)? like "
            r"this"
            r"|(?:用|参考|按照?|照着)(?:这|那|附图|图)(?:个|种|张|里|中)?的?(?:图的?)?(?:构图|布局|姿势"
            r"|动作|版式|角度)|这个(?:构图|姿势|布局)",
        ),
    ),
    (
        Role.PLACE,
        re.compile(
            r"\b(?:use|with|in|at|on|put .{1,30} (?:in|into|on|at)|as|place .{1,30} in) (?:(?:this|that|the "
            r"attached|these) )(?:\w+ )?(?:place|room|location|background|backdrop|setting|scene|office|kitchen"
            r"|street|house|beach|building|landscape|stage|shop|garden|studio)\b|\b(?:this|here) is (?:the|our"
            r"|my) (?:\w+ )?(?:place|room|location|office|shop|store|house|kitchen|background|venue|setting"
            r"|studio|garden)\b|\b(?:use|set|take) (?:this|it|that) (?:as|for) (?:the |a )?(?:background"
            r"|backdrop|setting|location|place)\b|\bbackground (?:from|like) this"
            r"|(?:用|以|把|换成|放到|放在|参考)(?:这|那|附图|图)(?:个|张|里|中)?的?(?:图)?(?:做|作为"
            r"|当)?(?:背景|地方|房间|场景|环境|地点)|这(?:是"
            r"|里是)(?:我们的?)?(?:办公室|房间|店|场地|地点|背景)|(?:作为|当|做)背景",
        ),
    ),
    (
        Role.OBJECT,
        re.compile(
            rf"\b(?:put|place|add|use|include|insert|with|replace .{{1,40}} (?:with|by)|swap .{{1,40}} (?:for"
            rf"|with)|have .{{1,20}} (?:wear|hold)|wearing|holding|stick|print|give (?:her|him|them|it)|change "
            rf".{{1,40}} (?:to|into)) (?:this|that|these|those|our|the attached|my|the) ?(?:\w+ )?(?:logo"
            r"|product|bottle|mug|cup|shoe|shoes|bag|hat|car|dress|jacket|shirt|object|thing|item|one|icon"
            r"|badge|"
            r"label|packaging|box|can|phone|chair|sofa|lamp|watch|glasses|necklace|ring|sticker|pattern|texture"
            r"|flag|poster|t-shirt|helmet|toy|robot|plant|picture|image|photo)?\b|\b(?:this|here) is (?:the|our"
            r"|my) (?:\w+ )?(?:logo|product|bottle|mug|packaging|label|car|phone|shoe|bag)\b|\blike this (?:one"
            r"|bag|hat|mug|chair|logo)\b"
            rf"|(?:把|将|用|加上?|换成|戴上|穿上){_THIS}.{{0,6}}(?:logo|LOGO|标志|产品|瓶子|杯子|包|鞋"
            r"|帽子|衣服|商品|物体|东西|图案|标|款)"
            r"|这(?:就?是)(?:我们的?|产品|logo|标志)",
        ),
    ),
)
_KEEP = re.compile(
    r"\b(?:keep (?:it|this|that|him|her|them|for)|from now on|for (?:the )?(?:all|every|rest|whole|future|next)"
    r"|always|for later|remember|in all|for everything|going forward|for the session|throughout)\b|以后(?:都|也)?"
    r"|一直|都用|记住|后面都|从现在(?:开始|起)|保留",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:put|place|add|stick|print|use) (?:this|that|the|our|my|these)(?: \w+){0,2} (?:on|onto|in|into|to"
    r"|for|over|at) (?P<target>(?:the|her|his|its|their|a|an) .+?)(?:[,.;!]|$)|(?:放|印|贴|加|画|P|p)(?:在"
    r"|到)(?P<target2>.+?)(?:上|里|中|$|，|。)",
    re.IGNORECASE,
)


def reference_in(text: str) -> ReferenceGiven:
    """What the words say about the pictures that came with them; without words about them the role is None."""
    role = next((role for role, pattern in _ROLES if pattern.search(text)), None)
    named = _TARGET.search(text)
    target = (named["target"] or named["target2"]).strip() if named else None
    then = drawing_in(text)
    if then is None and role is Role.OBJECT and target:
        then = Edit((Change(ChangeKind.ADD, text, target, "the reference"),))
    if (
        role
        and role is not Role.OBJECT
        and isinstance(then, Edit)
        and all(_is_about(change, role) for change in then.changes)
    ):
        then = None
    return ReferenceGiven(role, text, _KEEP.search(text) is not None, target, then)


def _is_about(change: Change, role: Role) -> bool:
    """The sentence only says what the picture is for: "use this style" is no edit besides."""
    return dict(_ROLES)[role].search(change.words) is not None
