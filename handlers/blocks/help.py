"""Usage, with examples that work as they stand."""

from handlers.blocks.elements import Block, body, context, section
from handlers.blocks.text import escape


def imageset_help() -> Block:
    """Only for who asked."""
    return _ephemeral(
        "How to use /imageset",
        "*/imageset draws a set of pictures that keep one character and one style.*\nWithout words it opens a form.",
        [
            "/imageset @maya opens the robot café: cover | at the espresso machine | thumbs up --style flat",
            "/imageset 5 launch of our running app, with @maya",
            "/imageset a lighthouse through the year: spring | summer | autumn | winter --size landscape",
            "/imageset logo for a bird app --variants 4",
        ],
        "`|` separates the shots · `@name` pins somebody of the cast (`/cast`) · `--style flat` photo, watercolour, or "
        "your own words · `--size` square, landscape, portrait, banner, story, 16:9 or 1536x1024 · `--quality` low, "
        "medium, high · `--model gpt-image-2` · `--variants 4` several takes of one · `--chain` each shot guided by "
        "the one before · `--private` only you see it",
    )


def image_help() -> Block:
    return _ephemeral(
        "How to use /image",
        "*/image draws one picture.*",
        [
            "/image a red fox in the snow",
            "/image @maya reading on a train --style watercolour --size landscape",
            "/image logo for a bird app --variants 4",
        ],
        "The options are those of `/imageset help`. For several pictures that belong together: `/imageset`.",
    )


def cast_help() -> Block:
    return _ephemeral(
        "How to use /cast",
        "*/cast keeps the characters that your pictures share.*",
        ["/cast", "/cast add maya", "/cast show maya", "/cast rename maya to mia", "/cast retire mia"],
        "A character needs one to five photos. “Use as reference” in the menu of a message takes the photos there.",
    )


def talk_help(mention: str) -> Block:
    """For mentions and direct messages, where people write in plain words."""
    return _ephemeral(
        "How to talk to Easel",
        "*Say what to draw.*",
        [
            f"{mention} a red fox in the snow",
            f"{mention} set: @maya opens the robot café: cover | at work | thumbs up --style flat",
            f"{mention} this is maya   (with photos)",
        ],
        "Commands: `/imageset`, `/image`, `/cast`, `/imagespend`, each with `help`. "
        "In a set's thread: `!cancel`, `!help`.",
    )


def thread_help() -> Block:
    return _ephemeral(
        "What works in this thread",
        "*In this thread*",
        ["make the mug matte green", "#2 at night", "undo", "back to v2", "compare v1 and v3", "!tree", "!cancel"],
        "Say what should change, and the last picture changes; in a set, begin with the number. "
        "Redo, Variations and the original are under each card.",
    )


def _ephemeral(title: str, lead: str, examples: list[str], small: str) -> Block:
    lines = "\n".join(f"`{escape(example)}`" for example in examples)
    shown = body(title, [section(lead), section(lines), context(small)])
    return {"response_type": "ephemeral", "text": shown.text, "blocks": shown.blocks}
