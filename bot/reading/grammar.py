"""`/imageset`, `/image` and the composer: what people type -> a complete SetRequest, or a sentence on what is possible.

title: shot | shot | shot      5 launch of our running app, with @maya      a runner at dawn, 8 panels
--style --size --quality --model --variants --count --chain --private        in any place
"""

from collections.abc import Callable, Sequence

from bot.domain import Character, Model, SetRequest
from bot.reading.completion import Defaults, complete
from bot.reading.content import ONE_EXAMPLE, SET_EXAMPLE, checked, set_content, single_content
from bot.reading.names import pin
from bot.reading.options import cut_options

__all__ = ["Defaults", "parse", "parse_single"]


def parse(
    words: str, *, cast: Sequence[Character], defaults: Defaults, find_model: Callable[[str], Model]
) -> SetRequest:
    """A set, as `/imageset` asks for it."""
    text, options = cut_options(checked(words, SET_EXAMPLE))
    text, characters, notes = pin(text, cast)
    content = set_content(text, options, defaults.max_shots)
    return complete(content, options, characters, notes, defaults, find_model)


def parse_single(
    words: str, *, cast: Sequence[Character], defaults: Defaults, find_model: Callable[[str], Model]
) -> SetRequest:
    """One picture, or several takes of it, as `/image` asks for it."""
    text, options = cut_options(checked(words, ONE_EXAMPLE))
    text, characters, notes = pin(text, cast)
    content = single_content(text, options)
    return complete(content, options, characters, notes, defaults, find_model)
