"""`python -m tests.sandbox`: the sandbox with the real bot connected to it, or alone with --no-bot."""

import argparse
import asyncio
import os
import shlex
import signal
import sys

from tests.sandbox.bot_process import BotProcess
from tests.sandbox.server import Sandbox

DEFAULT_PORT = 8765
TRY_FIRST = """
Open it in a browser. You are ana; switch to ben or cho at the bottom left. Then try, in #general:

  1. /imageset Nia, a barista with curly red hair, opens a robot café: cover | thumbs up --style flat
  2. /cast add maya        give it a photo (the page offers a sample): sets keep her face from then on
  3. /imageset 5 launch of our running app, with @maya
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.sandbox", description=__doc__)
    parser.add_argument("--no-bot", action="store_true", help="run it alone and print what points a bot at it")
    options = parser.parse_args()
    sys.exit(asyncio.run(_run(with_bot=not options.no_bot)))


async def _run(*, with_bot: bool) -> int:
    sandbox = Sandbox(port=int(os.environ.get("SANDBOX_PORT") or DEFAULT_PORT))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # inherited by the painters: Ctrl-C is for this process alone
    try:
        await sandbox.start()
    except OSError as error:
        print(f"The sandbox cannot start: {error}. SANDBOX_PORT chooses another port.", file=sys.stderr)
        return 1
    stopping = _on_signals()
    _say(sandbox.url)
    try:
        if not with_bot:
            _print_exports(sandbox)
            await stopping.wait()
            return 0
        return await _with_bot(sandbox, stopping)
    finally:
        await sandbox.stop()


async def _with_bot(sandbox: Sandbox, stopping: asyncio.Event) -> int:
    bot = await BotProcess.start(sandbox.environment())
    _say(TRY_FIRST)
    _say(bot.about)
    connecting = asyncio.create_task(_say_when_connected(sandbox))
    stop, end = asyncio.create_task(stopping.wait()), asyncio.create_task(bot.wait())
    await asyncio.wait({stop, end}, return_when=asyncio.FIRST_COMPLETED)
    if end.done() and not stop.done():
        _say(f"The bot has ended with code {end.result()}; the sandbox goes on without it. {bot.last_words()}")
        await stop
    connecting.cancel()
    await bot.stop()
    end.cancel()
    return 0


async def _say_when_connected(sandbox: Sandbox) -> None:
    connected = asyncio.Event()
    stop = sandbox.slack.feed.listen(lambda change: connected.set() if change.body.get("connected") else None)
    if not sandbox.slack.delivery.is_connected:
        await connected.wait()
    stop()
    _say("The bot is connected.")


def _print_exports(sandbox: Sandbox) -> None:
    _say("\nNo bot is connected. These variables point any bot process at this sandbox:\n")
    for name, value in sandbox.environment().items():
        _say(f"export {name}={shlex.quote(value)}")
    _say("\nThen, in this folder: python -m bot run")


def _on_signals() -> asyncio.Event:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
    return stopping


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    main()
