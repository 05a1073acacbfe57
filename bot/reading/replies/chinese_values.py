"""What "X 变成 Y" means in Chinese: words by what they say about a picture, and the kind of change they make."""

import re

from bot.domain.replies import Change, ChangeKind, Scope, Structural, StructuralKind
from bot.reading.replies.phrases import ASIDE
from bot.reading.replies.values import Part

_COLOUR = re.compile(
    r"(?:[\u4e00-\u9fff]{0,3}色|红|橙|黄|绿|青|蓝|紫|黑|白|灰|粉|金|银|棕|褐|墨绿|米白|透明|彩虹|荧光|哑光"
    r"|亮面|磨砂|光泽)"
)
_MATERIAL = re.compile(
    r"(?:木质?|金属|玻璃|陶瓷|大理石|石头?|皮质?革?|丝绸|棉质?|麻布?|塑料|水晶|钻石|毛绒|毛线|针织|纸质?"
    r"|铁质?|铜|钢|不锈钢|黄金|纯金|银质?|布艺?|羊毛|牛仔|竹|藤编?|水泥"
    r"|混凝土|砖|黏土|粘土|乐高|冰|木纹|石纹|布纹|材质|质地|纹理|质感)"
)
_ADJECTIVE = re.compile(
    r"(?:亮|暗|深|浅|淡|浓|大|小|高|矮|低|长|短|宽|窄|粗|细|厚|薄|圆|方|尖|直|弯|卷|瘦|胖|壮|老|年轻|旧"
    r"|新|干净|脏|清晰|模糊|柔和|柔|硬|锐利|暖|冷|热|鲜艳|明亮|明显"
    r"|自然|真实|可爱|开心|高兴|悲伤|严肃|生气|惊讶|微笑|大笑|温柔|漂亮|好看|帅气|复古|现代|"
    r"简洁|格子|条纹|碎花|花纹|波点|豹纹|纯色|印花|简单|豪华|高级|梦幻|神秘|温馨|浪漫|强烈|强|弱|突出|饱满"
    r"|立体|平滑|光滑|粗糙|破旧|湿|干|满|空|近"
    r"|远|多|少|快|慢|饱和|通透|细腻|白皙|红润|浓密|稀疏|蓬松|整齐|凌乱|茂盛"
    r"|干燥|打开|关闭|闭眼|睁眼|站|坐|跑|跳|躺|跪|蹲|笑|哭|飞|裸|动感|活泼|酷|甜美|性感|优雅|正式|休闲)"
)
_LIT = re.compile(
    r"(?:夜晚|夜景|夜间|夜里|晚上|深夜|白天|清晨|早晨|早上|黎明|日出|日落|黄昏|傍晚|夕阳|晚霞|中午|正午"
    r"|下午|午后|月光|星空|阳光|逆光|顺光|侧光|烛光|暖光|冷光|柔光|灯光|光线|光影"
    r"|光照|下雪|雪天|大雪|下雨|雨天|雨中|大雨|起雾|雾天|大雾|雾气|阴天|晴天|多云|暴风雨|雷雨|闪电|"
    r"春天|夏天|秋天|冬天|春季|夏季|秋季|冬季|冬日|夏日|春日|秋日|黄金时刻|蓝调|天气|季节|氛围|暖色调|冷色调"
    r"|色调|暖调|冷调|黑夜|天黑|夜)"
)
_STYLE = re.compile(
    r"(?:风格|画风|油画|水彩|水墨|素描|速写|漫画|动漫|动画|卡通|插画|版画|国画|工笔|简笔画|像素|剪纸"
    r"|浮世绘|线稿|手绘|赛博朋克|蒸汽朋克|吉卜力|宫崎骏|皮克斯|迪士尼|梵高|莫奈|毕加索"
    r"|印象派|抽象|波普|极简|写实|黑白|复古照片|老照片|胶片|3D|3d|三维|二次元|乐高|粘土|黏土动画|涂鸦|马赛克|"
    r"像素风|扁平|矢量|海报|蜡笔|彩铅|铅笔画|钢笔画|炭笔|刺绣|折纸|雕塑风|哥特|巴洛克|文艺复兴|滤镜|水粉"
    r"|儿童画|绘本|国潮|新海诚|日漫|美漫|Q版|低多边形|等距|霓虹风|日系|韩系|欧美风"
    r"|中国风|中式|证件照|棚拍)"
)
_PLACE = re.compile(
    r"(?:海边|沙滩|海滩|大海|海洋|海底|森林|雪山|山|沙漠|城市|街道|街头|草原|草地|草坪|花园|公园|室内|室外"
    r"|户外|办公室|厨房|客厅|卧室|教室|图书馆|咖啡馆|咖啡厅|餐厅|酒店|商场|宇宙"
    r"|太空|月球|火星|天空|星空|纯色|白底|影棚|摄影棚|舞台|古镇|乡村|田野|湖边|河边|瀑布|峡谷|冰川|雪地|竹林|樱花|"
    r"埃菲尔铁塔|长城|故宫|巴黎|东京|纽约|桌面|墙|场景|环境|背景|工厂|车间|机场|车站|体育馆|操场|医院|教堂"
    r"|城堡|宫殿|丛林|雨林|岛|码头|屋顶|阳台|集市|夜市|仓库|隧道)"
)
_TEXT = re.compile(
    r"(?:文字|字体|字样|文案|标题|副标题|标语|口号|字幕|字母|数字|单词|汉字|英文|中文|一行字|几个字|大字|小字"
    r"|的字$|^字|字$|题字|字符|落款|署名|日期|价格|手写字|书法)"
)
_WHOLE = re.compile(
    r"^(?:它|这个?|那个?|此|整个|整体|全部|全图|图|这?张?图片?|图像|照片|这?张?照片|画面|整张图?|整幅画?"
    r"|整个?画面|画|相片|人像|原图|这幅画|本图)(?:的?(?:整体"
    r"|全部))?$"
)
_PROPERTIES = (
    (re.compile(r"(?:数量|个数|人数)$"), StructuralKind.COUNT),
    (re.compile(r"(?:位置|构图|布局)$"), StructuralKind.COMPOSITION),
    (re.compile(r"(?:视角|角度|机位)$"), StructuralKind.VIEWPOINT),
    (re.compile(r"(?:比例|尺寸|画幅|方向)$"), StructuralKind.ORIENTATION),
)
_ATTRIBUTES = {
    "colour": re.compile(r"(?:颜色|色彩|发色|肤色|配色|色)$"),
    "material": re.compile(r"(?:材质|质地|面料|纹理|质感)$"),
    "size": re.compile(r"(?:大小|高度|长度|宽度)$"),
    "pose": re.compile(r"(?:姿势|动作|姿态|手势)$"),
    "expression": re.compile(r"(?:表情|神态|眼神)$"),
    "hair": re.compile(r"(?:发型|头发|刘海)$"),
    "shape": re.compile(r"(?:形状|造型|样式|款式|图案|花纹)$"),
    "look": re.compile(r"(?:眼睛|皮肤|脸|嘴唇|妆容|妆|年龄|身材|指甲|牙齿)$"),
}
_PARTICLES = re.compile(
    r"[的地得了着更再很非常比较稍微略一点些成为有个件条张种款样是只和并又既且、,，\s]|状态|样子|效果|感觉|起来"
    r"|一样|版本?|风|系|调|味|面|表"
)
_REGION = re.compile(
    r"左上角?|右上角?|左下角?|右下角?|左边|右边|左侧|右侧|左半部?分?|右半部?分?|中间|中央|正中|上方|下方"
    r"|顶部|底部|前景|角落"
    r"|(?<![A-Za-z])[A-D][1-4](?![0-9])"
)
_OF_PICTURE = re.compile(r"^(?:图中|图里|图片[中里上]|画面[中里上]|照片[中里上]|画中|图像[中里])的?")


def becomes(target: str | None, value: str, words: str) -> Part | None:
    target = _OF_PICTURE.sub("", target.strip()) if target else None
    value = re.sub(r"(?:吧|呢|哦|吗|了|的)$", "", value.strip())
    if not value:
        return None
    if not target or _WHOLE.match(target):
        return _whole(value, words)
    for pattern, what in _PROPERTIES:
        if pattern.search(target):
            return Structural(what, words)
    if target.endswith(("风格", "画风")):
        return make(ChangeKind.STYLE, words, None, value)
    if is_background(target):
        return make(ChangeKind.BACKGROUND, words, target, value)
    if is_text(target) or ASIDE.search(target) or ASIDE.search(value):
        kind = ChangeKind.ATTRIBUTE if is_described(value) and _COLOUR.fullmatch(value) else ChangeKind.TEXT
        return make(kind, words, target, wording(value))
    return _thing(target, value, words)


_POSE = re.compile(r"[站坐跑跳躺跪蹲笑哭飞]")


def _thing(target: str, value: str, words: str) -> Part:
    if target.endswith(
        ("天气", "季节", "时间", "光线", "灯光", "光", "氛围", "色调", "光照", "亮度", "色温", "白天", "夜晚", "黑夜")
    ):
        return make(ChangeKind.LIGHT, words, target, value)
    for name, pattern in _ATTRIBUTES.items():
        if pattern.search(target):
            of = re.sub(r"的?$", "", pattern.sub("", target)) if name != "look" else target
            return make(ChangeKind.ATTRIBUTE, words, of or target, value, attribute=name)
    if target.endswith("天空") and not is_described(value):
        return make(ChangeKind.BACKGROUND, words, target, value)
    if _PLACE.search(target[-3:]) and (_PLACE.search(value) or is_lit(value)) and not is_described(value):
        kind = ChangeKind.LIGHT if is_lit(value) and not _PLACE.search(value) else ChangeKind.BACKGROUND
        return make(kind, words, target, value)
    if is_styled(value) and re.search(r"(?:风格?|画风?|卡通|动漫|漫画|二次元|Q版|形象)$", value):
        return make(ChangeKind.STYLE, words, target, value)
    is_same_thing = value[-1] == target[-1] and is_described(value[:-1]) and not _POSE.search(value)
    if is_described(value) or is_same_thing:
        return make(ChangeKind.ATTRIBUTE, words, target, value, attribute="colour" if _COLOUR.search(value) else None)
    return make(ChangeKind.REPLACE, words, target, value)


def _whole(value: str, words: str) -> Part | None:
    if is_styled(value):
        return make(ChangeKind.STYLE, words, None, value)
    if is_lit(value) or re.fullmatch(r"(?:更|再|稍微|略)?(?:调|变)?[亮暗暖冷](?:一点|一些|些|点)?", value):
        return make(ChangeKind.LIGHT, words, None, value)
    if is_described(value):
        return make(ChangeKind.ATTRIBUTE, words, None, value)
    if _PLACE.search(value):
        return make(ChangeKind.BACKGROUND, words, None, value)
    return (
        make(ChangeKind.REPLACE, words, None, value) if re.match(r"一?[只个位张件]", value) or len(value) <= 4 else None
    )


def make(
    kind: ChangeKind,
    words: str,
    target: str | None = None,
    value: str | None = None,
    *,
    attribute: str | None = None,
    scope: Scope | None = None,
) -> Change:
    named = None if target is None or _WHOLE.match(target) else _OF_PICTURE.sub("", target)
    region = _REGION.search(words)
    return Change(
        kind, words, named, value, attribute, region[0] if region else None, scope or _scope(kind, named, attribute)
    )


def _scope(kind: ChangeKind, target: str | None, attribute: str | None) -> Scope:
    if kind in (ChangeKind.STYLE, ChangeKind.LIGHT, ChangeKind.BACKGROUND):
        return Scope.GLOBAL
    is_unnamed = target is None and kind in (ChangeKind.ATTRIBUTE, ChangeKind.REPLACE)
    return Scope.UNSURE if attribute == "pose" or is_unnamed else Scope.LOCAL


def is_described(phrase: str) -> bool:
    """Colours, materials and adjectives, with nothing left over that names another thing."""
    rest = _PARTICLES.sub("", phrase)
    for pattern in (_COLOUR, _MATERIAL, _ADJECTIVE):
        rest = pattern.sub("", rest)
    found = any(pattern.search(phrase) for pattern in (_COLOUR, _MATERIAL, _ADJECTIVE))
    return found and not rest


def is_lit(phrase: str) -> bool:
    return _LIT.search(phrase) is not None


def is_styled(phrase: str) -> bool:
    return _STYLE.search(phrase) is not None


def is_background(phrase: str) -> bool:
    return re.search(r"(?:背景|后景|场景|环境|布景)$", phrase) is not None


def is_place(phrase: str) -> bool:
    return _PLACE.search(phrase) is not None


def is_text(phrase: str) -> bool:
    return _TEXT.search(phrase) is not None


def wording(phrase: str) -> str:
    mark = ASIDE.search(phrase)
    return mark[0] if mark else phrase
