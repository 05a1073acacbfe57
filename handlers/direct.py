"""App Home has no channel: what is begun there is answered in the person's direct messages with the bot."""

from dataclasses import replace

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain import Message


async def place_of_form(client: AsyncWebClient, press: Message) -> Message:
    if press.channel:
        return press
    answer = await client.conversations_open(users=press.user)
    return replace(press, channel=str(answer["channel"]["id"]))
