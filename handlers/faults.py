"""Slack's refusals in words: the one table from error codes to our errors. (Codes: docs.slack.dev/reference/methods)"""

from bot.errors import BotError, NotHere

INVITE = "I am not in this channel. Invite me first with `/invite @easel`, then ask again."
NOT_A_MEMBER = (
    "I cannot post here. Invite me with `/invite @easel`, or ask in a channel that I am in, or in our direct messages."
)
CLOSED = "This channel is archived. Ask again in one that is open."
NOT_ALLOWED = "I may not post in this channel. Ask in another one, or ask an admin to let Easel post here."
NO_UPLOADS = "This workspace does not let me upload pictures. Ask an admin to allow file uploads for apps."
GONE = "The message that this belongs to is gone. Ask again to start anew."
NOT_CONNECTED = "Slack does not accept Easel's token. An admin must install Easel again."

NOT_HERE = {
    "not_in_channel": INVITE,
    "channel_not_found": NOT_A_MEMBER,
    "user_not_in_channel": "You have left the channel that this belongs to. Ask again where you are.",
    "is_archived": CLOSED,
    "is_inactive": CLOSED,
    "restricted_action": NOT_ALLOWED,
    "restricted_action_read_only_channel": NOT_ALLOWED,
    "restricted_action_thread_only_channel": NOT_ALLOWED,
    "restricted_action_non_threadable_channel": "This channel has no threads, and a set needs one. Ask elsewhere.",
    "restricted_action_thread_locked": "This thread is locked. Ask again in the channel.",
    "posting_to_channel_denied": NOT_ALLOWED,
    "team_access_not_granted": NOT_ALLOWED,
    "messages_tab_disabled": "My messages tab is switched off here. Ask in a channel instead.",
    "slack_connect_file_link_sharing_blocked": "This shared channel does not take my files. Ask in one of your own.",
    "slack_connect_file_upload_sharing_blocked": "This shared channel does not take my files. Ask in one of your own.",
    "slack_connect_blocked_file_type": "This shared channel does not take pictures. Ask in one of your own.",
    "message_not_found": GONE,
    "cant_update_message": GONE,
    "edit_window_closed": GONE,
    "cannot_reply_to_message": GONE,
    "thread_not_found": GONE,
}

SENTENCES = {
    "file_uploads_disabled": NO_UPLOADS,
    "file_uploads_except_images_disabled": NO_UPLOADS,
    "storage_limit_reached": "This workspace's file storage is full. Ask an admin to make room, then try again.",
    "file_type_not_allowed": "This workspace does not take PNG files. Ask an admin to allow them.",
    "blocked_file_type": "This workspace does not take PNG files. Ask an admin to allow them.",
    "file_upload_size_restricted": "The picture is larger than this workspace allows. Ask for a smaller `--size`.",
    "file_not_found": "Slack no longer has that file. Upload it again.",
    "file_deleted": "That file was deleted. Upload it again.",
    "ratelimited": "Slack is slowing me down. Try again in a minute.",
    "rate_limited": "Slack is slowing me down. Try again in a minute.",
    "message_limit_exceeded": "This workspace has used up its messages. Ask an admin about its Slack plan.",
    "expired_trigger_id": "Slack waited too long for the form. Try once more.",
    "exchanged_trigger_id": "That form was opened already. Try once more.",
    "invalid_trigger_id": "Slack waited too long for the form. Try once more.",
    "push_limit_reached": "Close one of the open forms, then try again.",
    "external_channel_migrating": "Slack is moving this channel. Try again in a few minutes.",
    "invalid_auth": NOT_CONNECTED,
    "not_authed": NOT_CONNECTED,
    "account_inactive": NOT_CONNECTED,
    "token_revoked": NOT_CONNECTED,
    "token_expired": NOT_CONNECTED,
    "missing_scope": "Easel lacks a permission for this. An admin must install it again with today's manifest.",
}

MESSAGE_GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
THREAD_GONE = frozenset({"thread_not_found", "cannot_reply_to_message", "restricted_action_thread_locked"})


class SlackRefusal(BotError):
    """A refusal that has nothing to do with the place; `code` is Slack's, `details` says where a payload is wrong."""

    def __init__(self, sentence: str, code: str, details: str = "") -> None:
        super().__init__(sentence)
        self.code = code
        self.details = details

    @property
    def names_a_file(self) -> bool:
        """A picture in a block that Slack has not processed yet, or will not show; it does not always say which."""
        says_which = "slack file" in self.details or "slack_file" in self.details
        return self.code == "invalid_blocks" and (says_which or not self.details)


def refusal(code: str, details: str = "") -> NotHere | SlackRefusal:
    """The error for one of Slack's codes."""
    if code in NOT_HERE:
        return NotHere(NOT_HERE[code], code)
    other = f"Slack did not accept my message (`{code}`). Try again, and tell an admin the code if it stays."
    return SlackRefusal(SENTENCES.get(code, other), code, details)
