"""What a reply in a thread asks, understood: a closed union, so that each kind is answered and none is forgotten.

Readers make these (rules, or a text model); nothing here costs money before somebody has estimated and held it.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.cast import Role


class ChangeKind(StrEnum):
    ADD = "add"
    REMOVE = "remove"
    REPLACE = "replace"
    ATTRIBUTE = "attribute"  # colour, material, size, pose, expression: the thing stays, a property of it changes
    TEXT = "text"  # wording in the picture, its font or size
    STYLE = "style"
    LIGHT = "light"  # light, weather, season, time of day
    BACKGROUND = "background"


class Scope(StrEnum):
    """How much of the picture an edit may touch; UNSURE where the words alone do not tell."""

    LOCAL = "local"
    GLOBAL = "global"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Change:
    """One change in the person's own `words`.

    `target` is the thing that changes, goes or is replaced, and for an addition the place it goes to; None where no
    thing is named (the picture, or "it"). `value` is the new thing, the new value, or the exact wording; None where
    something goes. `attribute` names the property ("colour", "pose"). `region` is a place in words ("top left", "B2").
    """

    kind: ChangeKind
    words: str
    target: str | None = None
    value: str | None = None
    attribute: str | None = None
    region: str | None = None
    scope: Scope = Scope.LOCAL


@dataclass(frozen=True)
class Edit:
    """Changes that are drawn together, and what the reply says must stay ("everything else", "the beans")."""

    changes: tuple[Change, ...]
    keeps: tuple[str, ...] = ()

    @property
    def scope(self) -> Scope:
        """The widest scope of its changes: GLOBAL before UNSURE before LOCAL."""
        scopes = {change.scope for change in self.changes}
        return next((scope for scope in (Scope.GLOBAL, Scope.UNSURE) if scope in scopes), Scope.LOCAL)


class StructuralKind(StrEnum):
    ORIENTATION = "orientation"
    COUNT = "count"
    VIEWPOINT = "viewpoint"
    COMPOSITION = "composition"


@dataclass(frozen=True)
class Structural:
    """A change that an edit does badly. `size` is a size in words as the composer takes it ("portrait", "16:9").

    `changes` and `keeps` are what the same reply asks besides; a new start merges them.
    """

    what: StructuralKind
    words: str
    size: str | None = None
    changes: tuple[Change, ...] = ()
    keeps: tuple[str, ...] = ()


Drawing = Edit | Structural


@dataclass(frozen=True)
class Variations:
    """`count` takes of the current version; `then` is what all of them should have besides."""

    count: int
    then: Drawing | None = None


@dataclass(frozen=True)
class Redo:
    """The last request once more, with another result; `then` is what should differ ("again, but darker")."""

    then: Drawing | None = None


@dataclass(frozen=True)
class Undo:
    steps: int = 1
    then: Drawing | None = None


@dataclass(frozen=True)
class BackTo:
    """`version` becomes the current one; the original is version 1."""

    version: int
    then: Drawing | None = None


@dataclass(frozen=True)
class Branch:
    """A second line of versions from `version` (None: from the current one)."""

    version: int | None = None
    then: Drawing | None = None


@dataclass(frozen=True)
class Compare:
    """Two versions side by side. `second` None: the current one. `first` None: the one that `second` was made from."""

    first: int | None = None
    second: int | None = None


@dataclass(frozen=True)
class Tree:
    pass


@dataclass(frozen=True)
class Cancel:
    pass


@dataclass(frozen=True)
class Help:
    pass


@dataclass(frozen=True)
class ReferenceGiven:
    """Pictures came with the reply. `role` None: the words do not say, so the bot asks.

    `keep`: for the whole session, not for one edit. `then` is the edit that the reference is for. With an edit and no
    role the picture may also be the version sent back with a red outline.
    """

    role: Role | None
    words: str
    keep: bool = False
    target: str | None = None
    then: Drawing | None = None


@dataclass(frozen=True)
class AddShot:
    scene: str


@dataclass(frozen=True)
class DropShots:
    pass


ShotRequest = Edit | Structural | Variations | Redo | Undo | BackTo | Branch | Compare | AddShot | DropShots


@dataclass(frozen=True)
class ForShots:
    """A request for shots of the set by `numbers`, or for `everywhere`. For a new shot neither is given."""

    numbers: tuple[int, ...]
    request: ShotRequest
    everywhere: bool = False


@dataclass(frozen=True)
class Approval:
    """Praise or "approved": words never approve, the button does."""

    words: str


class TalkKind(StrEnum):
    SMALL = "small"
    TO_A_PERSON = "to_a_person"
    NO_WORDS = "no_words"  # only an emoji, a link, code or a quotation


@dataclass(frozen=True)
class Talk:
    """Left alone."""

    kind: TalkKind = TalkKind.SMALL


class Topic(StrEnum):
    PRICE = "price"
    ABILITIES = "abilities"
    TIME = "time"


@dataclass(frozen=True)
class Question:
    """About Easel itself."""

    topic: Topic
    words: str


class UnclearWhy(StrEnum):
    NO_CHANGE_NAMED = "no_change_named"  # "make it better", or words to the bot that ask nothing it knows
    NO_NEW_VALUE = "no_new_value"  # "change the colour"
    TOO_LONG = "too_long"
    NO_SUCH_VERSION = "no_such_version"
    NO_SUCH_SHOT = "no_such_shot"
    WHICH_SHOT = "which_shot"


@dataclass(frozen=True)
class Unclear:
    """To be asked about. Each of at most three `suggestions` is a reply that a reader understands."""

    why: UnclearWhy
    words: str
    suggestions: tuple[str, ...] = ()


Request = (
    Edit
    | Structural
    | Variations
    | Redo
    | Undo
    | BackTo
    | Branch
    | Compare
    | Tree
    | Cancel
    | Help
    | ReferenceGiven
    | ForShots
)
Reply = Request | Approval | Talk | Question | Unclear
