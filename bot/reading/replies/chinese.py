"""One clause of Chinese -> one change."""

import re
from collections.abc import Callable

from bot.domain.replies import ChangeKind, Scope
from bot.reading.replies.chinese_clauses import QUESTION
from bot.reading.replies.chinese_fragments import fragment
from bot.reading.replies.chinese_structural import structural
from bot.reading.replies.chinese_values import (
    becomes,
    is_background,
    is_described,
    is_lit,
    is_place,
    is_styled,
    is_text,
    make,
    wording,
)
from bot.reading.replies.phrases import ASIDE
from bot.reading.replies.values import Part

Handler = Callable[[re.Match[str], str], Part | None]


_NOT_PICTURES = re.compile(
    r"^(?:我们?|他们?|她们?|你们|咱们?|大家|客户|老板|甲方|领导|设计师|小[\u4e00-\u9fff])(?:也|都|还|就"
    r"|刚|已经|今天|明天|可能|应该|会|先|去|来|说|想|在|不|没"
    r"|很|更|比较|其实|自己)*(?:觉得|认为|喜欢|说|感觉|要|去|来|看|有|是|用|在|想|确认|明天|已|改|换|等|做"
    r"|决定|定|同意|需要|问|知道|记得|负责|发)"
    r"|(?:通知|好友|效率|成本|价格|音量|进度|流程|沟通|共享盘|网盘|热度|销量|流量|粉丝|关注|会议|开会|会上"
    r"|文案稿|日程|deadline|截止|方案|文档|文件|链接|群|微信|邮件|邮箱"
    r"|电话|合同|发票|预算|报销|飞书|钉钉|PPT|ppt|周报|日报|排期|需求|工单|权限|密码|账号|客户那边|老板"
    r"|加班|加油|加我|加一下我|吃饭|请假|放假|周[一二三四五六日末]|星期|明天|后天"
    r"|下周|下午|上午|几点|时间)"
    r"|^(?:让(?:我|他们?|她|大家|客户|设计|老板)(?:看|想|确认|来|去|们|先|知道|休息|决定|发|改)|给(?:我|客户"
    r"|老板|大家|他们?|她)(?:看|发|说|讲|个(?:链接|时间)|打"
    r"|汇报)|变天|改天|改日|换人|换个(?:话题|时间|人|地方(?:聊|吃|见))|去(?:吃|开|找|问|看|了|哪)|画得|换我"
    r"|换你|加入(?:我们|群)|删掉(?:群|消息|我)|没(?:事|问题"
    r"|关系|空|有问题|什么|办法|时间|想到|意见)|不(?:用|错|好意思|客气|行|对|是|急|着急|知道|确定)|要(?:不要"
    r"|开|去|是)|放心|放着|打开(?:链接|文件|电脑)|关(?:于|了|注))"
)


_BE = (
    r"(?:替换|更换|修改|更改|改变|转换|转化|调整|切换|变换|变|改|换|转|做|弄|调|染|涂|刷|漆|画|处理|渲染"
    r"|设置|设|翻译|P|p)(?:成为|成|为|作|到|至|回)"
)


_GONE = (
    r"(?:去掉|去除|删掉|删除|删去|移除|移走|擦掉|擦除|擦去|抹掉|抹去|拿掉|拿走|拿开|P掉|p掉|消除|清除"
    r"|清理掉|清空|除掉|除去|隐藏|剪掉|弄掉|剔除|撤掉|减掉|取下来?|摘掉"
    r"|摘下来?|脱掉|脱下|刮掉|剃掉|扔掉|抠掉|弄走|消失|不要了|清掉|遮住)"
)


_PUT = (
    r"(?:添加|增加|加上去|加上|加入|加个|加点|加些|加一|加|放上|放置|放个|放一|放|摆上|摆放|摆|画上|画个|画一"
    r"|画(?!风|面|得|质)|贴上|贴|印上|印|戴上|戴|穿上|穿|配上|配"
    r"|装上|装|安上|补上|插入|插上|插|挂上|挂|添上|添|写上|写|刻上|刻|涂上|长出|长|盖上|披上|披|系上|系"
    r"|撒上|撒|铺上|铺|种上|种|新增|再来|来一只|来一个)"
)


_DO = (
    r"(?:调亮|调暗|提亮|加亮|变亮|变暗|变淡|变深|加深|减淡|放大|缩小|变大|变小|调大|调小|调高|调低|拉长"
    r"|缩短|加粗|加宽|加长|加大|加强|减弱|增强|降低|提高|提升|模糊|虚化|锐化|打开"
    r"|关上|关掉|关闭|点亮|点燃|旋转|举起来?|抬起来?|抬高|低下|张开|闭上|睁开|"
    r"弄大|弄小|弄亮|弄暗|弄干净|弄清晰|变清晰|变红|变黑|变白|变绿|变蓝|变老|变年轻|变长|变短|变瘦|变胖|美白"
    r"|磨皮|瘦脸|上色|优化|修复|美化|柔化|淡化|弱化|突出|打碎|折叠|翻开|转过来"
    r"|转过去|转向|涂黑|涂白|漂白|染色|换色|改色|微调|调整|调节|调|变得|显得|弄得|修)"
)


def read_clause(clause: str) -> Part | None:
    if not clause or _NOT_PICTURES.search(clause):
        return None
    if QUESTION.search(clause):
        return None
    if found := structural(clause):
        return found
    for pattern, handler in _PATTERNS:
        match = pattern.match(clause)
        if match and (part := handler(match, clause)):
            return part
    return fragment(clause)


def _became(match: re.Match[str], clause: str) -> Part | None:
    return becomes(match["x"], match["y"], clause)


def _gone(match: re.Match[str], clause: str) -> Part | None:
    gone = re.sub(r"^(?:掉|了|图中的?|画面[里中]的?|照片[里中]的?|图片[里中]的?)", "", match["x"]).strip()
    if not gone or re.match(r"(?:我|你|他们|这条|消息)", gone):
        return None
    if is_background(gone) and gone.endswith(("背景", "后景")):
        return make(ChangeKind.BACKGROUND, clause, gone)
    if is_text(gone) and not re.search(r"水印|标志|logo", gone, re.IGNORECASE):
        return make(ChangeKind.TEXT, clause, gone)
    return make(ChangeKind.REMOVE, clause, gone)


def _added(match: re.Match[str], clause: str) -> Part | None:
    where = (match.groupdict().get("x") or "").strip() or None
    if (
        where
        and match["v"] in ("放到", "放在", "放进", "P到", "p到")
        and is_place(where)
        and not where.endswith(("上", "里", "下"))
    ):
        return make(ChangeKind.BACKGROUND, clause, match["y"], where)
    verb, new = match["v"], match["y"].strip(" 了")
    new = ("一" if verb.endswith("一") else "") + re.sub(r"^(?:上|个|一下)", "", new)
    if not new or new[0] in "在到进入" or re.match(r"(?:微信|班|油|群|钱|我|你)", new):
        return None
    if ASIDE.search(new) or is_text(new) or verb.startswith(("写", "刻")):
        return make(ChangeKind.TEXT, clause, where, wording(new))
    if is_styled(new) and new.endswith(("风格", "滤镜", "画风")):
        return make(ChangeKind.STYLE, clause, None, new)
    if new.endswith(("背景", "底色")):
        return make(ChangeKind.BACKGROUND, clause, None, new)
    if new.endswith(("光", "灯光", "光线", "光影", "阴影", "氛围", "光照")) and verb.startswith(
        ("加", "添", "增", "打")
    ):
        return make(ChangeKind.LIGHT, clause, where, new)
    if new.endswith(
        ("对比度", "饱和度", "亮度", "清晰度", "质感", "细节", "颗粒感", "大", "强", "深", "粗", "宽", "长")
    ):
        return make(ChangeKind.ATTRIBUTE, clause, where, new, scope=None if where else Scope.GLOBAL)
    return make(ChangeKind.ADD, clause, where, new)


def _swapped(match: re.Match[str], clause: str) -> Part | None:
    """ "换个发型", "给她换上红裙子": another one of what is there."""
    new = re.sub(r"^(?:上|成|个|一个|一种|一下|一件|一套|一身|一条|别的|其他|另一个|掉)+", "", match["y"]).strip()
    where = (match.groupdict().get("x") or "").strip() or None
    if not new or re.match(r"(?:我|你|人|时间|话题)", new):
        return None
    if is_background(new) or new.endswith(("天空", "场景", "地点", "环境")):
        return make(ChangeKind.BACKGROUND, clause, None, new)
    if is_styled(new) or new.endswith(("风格", "画风")):
        return make(ChangeKind.STYLE, clause, None, new)
    if is_lit(new):
        return make(ChangeKind.LIGHT, clause, None, new)
    if is_text(new):
        return make(ChangeKind.TEXT, clause, new)
    kind = (
        ChangeKind.REPLACE
        if where is None and not re.search(r"(?:衣服|发型|颜色|姿势|表情|动作|材质|造型|服装|裙|裤|衣|发|色|妆)", new)
        else ChangeKind.ATTRIBUTE
    )
    return make(kind, clause, where, new)


def _replaced_by(match: re.Match[str], clause: str) -> Part | None:
    return becomes(match["x"], match["y"], clause)


def _done(match: re.Match[str], clause: str) -> Part | None:
    of, verb = match["x"], match["v"]
    if is_background(of):
        return make(ChangeKind.BACKGROUND, clause, of, verb)
    if is_text(of):
        return make(ChangeKind.TEXT, clause, of)
    if is_lit(of) or re.search(r"(?:亮度|曝光|光|灯|影|色温|氛围|色调|冷暖)", of):
        return make(ChangeKind.LIGHT, clause, of, match["y"] or verb)
    return make(ChangeKind.ATTRIBUTE, clause, of, (verb + match["y"]).strip())


_HOLDING = re.compile(
    r"(?:.{0,4}?)(?:戴上?|拿着?|手持|握着|抱着?|举着|背着?|提着|穿上|骑着?|坐着?在?|有)(?:一|了|着)?(?P<y>.+)$"
)


def _caused(match: re.Match[str], clause: str) -> Part | None:
    """ "让她笑", "让他戴上墨镜", "让画面更暖": who, and what they do."""
    who, what = match["x"], match["y"]
    if what.endswith("感"):
        return make(ChangeKind.ATTRIBUTE, clause, who, what, scope=Scope.GLOBAL)
    if (worn := _HOLDING.match(what)) and not re.match(r"(?:手|头|点|精神|活力)", worn["y"]):
        return make(ChangeKind.ADD, clause, who, worn["y"])
    if re.match(r"(?:变成|成为|变为|看起来像|变得像)", what):
        return becomes(who, re.sub(r"^(?:变成|成为|变为|看起来像|变得像)", "", what), clause)
    if re.search(r"消失|不见", what):
        return make(ChangeKind.REMOVE, clause, who)
    if is_background(who):
        return make(ChangeKind.BACKGROUND, clause, who, what)
    if re.match(r"(?:画面|整体|图片|照片|光线|灯光|色调|氛围|天气|气氛|色彩|场景)", who):
        kind = (
            ChangeKind.LIGHT if is_lit(what) or re.search(r"亮|暗|暖|冷|柔|下雪|下雨", what) else ChangeKind.ATTRIBUTE
        )
        return make(kind, clause, None, what, scope=Scope.GLOBAL)
    return make(ChangeKind.ATTRIBUTE, clause, who, what, attribute=None if is_described(what) else "pose")


def _styled(match: re.Match[str], clause: str) -> Part | None:
    return make(ChangeKind.STYLE, clause, None, match["y"])


def _bare(match: re.Match[str], clause: str) -> Part | None:
    return becomes(None, match["y"], clause)


def _p(pattern: str, handler: Handler) -> tuple[re.Pattern[str], Handler]:
    return re.compile(pattern), handler


_PATTERNS: tuple[tuple[re.Pattern[str], Handler], ...] = (
    _p(r"(?:用|拿|以)(?P<y>.{1,30}?)(?:替换掉?|替代|代替|取代|换掉)(?P<x>.{1,30})$", _replaced_by),
    _p(
        r"(?:用|以|按照?|采用|改用|换成|变成|改成|转成|转换成|转换为|转化为|做成|画成|渲染成|重绘为|变为"
        r"|改为)?(?P<y>.{0,24}(?:风格|画风|手绘风|漫画风|动漫风|油画"
        r"|水彩画?|水墨画?|素描|版画|简笔画|插画|像素画|剪纸|浮世绘|线稿|国画|粘土|赛博朋克))(?:的?(?:风格"
        r"|画风|效果|方式|形式))?(?:重新?(?:画|绘制|渲染)|来画|表现|呈现"
        r"|处理|重画|重绘)?(?:一?[遍下次张])?$",
        _styled,
    ),
    _p(rf"(?:把|将|对|给|让|使)(?P<x>.{{1,60}}?)(?:全部|都|全|一律|统一|直接|整体|给|一起)?{_BE}(?P<y>.+)$", _became),
    _p(rf"(?:把|将|给)(?P<x>.{{1,60}}?)(?:全部|都|全|给|统统|一起)?{_GONE}(?:了|吧)?$", _gone),
    _p(rf"(?:请)?{_GONE}(?P<x>.+)$", _gone),
    _p(r"(?:不要|别要|不想要|不需要|没有|去)(?P<x>(?!改|动|变|担心|急|了|用)(?:水印|背景|.{1,20}))$", _gone),
    _p(rf"(?:把|将)(?P<x>.{{1,40}}?)(?P<v>{_DO})(?P<y>.*)$", _done),
    _p(
        r"(?:把|将)(?P<y>.{1,30}?)(?P<v>加到|加在|加入|添加到|放到|放在|放进|贴到|贴在|印到|印在|画在"
        r"|画到|写在|写到|戴在|挂在|挂到|摆在|摆到|P到"
        r"|p到)(?P<x>.+)$",
        _added,
    ),
    _p(r"(?:给|为|替|帮)(?P<x>.{1,20}?)(?:换上|换成|换个|换一|换)(?P<y>.+)$", _swapped),
    _p(rf"(?:给|为|替|在|往|于|帮|对)(?P<x>.{{1,40}}?)(?:再|多|也|都|各|随意|随机)?(?P<v>{_PUT})(?P<y>.+)$", _added),
    _p(
        rf"(?P<x>.{{0,20}}?(?:上面?|里面?|中间?|旁边?|边上?|下面?|后面?|前面?|左边|右边|身上|头上|手里"
        r"|手上|角|处|背景|前景|天空|窗外|桌面|地面|墙面|海面"
        rf"|水面))(?:再|多|也|都)?(?P<v>{_PUT})(?P<y>.+)$",
        _added,
    ),
    _p(rf"(?:再|多)?(?P<v>{_PUT})(?P<y>.+)$", _added),
    _p(
        r"(?:让|使|叫|令)(?P<x>.{1,16}?)(?P<y>(?:戴|拿|手持|握|抱|举|背|提|穿|骑|坐|站|走|跑|跳|笑|微笑"
        r"|哭|看|望|转|抬|低|张|闭|睁|躺|跪|蹲|挥|指|变"
        r"|成为|更|再|显得|看起来|有|没有|消失|不见|面向|朝|飞|游|喝|吃|睡|唱|弹|打|做|摆|比|露|伸|牵|靠"
        r"|回头|点头|眨|吐|下雪|下雨|开|亮|发光|充满|带|长|瘦|胖|年轻|老"
        r"|表情|头|手|眼|双手|嘴|身体|穿着|保持微笑|流|拥抱|亲|握手|击掌|鼓掌|鞠躬|敬礼|瞪|皱|生气|开心|高兴"
        r"|惊讶|悲伤|严肃).*)$",
        _caused,
    ),
    _p(rf"(?P<x>.{{1,40}}?)(?:全部|都|全|可以|能|应该|需要|要|最好|请)?{_BE}(?P<y>.+)$", _became),
    _p(rf"{_BE}(?P<y>.+)$", _bare),
    _p(r"(?:换上|换掉|换个|换一|换|更换|改个|改一|更改|改变|修改)(?:一?[个种下张件套身条]|成)?(?P<y>.+)$", _swapped),
    _p(r"(?P<v>恢复|还原|改回|变回|保留)(?P<y>)(?P<x>.{2,12}?(?:原来|原本|原有|之前|原先)的?.{1,6})$", _done),
    _p(rf"(?P<v>{_DO})(?P<y>)(?P<x>.+)$", _done),
    _p(rf"(?P<x>.{{2,20}}?)(?P<v>{_DO})(?P<y>.{{0,10}})$", _done),
    _p(r"(?P<x>.{2,20}?)(?:换上|换个|换一个|换一种|换)(?P<y>.+)$", _swapped),
)
