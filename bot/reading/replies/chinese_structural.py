"""Changes that an edit does badly, in Chinese: orientation, count, viewpoint, composition."""

import re

from bot.domain.replies import Structural, StructuralKind
from bot.reading.replies.chinese_values import (
    is_text,
)
from bot.reading.replies.phrases import ASIDE

_N = r"[一二两三四五六七八九十\d]+"


_M = r"(?:个|只|位|名|条|张|朵|棵|辆|杯|把|件|本|头|匹|块|盏|支|瓶|颗|座|双)"


_STRUCTURES: tuple[tuple[re.Pattern[str], StructuralKind], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (
            r"(?:改成|换成|变成|做成|调成|转成|转为|改为|变为|裁成|来|要|换|用|出|弄成"
            r"|成)?(?:一?[张个版])?(?:竖|横|方)(?:版|图|屏|向|幅|构图|形|着|的版本|过来)的?$",
            StructuralKind.ORIENTATION,
        ),
        (
            r".{0,12}\d{1,4} ?[:：比xX×] ?\d{1,4}(?:的?(?:竖|横|方)?(?:比例|尺寸|画幅|大小|版本|图|画面|屏"
            r"|版|幅|构图))?$|.{0,8}(?:宽高比|长宽比"
            r"|画幅|画面比例|图片比例|正方形|横幅|尺寸)",
            StructuralKind.ORIENTATION,
        ),
        (
            rf"(?:把|将)?.{{0,12}}(?:换成|改成|变成|变为|改为|替换为|增加到|减少到|增至|减到"
            rf"|加到)(?:了)?[两二三四五六七八九十\d]+{_M}(?!人高|字).{{0,8}}$"
            rf"|.{{0,10}}(?:数量|个数|人数)(?!.*(?:不变|保持))|(?:再|多)(?:加|来|添|画"
            rf"|放)[两三四五六七八九十\d几]{_M}.+|只(?:要|留|保留){_N}{_M}.*"
            r"|"
            rf"^[两三四五六七八九十\d]{_M}[\u4e00-\u9fff]{{1,4}}$",
            StructuralKind.COUNT,
        ),
        (
            r".{0,14}(?:视角|角度|机位|镜头角度|俯视|俯拍|仰视|仰拍|鸟瞰|俯瞰|平视|侧拍|航拍|顶视"
            r"|透视)(?!.*(?:保持|不变))|.{0,8}从(?:上面|上方|上往下|下面|下方|侧面"
            r"|后面|背后|背面|正面|前面|高处|低处|空中).{0,4}(?:看|拍|往下|往上|拍摄)?$|.{0,6}(?:正面照"
            r"|侧面照|背影|换个面)$",
            StructuralKind.VIEWPOINT,
        ),
        (
            r".{0,8}(?:镜头|画面|景别).{0,3}(?:拉远|拉近|推近|放大|缩小|远一|近一)|.{0,8}(?:拉远|拉近|推近"
            r"|推进)|.{0,6}(?:构图|布局|排版|景别|特写|全景|近景"
            r"|远景|中景|全身|半身|留白|裁剪|裁切|裁掉|扩图|外扩)(?!.*(?:不变|保持))|(?:把|将"
            r"|让).{1,12}(?:移到|移动到|移动至|挪到|移至|往.{1,3}移"
            r"|放在?到?(?:画面|图片|中间|中央|正中|左边|右边|左侧|右侧|上方|下方|"
            r"左上|右上|左下|右下|前面|后面|角落))|.{0,12}(?:居中|靠左|靠右|靠上|靠下|位置对调|互换位置"
            r"|交换位置|对调|位置互换|换位置)|.{0,6}(?:水平翻转|左右翻转|垂直翻转"
            r"|镜像|翻转|旋转\d)|(?:把|将)?.{1,10}(?:往|向)(?:左|右|上|下|前|后|中间).{0,3}(?:移|挪|靠|放)"
            r"|.{0,12}的?位置(?:改|换|调|移)",
            StructuralKind.COMPOSITION,
        ),
    )
)


def structural(clause: str) -> Structural | None:
    if re.match(r"(?:去|删|擦|抹|移除|给|加|添|写|在)", clause) and not re.match(
        r"(?:加|添|放|画)[两三四五六七八九十\d几].*更多", clause
    ):
        return None
    for pattern, kind in _STRUCTURES:
        if pattern.match(clause) and not (
            kind in (StructuralKind.COMPOSITION, StructuralKind.COUNT) and (is_text(clause) or ASIDE.search(clause))
        ):
            if (
                kind is StructuralKind.COMPOSITION
                and re.search(r"(?:头|手|腿|脸|脚|眼睛)", clause)
                and "位置" not in clause
            ):
                continue
            return Structural(kind, clause, _size(clause) if kind is StructuralKind.ORIENTATION else None)
    return None


def _size(clause: str) -> str | None:
    if ratio := re.search(r"(\d{1,4}) ?[:：比xX×] ?(\d{1,4})", clause):
        is_pixels = int(ratio[1]) > 99
        return f"{ratio[1]}{'x' if is_pixels else ':'}{ratio[2]}"
    names = {"竖": "portrait", "横幅": "banner", "横": "landscape", "方": "square"}
    return next((size for word, size in names.items() if word in clause), None)
