"""The edits of the conversation that Easel began with, in Chinese and in English."""

from bot.domain.replies import Change, ChangeKind, Edit, Scope

GREEN_ZH = Edit(
    (Change(ChangeKind.ATTRIBUTE, "把杯子颜色改成磨砂墨绿色", "杯子", "磨砂墨绿色", "colour"),),
    ("其他元素",),
)
MARBLE_ZH = Edit(
    (Change(ChangeKind.REPLACE, "木桌换成白色大理石桌面", "木桌", "白色大理石桌面"),),
    ("咖啡豆位置和数量",),
)
GREEN = Edit(
    (Change(ChangeKind.ATTRIBUTE, "make the mug matte dark green", "the mug", "matte dark green", "colour"),),
    ("everything else",),
)
MARBLE = Edit(
    (
        Change(
            ChangeKind.REPLACE,
            "replace the wooden table with a white marble tabletop",
            "the wooden table",
            "a white marble tabletop",
        ),
    ),
    ("the position and number of the coffee beans",),
)
DUSK = Edit((Change(ChangeKind.LIGHT, "make it dusk", None, "dusk", scope=Scope.GLOBAL),))
