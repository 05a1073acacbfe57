"""Answers that only one person sees: by Slack's response_url while it works, else in the channel, else directly."""

import httpx

from bot.domain import Place
from bot.errors import BotError
from bot.workflows.show import Private
from handlers.blocks.elements import Body
from handlers.calls import Calls
from handlers.faults import SlackRefusal
from handlers.posting import Posting, without_pictures
from storage.posts import Posts

TOLD = "told"


class Telling:
    def __init__(self, calls: Calls, posts: Posts, posting: Posting, http: httpx.AsyncClient) -> None:
        self._calls = calls
        self._posts = posts
        self._posting = posting
        self._http = http

    async def tell(self, private: Private, body: Body) -> None:
        """Once for each `private.id`, as far as that can be known: Slack does not say what ephemeral messages exist."""
        post_id = f"private:{private.id}"
        post = await self._posts.begin(post_id, private.place)
        if post and post.ts:
            return
        if not (await self._by_answer_url(private, body) or await self._in_channel(private, body)):
            place = await self.direct(private.place.workspace, private.user)
            await self._posting.post(f"{post_id}:direct", place, body)
        await self._posts.done(post_id, TOLD)

    async def direct(self, workspace: str, user: str) -> Place:
        """The direct messages between the bot and a person."""
        answer = await self._calls.call("conversations.open", {"users": user})
        return Place(workspace, str(answer["channel"]["id"]))

    async def _by_answer_url(self, private: Private, body: Body) -> bool:
        if not private.answer_url:
            return False
        for version in simpler_and_simpler(body):
            content = {"response_type": "ephemeral", "replace_original": False}
            content |= {"text": version.text, "blocks": version.blocks}
            try:
                if (await self._http.post(private.answer_url, json=content)).is_success:
                    return True
            except httpx.TransportError:
                return False
        return False

    async def _in_channel(self, private: Private, body: Body) -> bool:
        """Direct messages have no need of it: there the answer may stay."""
        if not private.place.channel or private.place.channel.startswith("D"):
            return False
        try:
            await self._post_ephemeral(private, body)
        except BotError:
            return False
        return True

    async def _post_ephemeral(self, private: Private, body: Body) -> None:
        where = {"channel": private.place.channel, "user": private.user, "thread_ts": private.place.thread_ts}
        *first, last = simpler_and_simpler(body)
        for version in first:
            try:
                await self._calls.call("chat.postEphemeral", where | version._asdict())
                return
            except SlackRefusal as refused:
                if not refused.names_a_file and not refused.is_of_payload:
                    raise
        await self._calls.call("chat.postEphemeral", where | last._asdict())


def simpler_and_simpler(body: Body) -> list[Body]:
    """The message; without its pictures; its text alone: for a Slack that refuses the one before."""
    bodies = [body, without_pictures(body), Body(body.text, [])]
    return [each for index, each in enumerate(bodies) if each not in bodies[:index]]
