"""What no feature wants, as a button of an older release, is acknowledged: else Slack shows a fault, or sends it again.

Registered last, after all features.
"""

import re

import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from handlers.front import CLAIMED

ANYTHING = re.compile(".*", re.DOTALL)
NO_COMMAND = "I do not know that command. Try `/imageset help`."
OUT_OF_USE = "This no longer does anything. Ask again with `/imageset`."

log = structlog.get_logger()


async def is_unclaimed(context: AsyncBoltContext) -> bool:
    """Bolt asks on when a feature takes longer than Slack waits."""
    return not context.get(CLAIMED)


def register(app: AsyncApp) -> None:
    async def on_command(ack: AsyncAck) -> None:
        log.warning("unclaimed")
        await ack({"response_type": "ephemeral", "text": NO_COMMAND})

    async def on_form(ack: AsyncAck) -> None:
        log.warning("unclaimed")
        await ack(response_action="clear")

    async def on_options(ack: AsyncAck) -> None:
        log.warning("unclaimed")
        await ack(options=[])

    async def on_anything(ack: AsyncAck) -> None:
        log.debug("unclaimed")
        await ack()

    only = [is_unclaimed]
    app.command(ANYTHING, matchers=only)(on_command)
    app.view(ANYTHING, matchers=only)(on_form)
    app.options(ANYTHING, matchers=only)(on_options)
    for kind in (app.action, app.shortcut, app.view_closed, app.event):
        kind(ANYTHING, matchers=only)(on_anything)
