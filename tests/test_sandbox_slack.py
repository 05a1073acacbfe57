"""The sandbox's Web API refuses what Slack refuses; a bot that passes here has made none of these mistakes."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from tests.sandbox.faults import Fault
from tests.sandbox.server import Sandbox
from tests.slack_driving import MANIFEST, Json, Outside, picture, running_sandbox, someone_outside, soon, web_client

GENERAL, RANDOM = "C0GENERAL1", "C0RANDOM01"


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as running:
        yield running


@pytest.fixture
async def outside(sandbox: Sandbox) -> AsyncIterator[Outside]:
    async with someone_outside(sandbox) as someone:
        yield someone


@pytest.fixture
def client(sandbox: Sandbox) -> AsyncWebClient:
    return web_client(sandbox)


async def refusal(client: AsyncWebClient, method: str, **arguments: Any) -> Json:
    with pytest.raises(SlackApiError) as caught:
        await client.api_call(method, json=arguments)
    return dict(caught.value.response.data)


async def upload(client: AsyncWebClient, name: str = "shot.png", **share: Any) -> str:
    answer = await client.files_upload_v2(file=picture(), filename=name, alt_txt="A teal field", **share)
    return str(answer["file"]["id"])


def showing(file_id: str) -> list[Json]:
    return [{"type": "image", "slack_file": {"id": file_id}, "alt_text": "Shot 1"}]


async def test_the_bot_is_told_who_it_is(client: AsyncWebClient) -> None:
    answer = await client.auth_test()
    assert (answer["team_id"], answer["user"], answer["user_id"]) == ("T0EASEL", "easel", "U0EASELBOT")
    assert "chat:write" in answer.headers["x-oauth-scopes"]


@pytest.mark.parametrize(
    ("method", "arguments", "error"),
    [
        ("chat.postMessages", {}, "unknown_method"),
        ("chat.postMessage", {"text": "no channel"}, "invalid_arguments"),
        ("chat.postMessage", {"channel": GENERAL, "text": "x", "colour": "red"}, "invalid_arguments"),
        ("chat.postMessage", {"channel": GENERAL}, "no_text"),
        ("chat.postMessage", {"channel": "C0NOWHERE", "text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"channel": RANDOM, "text": "x"}, "not_in_channel"),
        ("chat.postMessage", {"channel": GENERAL, "text": "x", "thread_ts": "1.000001"}, "thread_not_found"),
        ("chat.postMessage", {"channel": GENERAL, "text": "x", "blocks": "[{"}, "invalid_blocks_format"),
        ("chat.postMessage", {"channel": GENERAL, "text": "x", "blocks": [{"type": "nonsense"}]}, "invalid_blocks"),
        ("chat.postMessage", {"channel": GENERAL, "text": "x", "metadata": {"a": 1}}, "invalid_metadata_format"),
        ("chat.postMessage", {"channel": GENERAL, "text": "x" * 40_001}, "msg_too_long"),
        ("chat.update", {"channel": GENERAL, "ts": "1.000001", "text": "x"}, "message_not_found"),
        ("chat.postEphemeral", {"channel": "C0DESIGN01", "user": "U0CHO0001", "text": "x"}, "user_not_in_channel"),
        ("conversations.info", {"channel": GENERAL}, "missing_scope"),
        ("conversations.replies", {"channel": GENERAL, "ts": "1.000001"}, "thread_not_found"),
        ("views.open", {"trigger_id": "1.2.3", "view": {"type": "modal"}}, "invalid_arguments"),
        ("files.info", {"file": "F0NOSUCH00"}, "file_not_found"),
    ],
)
async def test_a_wrong_call_is_refused_as_slack_refuses_it(
    client: AsyncWebClient, method: str, arguments: Json, error: str
) -> None:
    assert (await refusal(client, method, **arguments))["error"] == error


async def test_an_unknown_argument_is_named(client: AsyncWebClient) -> None:
    answer = await refusal(client, "chat.postMessage", channel=GENERAL, text="x", colour="red")
    assert answer["response_metadata"]["messages"] == ["[ERROR] no such argument: colour"]


async def test_a_wrong_token_is_refused(sandbox: Sandbox) -> None:
    assert (await refusal(web_client(sandbox, "xoxb-other"), "auth.test"))["error"] == "invalid_auth"
    assert (await refusal(web_client(sandbox, ""), "auth.test"))["error"] == "not_authed"
    app_token = sandbox.environment()["SLACK_APP_TOKEN"]
    assert (await refusal(web_client(sandbox, app_token), "auth.test"))["error"] == "not_allowed_token_type"
    assert (await refusal(web_client(sandbox), "apps.connections.open"))["error"] == "not_allowed_token_type"


async def test_scopes_are_those_of_the_manifest(tmp_path: Path) -> None:
    manifest = json.loads(MANIFEST.read_text())
    manifest["oauth_config"]["scopes"]["bot"].remove("chat:write")
    changed = tmp_path / "manifest.json"
    changed.write_text(json.dumps(manifest))
    async with running_sandbox(changed) as sandbox:
        answer = await refusal(web_client(sandbox), "chat.postMessage", channel=GENERAL, text="x")
    assert (answer["error"], answer["needed"]) == ("missing_scope", "chat:write")
    assert "files:write" in answer["provided"]


async def test_metadata_is_kept_and_given_to_who_asks(client: AsyncWebClient) -> None:
    metadata = {"event_type": "shot", "event_payload": {"version": 3}}
    posted = await client.chat_postMessage(channel=GENERAL, text="root", metadata=metadata)
    reply = await client.chat_postMessage(channel=GENERAL, text="reply", thread_ts=posted["ts"], metadata=metadata)
    plain = await client.conversations_replies(channel=GENERAL, ts=posted["ts"])
    full = await client.conversations_replies(channel=GENERAL, ts=posted["ts"], include_all_metadata=True)
    assert [m["ts"] for m in plain["messages"]] == [posted["ts"], reply["ts"]]
    assert "metadata" not in plain["messages"][1]
    assert full["messages"][1]["metadata"] == metadata
    assert full["messages"][0]["reply_count"] == 1


async def test_history_is_newest_first_and_paged(client: AsyncWebClient) -> None:
    for number in range(5):
        await client.chat_postMessage(channel=GENERAL, text=str(number))
    first = await client.conversations_history(channel=GENERAL, limit=3)
    cursor = first["response_metadata"]["next_cursor"]
    rest = await client.conversations_history(channel=GENERAL, limit=3, cursor=cursor)
    assert [m["text"] for m in first["messages"]] == ["4", "3", "2"]
    assert ([m["text"] for m in rest["messages"]], rest["has_more"]) == (["1", "0"], False)


async def test_an_update_with_text_alone_drops_the_blocks(client: AsyncWebClient, outside: Outside) -> None:
    divider = [{"type": "divider"}]
    posted = await client.chat_postMessage(channel=GENERAL, text="a", blocks=divider)
    await client.chat_update(channel=GENERAL, ts=posted["ts"], text="b")
    [message] = await outside.messages()
    assert (message["text"], "blocks" in message, "edited" in message) == ("b", False, True)


async def test_only_own_messages_can_be_changed(client: AsyncWebClient, outside: Outside) -> None:
    ts = await outside.say("ana", "mine")
    assert (await refusal(client, "chat.update", channel=GENERAL, ts=ts, text="x"))["error"] == "cant_update_message"
    assert (await refusal(client, "chat.delete", channel=GENERAL, ts=ts))["error"] == "cant_delete_message"


async def test_a_reply_is_no_root(client: AsyncWebClient) -> None:
    root = await client.chat_postMessage(channel=GENERAL, text="root")
    reply = await client.chat_postMessage(channel=GENERAL, text="reply", thread_ts=root["ts"])
    answer = await refusal(client, "chat.postMessage", channel=GENERAL, text="x", thread_ts=reply["ts"])
    assert answer["error"] == "cannot_reply_to_message"


async def test_posting_is_limited_per_channel_with_short_bursts(client: AsyncWebClient) -> None:
    for number in range(20):
        await client.chat_postMessage(channel=GENERAL, text=str(number))
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel=GENERAL, text="one too many")
    assert (caught.value.response.status_code, caught.value.response["error"]) == (429, "ratelimited")
    assert caught.value.response.headers["Retry-After"] == "1"
    assert (await client.chat_postMessage(channel="U0BEN0001", text="another channel"))["ok"]


async def test_the_sdk_waits_out_a_rate_limit(client: AsyncWebClient, sandbox: Sandbox) -> None:
    client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=1))
    sandbox.faults.add(Fault("slack", "rate_limit", "chat.postMessage", detail={"retry_after": 0.1}))
    assert (await client.chat_postMessage(channel=GENERAL, text="patient"))["ok"]
    assert [call.status for call in sandbox.journal.calls("slack")] == [429, 200]


async def test_a_file_is_used_in_a_block_only_once_it_is_processed(client: AsyncWebClient, outside: Outside) -> None:
    file_id = await upload(client)
    early = await refusal(client, "chat.postMessage", channel=GENERAL, text="x", blocks=showing(file_id))
    assert early["error"] == "invalid_blocks"
    assert "invalid slack file [json-pointer:/blocks/0/slack_file]" in early["response_metadata"]["messages"][0]
    assert "original_w" not in (await client.files_info(file=file_id))["file"]
    await asyncio.sleep(0.15)
    assert (await client.files_info(file=file_id))["file"]["original_w"] == 640
    await client.chat_postMessage(channel=GENERAL, text="x", blocks=showing(file_id))
    [message] = await outside.messages()
    shown = await outside.http.get(message["blocks"][0]["sandbox_url"])
    assert shown.content == picture()


async def test_files_shared_together_become_one_message_later(client: AsyncWebClient, outside: Outside) -> None:
    root = await outside.say("ana", "draw")
    uploads = [{"file": picture(), "filename": f"{n}.png", "alt_txt": f"Picture {n}"} for n in (1, 2)]
    answer = await client.files_upload_v2(file_uploads=uploads, channel=GENERAL, thread_ts=root)
    file_id = answer["files"][0]["id"]
    assert (await client.files_info(file=file_id))["file"]["shares"] == {}
    await asyncio.sleep(0.2)
    file = (await client.files_info(file=file_id))["file"]
    [share] = file["shares"]["public"][GENERAL]
    [_, message] = await outside.messages(thread_ts=root)
    assert (share["ts"], share["thread_ts"]) == (message["ts"], root)
    assert [f["alt_txt"] for f in message["files"]] == ["Picture 1", "Picture 2"]


async def test_a_trigger_is_used_once_and_soon(client: AsyncWebClient, sandbox: Sandbox) -> None:
    view: Json = {"type": "modal", "title": {"type": "plain_text", "text": "T"}, "blocks": []}
    ana = sandbox.workspace.person("ana")
    trigger_id = sandbox.slack.triggers.issue(ana)
    await client.views_open(trigger_id=trigger_id, view=view)
    again = await refusal(client, "views.open", trigger_id=trigger_id, view=view)
    unknown = await refusal(client, "views.open", trigger_id="1.2.3", view=view)
    sandbox.knobs.slack.trigger_life = 0.01
    late_id = sandbox.slack.triggers.issue(ana)
    await asyncio.sleep(0.02)
    late = await refusal(client, "views.open", trigger_id=late_id, view=view)
    errors = [answer["error"] for answer in (again, unknown, late)]
    assert errors == ["exchanged_trigger_id", "invalid_trigger_id", "expired_trigger_id"]


async def test_a_view_is_not_updated_over_a_newer_one(client: AsyncWebClient) -> None:
    view: Json = {"type": "home", "blocks": [{"type": "divider"}]}
    published = await client.views_publish(user_id="U0ANA0001", view=view)
    await client.views_publish(user_id="U0ANA0001", view=view, hash=published["view"]["hash"])
    answer = await refusal(client, "views.publish", user_id="U0ANA0001", view=view, hash=published["view"]["hash"])
    assert answer["error"] == "hash_conflict"


async def test_a_response_url_serves_five_times(sandbox: Sandbox, outside: Outside) -> None:
    path = sandbox.slack.response_urls.issue(sandbox.workspace.person("ana"), RANDOM)
    address = sandbox.slack.addresses.slack + path
    statuses = [(await outside.http.post(address, json={"text": str(n)})).status_code for n in range(6)]
    assert statuses == [200] * 5 + [404]
    assert len(await outside.messages("random", user="ana")) == 5
    assert await outside.messages("random", user="ben") == []


async def test_an_answer_can_be_lost_after_the_work_is_done(client: AsyncWebClient, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("slack", "drop", "chat.postMessage", detail={"after": True}))
    with pytest.raises(Exception, match="disconnected"):
        await client.chat_postMessage(channel=GENERAL, text="posted all the same")
    assert len(sandbox.workspace.channel("general").log.roots()) == 1


async def test_a_person_sees_only_their_own_channels(outside: Outside) -> None:
    workspace = await outside.get("workspace", user="cho")
    refused = await outside.get("messages", channel="design", user="cho")
    assert [c["name"] for c in workspace["channels"]] == ["general", "random", "@easel"]
    assert refused == {"ok": False, "error": "cho is not in design."}


async def test_the_bot_can_be_invited_and_a_channel_archived(client: AsyncWebClient, outside: Outside) -> None:
    await outside.post("channel", channel="random", has_bot=True)
    await client.chat_postMessage(channel=RANDOM, text="thanks for having me")
    await outside.post("channel", channel="random", is_archived=True)
    assert (await refusal(client, "chat.postMessage", channel=RANDOM, text="too late"))["error"] == "is_archived"


async def test_other_sites_may_not_drive_the_sandbox(outside: Outside) -> None:
    given = {"user": "ana", "channel": "general", "text": "spend it all"}
    answer = await outside.http.post("/sandbox/say", json=given, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert await outside.messages() == []


async def test_settings_are_changed_in_part_and_checked(outside: Outside, sandbox: Sandbox) -> None:
    await outside.post("settings", latency={"fixed": 0.5})
    assert (sandbox.knobs.latency.fixed, sandbox.knobs.latency.low) == (0.5, 2.5)
    refused = await outside.post("settings", latency={"fixd": 1})
    assert refused["error"].startswith("These settings cannot be: latency.fixd")


async def test_the_live_feed_shows_a_person_what_they_may_see(sandbox: Sandbox, outside: Outside) -> None:
    seen: list[Json] = []
    client = web_client(sandbox)
    async with aiohttp.ClientSession() as http, http.ws_connect(f"{sandbox.url}/sandbox/live?user=cho") as socket:

        async def listen() -> None:
            async for message in socket:
                seen.append(message.json())

        listening = asyncio.create_task(listen())
        await outside.say("ana", "secret", channel="design")
        root = await outside.say("ana", "public")
        await client.chat_postMessage(channel=GENERAL, text="reply", thread_ts=root)
        await client.chat_postEphemeral(channel=GENERAL, user="U0ANA0001", text="only ana")
        await client.chat_postEphemeral(channel=GENERAL, user="U0CHO0001", text="only cho")
        await soon(lambda: any(one["type"] == "ephemeral" for one in seen))
        listening.cancel()
    told = [(one["type"], one["message"]["text"]) for one in seen[1:]]
    assert told == [
        ("message", "public"),
        ("message", "reply"),
        ("message_changed", "public"),
        ("ephemeral", "only cho"),
    ]
