"""App Home: how to begin, my sets, the cast, my month."""

from collections.abc import Sequence

from bot.domain import Character, SetState, SetView, SpendReport
from bot.money import usd
from handlers.blocks.cast import add_button, cast_line
from handlers.blocks.elements import HOME_BLOCKS, Block, actions, button, context, divider, section, sections
from handlers.blocks.root import pictures_in
from handlers.blocks.spend import budget_line
from handlers.blocks.text import bold, count, facts, month_name

NEW_SET = "home_new_set"
CAST_LINES = 20

STATES = {
    SetState.ASKED: "being planned",
    SetState.WAITING: "waits for your Draw",
    SetState.DRAWING: "being drawn",
    SetState.CANCELLING: "being cancelled",
    SetState.DONE: "done",
    SetState.CANCELLED: "cancelled",
    SetState.FAILED: "could not be drawn",
}


def home_view(sets: Sequence[SetView], cast: Sequence[Character], report: SpendReport) -> Block:
    month = report.month
    blocks = [
        section("*Easel draws sets of pictures that keep one character and one style.*"),
        section(
            "In any channel that I am in:\n"
            "`/imageset a fox opens a bakery: cover | at the oven | first guest --style flat`"
        ),
        actions(button("New set", NEW_SET, "new", style="primary"), add_button()),
        divider(),
        section("*Your newest sets*"),
        *(sections([_set_line(view) for view in sets]) or []),
        None if sets else context("None yet. Your first one takes a minute."),
        divider(),
        section("*The cast*"),
        *sections([cast_line(character) for character in cast[:CAST_LINES]]),
        context(f"and {len(cast) - CAST_LINES} more: `/cast`") if len(cast) > CAST_LINES else None,
        None if cast else context("Nobody yet. Add a character with one to five photos, then write @name in a brief."),
        divider(),
        section(f"*{month_name(month.month)}* · {usd(month.total)} · {count(month.pictures, 'picture')}"),
        context(budget_line(month), "`/imagespend` has the details."),
    ]
    return {"type": "home", "blocks": [block for block in blocks if block][:HOME_BLOCKS]}


def _set_line(view: SetView) -> str:
    shot_set = view.shot_set
    place = shot_set.place.channel
    where = f"<#{place}>" if place.startswith(("C", "G")) and place.isalnum() else "in our direct messages"
    drawn = sum(len(shot.versions) for shot in view.shots)
    pictures = count(drawn or pictures_in(view), "picture")
    cost = usd(view.spent) if view.spent else None
    title = bold(shot_set.title or shot_set.request.brief, 100)
    return facts([title, STATES[shot_set.state], pictures, cost, where])
