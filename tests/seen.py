"""What people see, read from JSON: a message, a form or App Home by its words, pictures and buttons; a paid call."""

import html
import io
import random
import re
from dataclasses import dataclass, field
from typing import Any

from PIL import Image

Json = dict[str, Any]


@dataclass(frozen=True)
class Photo:
    """A file that a person uploads."""

    name: str
    data: bytes


def photo(name: str, width: int = 768, height: int = 768) -> Photo:
    """Sharp, and another picture for each name: a small tile over and over."""
    tile = Image.frombytes("RGB", (16, 16), random.Random(name).randbytes(3 * 16 * 16)).resize((64, 64), 0)
    picture = Image.new("RGB", (width, height))
    for left in range(0, width, 64):
        for top in range(0, height, 64):
            picture.paste(tile, (left, top))
    return Photo(f"{name}.png", as_png(picture))


def as_png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()


@dataclass(frozen=True)
class Seen:
    """A message, a view or an answer: whatever is made of text and blocks."""

    body: Json = field(default_factory=dict)
    channel: str = ""

    @property
    def ts(self) -> str:
        return str(self.body["ts"])

    @property
    def place(self) -> Json:
        """How the control calls name it."""
        return {"view_id": self.body["id"]} if "type" in self.body and "id" in self.body else self._message

    @property
    def _message(self) -> Json:
        return {"channel": self.channel, "ts": self.ts}

    @property
    def text(self) -> str:
        """What stands in a notification, or is read aloud."""
        return html.unescape(str(self.body.get("text") or ""))

    @property
    def words(self) -> str:
        """All that can be read in it."""
        blocks = self.body.get("blocks") or []
        return html.unescape("\n".join(_texts(blocks)) if blocks else str(self.body.get("text") or ""))

    @property
    def pictures(self) -> list[Json]:
        return [block for block in self.body.get("blocks") or [] if block["type"] == "image"]

    @property
    def alt(self) -> str:
        [picture] = self.pictures
        return str(picture["alt_text"])

    @property
    def buttons(self) -> dict[str, Json]:
        """By what is written on them."""
        return {e["text"]["text"]: e for e in _elements(self.body) if e["type"] == "button"}

    @property
    def menus(self) -> dict[str, tuple[Json, str]]:
        """What the menus behind ⋯ offer: its words -> the menu and the value."""
        menus = [e for e in _elements(self.body) if e["type"] == "overflow"]
        return {o["text"]["text"]: (menu, o["value"]) for menu in menus for o in menu["options"]}

    @property
    def fields(self) -> dict[str, Json]:
        """The inputs of a form by their labels."""
        return {b["label"]["text"]: b for b in self.body.get("blocks") or [] if b["type"] == "input"}


@dataclass(frozen=True)
class SeenSet:
    """A set in a channel: its root message and what stands in its thread."""

    root: Seen
    thread: tuple[Seen, ...]

    @property
    def cards(self) -> list[Seen]:
        return [message for message in self.thread if "Redo" in message.buttons]

    def card(self, label: str) -> Seen:
        """By its label: "#2 · v1"."""
        found = [card for card in self.cards if f"*{label}*" in card.words]
        captions = [card.words.partition("\n")[0] for card in self.cards]
        assert len(found) == 1, f"there is not one card {label}, but {captions}"
        return found[0]

    def note(self, words: str) -> Seen:
        """A message of the thread that is no card."""
        found = [message for message in self.thread if words in message.words and message not in self.cards]
        assert len(found) == 1, f"“{words}” does not stand once in the thread: {[m.words for m in self.thread]}"
        return found[0]


@dataclass(frozen=True)
class PaidCall:
    """A call of the image API as the journal tells it."""

    body: Json

    @property
    def id(self) -> int:
        return int(self.body["id"])

    @property
    def arguments(self) -> Json:
        return dict(self.body["arguments"])

    @property
    def prompt(self) -> str:
        return str(self.arguments["prompt"])

    @property
    def references(self) -> list[str]:
        """The sha256 of the pictures that were sent, in their order."""
        return [image["sha256"] for image in self.arguments.get("image", [])]

    @property
    def drawn(self) -> list[str]:
        """The sha256 of the pictures that came back."""
        return list(self.body["answer"].get("images", []))

    @property
    def billed(self) -> int:
        return int(self.body["billed_micro_usd"])

    @property
    def output_tokens(self) -> int:
        return int(self.body["usage"]["output_tokens"])

    def section(self, name: str) -> str:
        """A labelled section of the prompt."""
        found = dict(part.split(":\n", 1) for part in self.prompt.split("\n\n"))
        return found[name]


def micro(words: str) -> int:
    """The first price in these words, in micro-USD."""
    found = re.search(r"\$([\d,]+)\.(\d+)", words)
    assert found, f"there is no price in “{words}”"
    return int(found[1].replace(",", "")) * 1_000_000 + int(found[2].ljust(6, "0"))


def _texts(blocks: list[Json]) -> list[str]:
    found = []
    for block in blocks:
        if isinstance(block.get("text"), dict):
            found.append(block["text"]["text"])
        if block["type"] == "context":
            found += [element["text"] for element in block["elements"] if "text" in element]
    return found


def _elements(body: Json) -> list[Json]:
    blocks = body.get("blocks") or []
    actions = [block for block in blocks if block["type"] == "actions"]
    return [element | {"block_id": block.get("block_id", "")} for block in actions for element in block["elements"]]
