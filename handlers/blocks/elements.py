"""Block Kit's pieces, cut to Slack's limits (docs.slack.dev/reference/block-kit), so that no message is refused."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from handlers.blocks.text import cut, escape

Block = dict[str, Any]

MESSAGE_BLOCKS = 50
HOME_BLOCKS = 100
SECTION = 3000
FALLBACK = 3000  # a message's own text: 4,000 advised, and screen readers read all of it
INPUT = 3000


class Body(NamedTuple):
    """A message: its text for notifications and screen readers, and what is shown."""

    text: str
    blocks: list[Block]


def body(text: str, blocks: Iterable[Block | None], most: int = MESSAGE_BLOCKS) -> Body:
    """`text` is plain: Slack would read mentions and links in it, too."""
    return Body(escape(text, FALLBACK), [block for block in blocks if block][:most])


def plain(text: str, most: int) -> Block:
    return {"type": "plain_text", "text": cut(text, most) or " ", "emoji": True}


def section(mrkdwn: str, accessory: Block | None = None) -> Block | None:
    """None for no text: Slack refuses empty ones. Long lists end at a whole line."""
    if not mrkdwn.strip():
        return None
    block: Block = {"type": "section", "text": {"type": "mrkdwn", "text": _whole_lines(mrkdwn, SECTION)}}
    return block | ({"accessory": accessory} if accessory else {})


def sections(lines: Sequence[str]) -> list[Block | None]:
    """A list of lines in as few sections as hold them."""
    pages: list[list[str]] = [[]]
    for line in lines:
        if pages[-1] and sum(map(len, pages[-1])) + len(pages[-1]) + len(line) > SECTION:
            pages.append([])
        pages[-1].append(line)
    return [section("\n".join(page)) for page in pages]


def verbatim(text: str) -> Block:
    """Text exactly as it is: nothing in it is a mention, a link or a format."""
    return {"type": "section", "text": {"type": "plain_text", "text": cut(text, SECTION) or " ", "emoji": False}}


def context(*lines: str) -> Block | None:
    """Quiet small print, up to ten pieces."""
    texts = [{"type": "mrkdwn", "text": _whole_lines(line, 2000)} for line in lines if line.strip()][:10]
    return {"type": "context", "elements": texts} if texts else None


def divider() -> Block:
    return {"type": "divider"}


def picture(file_id: str | None, alt: str, title: str = "") -> Block | None:
    """An uploaded file in a block."""
    if not file_id:
        return None
    block: Block = {"type": "image", "slack_file": {"id": file_id}, "alt_text": cut(alt, 1000) or "Picture"}
    return block | ({"title": plain(title, 200)} if title else {})


def actions(*elements: Block | None, block_id: str = "") -> Block | None:
    kept = [element for element in elements if element]
    if not kept:
        return None
    block: Block = {"type": "actions", "elements": kept}
    return block | ({"block_id": block_id} if block_id else {})


def button(
    text: str, action: str, value: str, *, style: str = "", label: str = "", confirm: Block | None = None
) -> Block:
    """`label` is what a screen reader says where the text alone is not enough."""
    block: Block = {"type": "button", "text": plain(text, 75), "action_id": action, "value": cut(value, 2000) or "-"}
    for key, content in (("style", style), ("accessibility_label", cut(label, 75)), ("confirm", confirm)):
        if content:
            block[key] = content
    return block


def confirm(title: str, text: str, yes: str, no: str, style: str = "primary") -> Block:
    return {
        "title": plain(title, 100),
        "text": plain(text, 300),
        "confirm": plain(yes, 30),
        "deny": plain(no, 30),
        "style": style,
    }


def option(text: str, value: str, description: str = "") -> Block:
    block: Block = {"text": plain(text, 75), "value": cut(value, 150) or "-"}
    return block | ({"description": plain(description, 75)} if description else {})


def menu(action: str, options: Sequence[Block]) -> Block:
    return {"type": "overflow", "action_id": action, "options": list(options)[:5]}


def _whole_lines(text: str, most: int) -> str:
    """Cut between lines where possible, so that no escape or mention is cut in two."""
    if len(text) <= most:
        return text
    kept = text[: most - 2]
    return (kept.rpartition("\n")[0] or kept.rpartition(" ")[0] or kept) + "\n…"
