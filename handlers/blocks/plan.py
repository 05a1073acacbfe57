"""The form behind "Edit plan": one shot a line, in as few inputs as Slack's limit of 3,000 characters allows."""

from collections.abc import Sequence
from typing import Any

from handlers.blocks.elements import INPUT, Block
from handlers.blocks.forms import Filled, modal, text_input

FORM = "plan_form"
HINT = "One shot a line: a short title, a colon, and what is to be seen. Add, change, move or delete lines."


def plan_form(lines: Sequence[str], metadata: str) -> Block:
    pages = _pages([line[:INPUT] for line in lines])
    inputs = [
        text_input(
            "lines" if index == 0 else f"lines{index}",
            "Shots" if index == 0 else "More shots",
            "\n".join(page),
            multiline=True,
            optional=index > 0,
            hint=HINT if index == 0 else "",
        )
        for index, page in enumerate(pages)
    ]
    return modal(FORM, "Edit plan", "Save", inputs, metadata)


def plan_lines(view: dict[str, Any]) -> str:
    filled = Filled(view)
    names = [block.get("block_id", "") for block in view.get("blocks") or () if block.get("type") == "input"]
    return "\n".join(filter(None, map(filled.text, names)))


def _pages(lines: Sequence[str]) -> list[list[str]]:
    pages: list[list[str]] = [[]]
    for line in lines:
        if pages[-1] and sum(map(len, pages[-1])) + len(pages[-1]) + len(line) > INPUT:
            pages.append([])
        pages[-1].append(line)
    return pages
