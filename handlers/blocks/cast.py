"""Characters for people: one of them, the whole cast, and the form that makes one."""

from collections.abc import Sequence

from bot.domain import CastView, Character, CharacterState, Failure, UploadedFile, Visibility
from handlers.blocks.elements import (
    Block,
    Body,
    actions,
    body,
    button,
    context,
    picture,
    section,
    sections,
)
from handlers.blocks.forms import choice, files_input, modal, text_input
from handlers.blocks.text import bold, count, cut, escape, facts, mention, one_line, words

ADD = "cast_add"
FORM = "cast_form"
USUAL_MATCH = "face, hair, age, build, marks, palette"
USUAL_VARY = "clothes, pose, light"
VISIBLE = {
    Visibility.EVERYONE: "everyone",
    Visibility.CHANNEL: "this channel",
    Visibility.OWNER: "only its owner",
}
MOST_PHOTOS = 5


def character_body(character: Character) -> Body:
    """All there is to a character: its first photo and its lock."""
    return body(
        f"@{one_line(character.name)}: {one_line(character.description) or 'a character of the cast'}",
        [*_portrait(character), context(_lock(character), _whose(character))],
    )


def character_ready_body(character: Character, notes: Sequence[str]) -> Body:
    name = f"@{words(character.name, 60)}"
    example = escape(f"/imageset @{one_line(character.name)} opens a café: cover | at work | thumbs up")
    return body(
        f"@{one_line(character.name)} joined the cast",
        [
            section(f"✓ {bold(name)} joined the cast"),
            *_portrait(character),
            context(_lock(character), _whose(character)),
            context(*(words(note, 300) for note in notes)),
            section(f"Draw with it:  `{example}`"),
        ],
    )


def character_failed_body(character: Character, failure: Failure) -> Body:
    reference = f" (ref `{failure.ref}`)" if failure.ref else ""
    title = f"@{one_line(character.name)} could not join the cast"
    text = f"✕ {bold(title)}\n{words(failure.sentence, 1500)}{reference}"
    return body(f"{title}: {one_line(failure.sentence)}", [section(text), actions(add_button("Try again"))])


def cast_body(cast: CastView) -> Body:
    listed = [cast_line(character) for character in cast.characters]
    if not listed:
        return body("The cast is empty", [*_empty(), actions(add_button())])
    blocks = [
        section(f"*The cast* · {count(len(listed), 'character')} that you can use here"),
        *sections(listed),
        actions(add_button()),
        context("`/cast show NAME` · `/cast rename NAME to NEW` · `/cast retire NAME`"),
    ]
    return body(f"The cast: {count(len(listed), 'character')}", blocks)


def _empty() -> list[Block | None]:
    return [
        section("*The cast is empty*"),
        section("Add somebody with one to five photos, and every picture of a set keeps them the same."),
    ]


def cast_line(character: Character) -> str:
    state = {
        CharacterState.FETCHING: "photos are being checked",
        CharacterState.FAILED: words(character.problem or "could not be made", 150),
        CharacterState.RETIRED: "retired",
    }.get(character.state)
    visible = None if character.visibility is Visibility.EVERYONE else VISIBLE[character.visibility]
    return f"*@{words(character.name, 60)}*  " + facts([words(character.description, 140), visible, state])


def add_button(text: str = "Add a character") -> Block:
    return button(text, ADD, "add", label="Add a character to the cast")


def cast_form(
    name: str = "", photos: Sequence[UploadedFile] = (), *, is_private: bool = False, metadata: str = ""
) -> Block:
    """Photos that come with it (from a message) are named; otherwise they are uploaded here."""
    first = Visibility.CHANNEL if is_private else Visibility.EVERYONE
    given = context("Photos: " + ", ".join(words(photo.name, 60) for photo in photos)) if photos else None
    uploads = files_input(
        "files", "Photos", 1, MOST_PHOTOS, hint="One to five: face and figure clear, one person each."
    )
    blocks = [
        text_input("name", "Name", name, most=40, placeholder="maya", hint="Used as @name in briefs."),
        given or uploads,
        text_input(
            "description",
            "Description",
            optional=True,
            multiline=True,
            placeholder="Woman of about 30, freckles, short black hair, yellow raincoat",
        ),
        text_input("match", "Always match", USUAL_MATCH, optional=True, hint="What must be the same in every picture."),
        text_input("may_vary", "May vary", USUAL_VARY, optional=True, hint="What may change from shot to shot."),
        choice("visibility", "Who may use it", [(v.capitalize(), k.value) for k, v in VISIBLE.items()], first),
    ]
    return modal(FORM, "Add a character", "Add", blocks, metadata)


def _portrait(character: Character) -> list[Block | None]:
    name, description = words(character.name, 60), words(character.description, 1000)
    shown = next((photo for photo in character.references if photo.file_id and _is_shown(photo.label)), None)
    alt = cut(f"{one_line(character.name)}: {one_line(character.description) or 'reference photo'}", 1000)
    return [section(f"*@{name}*\n{description}".strip()), picture(shown.file_id if shown else None, alt)]


def _is_shown(file_name: str) -> bool:
    """Slack shows these in a block, and refuses the whole message for a HEIC or WebP."""
    return file_name.lower().endswith((".png", ".jpg", ".jpeg", ".gif"))


def _lock(character: Character) -> str:
    return facts(
        [
            f"always matches: {words(', '.join(character.match), 300)}" if character.match else None,
            f"may vary: {words(', '.join(character.may_vary), 300)}" if character.may_vary else None,
        ]
    )


def _whose(character: Character) -> str:
    photos = len(character.references)
    return facts(
        [
            f"added by {mention(character.owner)}",
            f"used by {VISIBLE[character.visibility]}",
            count(photos, "photo") if photos else None,
        ]
    )
