"""A Chinese reply into clauses, without politeness, opinions and news; and its keep-list."""

import re

from bot.reading.replies.splitting import Clauses

_CUT = re.compile(
    r"[，,。；;！!？?\n]+|、?(?:然后|同时|并且|另外|此外|接着|而且)|(?<=[\u4e00-\u9fff])并(?=把|将|在|给|去"
    r"|添|加|删|移|换|改)"
    r"|(?<=[\u4e00-\u9fff])(?:再|但是?|和)(?=把|将|给|保持|保留|在.{1,12}(?:加|放|画))"
)


_LEAD = re.compile(
    r"^(?:请问|请你|请|麻烦(?:你|您)?|帮我|帮忙|帮|劳驾|能不能|能否|可不可以|可否|可以|是否可以|能|要不"
    r"|不如|试试(?:看)?|试着|试一下|我想要|我想|我要|我希望|我们想|希望|想"
    r"|想要|最好|那就|那|就|也|还|然后|接着|最后|首先|先|现在|"
    r"顺便|另外|嗯|好的?|好了|不错|很好|ok|OK|给我|为我|仅|稍微|直接|一起|把它|的话|之后|后续|如果|要是|假如|但是?"
    r"|不过|而|并|同时|谢谢|你好|easel|Easel|你|您)(?=.)[，,、 ]*"
)


_TRAIL = re.compile(
    r"(?:吧|呗|吗|嘛|呢|哦|哈|啊|呀|啦|了|谢谢|好吗|可以吗|行吗|好不好|行不行|怎么样|如何|看看|试试|试试看"
    r"|一下下|[ ~～。.！!？?…]+)$"
)


_KEEP = re.compile(
    r"^(?:但是?|并|同时|请|要|记得|注意)?(?P<kept>.*?)(?:都|也|均|全部|的?其他)?(?:要|需|需要|请|应该"
    r"|必须)?(?:保持|维持|保留)?(?:不变|不动|原样|原状|一致"
    r"|不要(?:改|动|变)(?:动|变|了)?|别(?:改|动|变)动?|不用(?:改|动|变)|不能变|照旧|和原来一样|跟原来一样|跟之前一样)$"
)


_KEEP_VERB = re.compile(
    r"^(?:但是?|并|同时|请|要)?(?:保持|保留|维持|别动|不要动|不要改变?|不改变|别改|不动"
    r"|只改.{0,4})(?P<kept>.+?)(?:不变|不动|原样|一致|不改)?$"
)


QUESTION = re.compile(
    r"(?:谁|哪里|哪儿|哪个|哪张|什么|为什么|怎么(?!样)|多大|多久|会不会|要不要|多少|几个|几张|是不是|有没有"
    r"|对吗|是吗|了吗|过吗)"
)


# Opinions and news: "画风很好", "字太小了", "下雪了", "昨天换成了红色".
_TOLD = re.compile(
    r"^(?!把|将|让|给|请|麻烦|帮|能|可|改|换|变|调|加|去|删|移|不要)(?:.*(?:有点|太|真|很|挺|蛮|最|超"
    r"|好)(?!像)[\u4e00-\u9fff]{1,4}(?:了|吧|啊|呀"
    r"|的)*$|.*(?:了|过|中)$)|(?:改|换|变|做|调|染|画|删|加|去|移)(?:成|为|掉|好|完)?(?:过"
    r"|了)(?=[\u4e00-\u9fff])(?!吧)|^(?:已|昨|刚|今天"
    r"|之前|以前|上次)|^(?:更新|修改|完成|搞定|替换|添加|删除)(?:好|完)?了?$"
)


def split(text: str) -> Clauses:
    asks: list[str] = []
    keeps: list[str] = []
    for piece in _CUT.split(text):
        clause = _without_lead(piece)
        if not clause or _TOLD.search(piece.strip()):
            continue
        if kept := _kept(clause):
            keeps += kept
        else:
            asks.append(clause)
    return Clauses(tuple(asks), tuple(dict.fromkeys(keeps)))


def _without_lead(piece: str) -> str:
    rest = piece.strip()
    if QUESTION.search(rest) and not re.match(r"(?:能不能|能否|可不可以|可否|如果|要是|可以)", rest):
        return rest
    for _ in range(6):
        shorter = _LEAD.sub("", rest)
        if shorter == rest or not shorter:
            break
        rest = shorter
    for _ in range(4):
        shorter = _TRAIL.sub("", rest)
        if shorter == rest or not shorter:
            break
        rest = shorter
    return rest


def _kept(clause: str) -> list[str]:
    if match := _KEEP.match(clause):
        kept = re.sub(r"^(?:保持|保留|维持|把|将|请|让)", "", match["kept"]).strip()
        return [kept] if kept else []
    if match := _KEEP_VERB.match(clause):
        return [match["kept"].strip()]
    return []
