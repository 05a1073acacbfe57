"""Chinese requests without a verb: "再暗一点", "人物瘦一点", "水彩风格", "夜晚"."""

import re

from bot.domain.replies import ChangeKind
from bot.reading.replies.chinese_values import becomes, is_described, is_lit, is_styled, is_text, make
from bot.reading.replies.values import Part

_DEGREE = r"(?:更|再|稍微|略微|稍|有点|还要|多|少|太|比较|尽量|大幅|轻微)"
_A_BIT = re.compile(r"(?:一点点|一点儿|一点|一些|点儿|点|些|一级|一档)$")


_OPINION = re.compile(r"^(?:我|你|他|她|这|那|有点|太|觉得|感觉|好像|确实|好|真|挺|是|不|没)")


def _compared(clause: str) -> Part | None:
    """ "再暗一点", "人物瘦一点", "更清晰": a thing, then what it should have more of."""
    said = _A_BIT.sub("", clause)
    has_degree = re.search(_DEGREE, said) is not None
    if (said == clause and not has_degree) or _OPINION.match(clause):
        return None
    for at in range(min(len(said), 13)):
        of, what = (
            said[:at],
            re.sub(rf"^(?:要|应该|可以|需要|得|能|变得?|调)*(?:{_DEGREE})*(?:要|加|为|变得?|调)?", "", said[at:]),
        )
        of = re.sub(rf"(?:要|应该|可以|需要|得|能|变得?|调|的|{_DEGREE})+$", "", of)
        if what and len(what) <= 6 and is_described(what):
            return (
                make(ChangeKind.TEXT, clause, of, what)
                if is_text(of)
                else becomes(of or None, what if of else clause, clause)
            )
    return None


def fragment(clause: str) -> Part | None:
    """ "再暗一点", "水彩风格", "夜晚", "窗外下雪"."""
    if found := _compared(clause):
        return found
    if len(clause) <= 12 and is_styled(clause) and re.search(r"(?:风格?|画|感|效果|版)$", clause):
        return make(ChangeKind.STYLE, clause, None, clause)
    if (
        len(clause) <= 10
        and (
            lit := re.match(
                r"(?:在|是|窗外|外面|天空|场景|时间|天气)?(?:正在|变成?)?(?P<y>.+?)(?:的?(?:时候|场景|氛围|光线|版本"
                r"|版))?$",
                clause,
            )
        )
        and is_lit(lit["y"])
        and len(lit["y"]) <= 5
        and not lit["y"].endswith(("见", "到", "好", "黑", "吧", "冷", "热"))
    ):
        return make(ChangeKind.LIGHT, clause, None, clause)
    if 2 < len(clause) <= 8 and clause.endswith("背景") and not clause.startswith(("这", "那")):
        return make(ChangeKind.BACKGROUND, clause, None, clause)
    return None
