"""Everything Slack: payloads come in through `incoming`, views go out through `outgoing` and `blocks/`.

One feature a file, each with `register(app, use)`. A listener makes a `Message`, calls one use case and acknowledges
last, so that an error can still be the acknowledgement's answer (`explain`).

    imageset     /imageset: a set, in words or in the composer
    image        /image: one picture, or several takes of it
    composer     the form for a set, with its live price
    plan         the root's buttons: Draw, Draft, Edit plan, Cancel
    cards        a card's buttons: Redo, Variations, Original, Prompt, Try again
    cast         /cast: list, show, rename, retire
    character    the form that adds one, and "Use as reference" on a message
    imagespend   /imagespend: a person's month
    mentions     a mention or a direct message: the same in words
    threads      replies in a set's thread, and every message that is not for us
    home         App Home

Requests come to `front`: through `socket`, or by HTTP through `endpoint`, which has `shapes` look at them first. What
no feature wants goes to `unclaimed`.
"""

from slack_bolt.async_app import AsyncApp

from bot.metrics import Metrics
from handlers import (
    cards,
    cast,
    character,
    composer,
    explain,
    home,
    image,
    imageset,
    imagespend,
    mentions,
    plan,
    threads,
    unclaimed,
)
from handlers.use_cases import UseCases

__all__ = ["FEATURES", "UseCases", "register_all"]

# `threads` takes every message that no feature before it wants.
FEATURES = (imageset, image, composer, plan, cards, cast, character, imagespend, mentions, threads, home)


def register_all(app: AsyncApp, use: UseCases, metrics: Metrics | None = None) -> None:
    explain.register(app, metrics)
    for feature in FEATURES:
        feature.register(app, use)
    unclaimed.register(app)
