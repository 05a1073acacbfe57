"""The composer: a set as a form. Its price stands under the shots, where it is seen without scrolling."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain import Character, Form, Kind, Quoted, Role
from bot.pictures.sizes import NAMED
from bot.prompts.styles import PRESETS
from handlers.blocks.elements import Block, context, divider, section
from handlers.blocks.forms import Filled, choice, files_input, modal, several, text_input, tick
from handlers.blocks.prices import UNKNOWN, price_of
from handlers.blocks.text import count, facts, words

FORM = "composer_form"
PRICE = "price"
WHERE = "where"
LIVE = ("brief", "kind", "count", "shots", "cast", "style", "size", "quality", "model")
MOST_FILES = 10

KINDS = [
    ("Several shots, one character and style", Kind.SCENES),
    ("Several takes of one picture, to choose from", Kind.VARIANTS),
    ("One picture", Kind.SINGLE),
]
ROLES = [
    ("show this thing", Role.OBJECT),
    ("draw this character", Role.CHARACTER),
    ("draw in this style", Role.STYLE),
    ("set it in this place", Role.PLACE),
    ("compose it like this", Role.COMPOSITION),
]


@dataclass(frozen=True)
class Choices:
    """What the menus offer; `model` and `quality` are chosen at first."""

    styles: tuple[str, ...] = tuple(PRESETS)
    sizes: tuple[str, ...] = tuple(NAMED)
    qualities: tuple[str, ...] = ("low", "medium", "high")
    models: tuple[str, ...] = ("gpt-image-2",)
    model: str = "gpt-image-2"
    quality: str = "medium"


def composer_view(
    choices: Choices, cast: Sequence[Character], quoted: Quoted, metadata: str, *, where: str = ""
) -> Block:
    """`where`: the channel that is chosen at first; empty when the form was opened in one."""
    blocks = [
        _where(where) if where else None,
        text_input(
            "brief",
            "What is it about?",
            multiline=True,
            live=True,
            placeholder="Maya opens the robot café",
            hint="Shots may stand here as well:  title: cover | at work | thumbs up",
        ),
        choice("kind", "What to draw", [(text, kind.value) for text, kind in KINDS], Kind.SCENES, live=True),
        text_input("count", "How many", optional=True, most=3, live=True, placeholder="4"),
        text_input(
            "shots",
            "Shots",
            optional=True,
            multiline=True,
            live=True,
            placeholder="cover\nat the espresso machine\nthumbs up",
            hint="One a line. Left empty, Easel plans them.",
        ),
        price_block(quoted),
        divider(),
        several("cast", "Characters", [(f"@{who.name}", who.name) for who in cast], live=True),
        choice("style", "Style", [(_title(style), style) for style in choices.styles], optional=True, live=True),
        text_input("style_words", "Style in your own words", optional=True, most=300),
        choice("size", "Size", [(_title(size), size) for size in choices.sizes], optional=True, live=True),
        choice("quality", "Quality", [(_title(q), q) for q in choices.qualities], choices.quality, live=True),
        choice("model", "Model", [(model, model) for model in choices.models], choices.model, live=True),
        files_input("files", "Pictures to go by", 0, MOST_FILES, hint="Photos, logos, places, looks."),
        choice(
            "files_role", "What those pictures are for", [(_title(text), role) for text, role in ROLES], Role.OBJECT
        ),
        tick("private", "Who sees it", "Only me", "The set is drawn in our direct messages"),
    ]
    return modal(FORM, "New set", "Go", blocks, metadata)


def price_block(quoted: Quoted) -> Block:
    return (section(_price(quoted)) or {}) | {"block_id": PRICE}


def with_price(view: dict[str, Any], quoted: Quoted) -> Block | None:
    """The open form with today's price; None when it stands there already. What was typed stays as it is, because
    blocks and actions keep their ids."""
    price = price_block(quoted)
    blocks = view.get("blocks") or []
    shown: Block = next((block for block in blocks if block.get("block_id") == PRICE), {})
    if (shown.get("text") or {}).get("text") == price["text"]["text"]:
        return None
    kept = ("type", "callback_id", "title", "submit", "close", "private_metadata")
    changed = [price if block.get("block_id") == PRICE else block for block in blocks]
    return {key: view[key] for key in kept if view.get(key)} | {"blocks": changed}


def form_of(view: dict[str, Any]) -> Form:
    filled = Filled(view)
    return Form(
        brief=filled.text("brief"),
        kind=filled.one_of("kind", Kind, Kind.SCENES),
        count=filled.text("count"),
        shots=filled.text("shots"),
        cast=filled.several("cast"),
        style=filled.text("style_words") or filled.text("style"),
        size=filled.text("size"),
        quality=filled.text("quality"),
        model=filled.text("model"),
        files=filled.files("files"),
        files_role=filled.one_of("files_role", Role, Role.OBJECT),
        private="yes" in filled.several("private"),
    )


def _price(quoted: Quoted) -> str:
    if quoted.problem:
        return f"_{words(quoted.problem, 300)}_"
    is_cheaper = quoted.draft and quoted.drawn and quoted.draft.expected < quoted.drawn.expected
    draft = price_of(quoted.draft, about="as a draft ") if is_cheaper else None
    line = facts([f"*{count(quoted.pictures, 'picture')}*", price_of(quoted.drawn) or UNKNOWN, draft])
    notes = context(*(words(note, 300) for note in quoted.notes))
    return "\n".join([line, *(element["text"] for element in (notes or {}).get("elements", []))])


def _where(channel: str) -> Block:
    element = {
        "type": "conversations_select",
        "action_id": WHERE,
        "initial_conversation": channel,
        "filter": {"include": ["public", "private", "im"], "exclude_external_shared_channels": False},
    }
    label = {"type": "plain_text", "text": "Where"}
    return {"type": "input", "block_id": WHERE, "label": label, "element": element, "optional": True}


def _title(text: str) -> str:
    return text[:1].upper() + text[1:]
