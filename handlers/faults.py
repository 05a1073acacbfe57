"""Slack's refusals: the one table from error codes to what is done and to the sentence that a person reads.

| codes      | what is done                                                                                          |
|------------|-------------------------------------------------------------------------------------------------------|
| AWAY       | made again, and if it stays so, the work waits until Slack is well (as for 429, 5xx and lost answers) |
| STUMBLES   | made again; if it stays so, as for PAYLOAD                                                            |
| NOT_HERE   | the place is closed to us: nothing is tried again, who asked is told elsewhere                        |
| ..._GONE   | what was to be edited or answered is gone: posted anew                                                |
| PICTURES   | the message goes without its picture, which is then shared as a file                                  |
| SENTENCES  | nothing is tried again; the sentence says who can mend it                                             |
| PAYLOAD    | and every code that is unknown here: the message goes as plain text; the log has the code             |

Codes: docs.slack.dev/reference/methods, under each method.
"""

import hashlib

from bot.errors import BotError, NotHere

INVITE = "I am not in this channel. Invite me first with `/invite @easel`, then ask again."
NOT_A_MEMBER = (
    "I cannot post here. Invite me with `/invite @easel`, or ask in a channel that I am in, or in our direct messages."
)
CLOSED = "This channel is archived. Ask again in one that is open."
NOT_ALLOWED = "I may not post in this channel. Ask in another one, or ask an admin to let Easel post here."
NOT_DIRECTLY = "Slack does not let me write to you directly. Ask in a channel that I am in."
NO_UPLOADS = "This workspace does not let me upload pictures. Ask an admin to allow file uploads for apps."
NO_FILES = "This shared channel does not take my pictures. Ask in one of your own."
NO_PNG = "This workspace does not take PNG files. Ask an admin to allow them."
TOO_MANY_FILES = "Slack does not share this picture any more often. Draw it again to see it once more."
GONE = "The message that this belongs to is gone. Ask again to start anew."
NOT_CONNECTED = "Slack does not accept Easel's token. An admin must install Easel again."
NO_PERMISSION = "Easel lacks a permission for this. An admin must install it again with today's manifest."
OUTDATED = "Slack has retired something that this release of Easel needs. An admin must update Easel."
LATE_FORM = "Slack waited too long for the form. Try once more."
OTHER_FORM = "That form was changed or closed meanwhile. Open it once more."
SLOW_DOWN = "Slack is slowing me down. Try again in a minute."
MOVING = "Slack is moving this workspace or channel. Try again in a few minutes."
STUMBLED = "Slack had a fault of its own. Try again in a minute."
UNREACHABLE = "I cannot reach Slack right now. Try again in a minute."
NOT_TAKEN = "Slack did not take what I wrote (ref {ref}). Try again, and tell an admin the code if it stays."

AWAY = {
    "ratelimited": SLOW_DOWN,
    "rate_limited": SLOW_DOWN,
    "service_unavailable": UNREACHABLE,
    "team_added_to_org": MOVING,
    "org_login_required": MOVING,
    "external_channel_migrating": MOVING,
}

STUMBLES = dict.fromkeys(
    (
        "internal_error",
        "fatal_error",  # Slack: part of it may have succeeded
        "request_timeout",
        "update_failed",
        "file_update_failed",
        "streaming_state_conflict",
    ),
    STUMBLED,
)

NOT_HERE = {
    "not_in_channel": INVITE,
    "channel_not_found": NOT_A_MEMBER,
    "invalid_channel": NOT_A_MEMBER,
    "team_not_found": NOT_A_MEMBER,
    "user_not_in_channel": "You have left the channel that this belongs to. Ask again where you are.",
    "is_archived": CLOSED,
    "is_inactive": CLOSED,
    "restricted_action": NOT_ALLOWED,
    "restricted_action_read_only_channel": NOT_ALLOWED,
    "restricted_action_thread_only_channel": NOT_ALLOWED,
    "restricted_action_non_threadable_channel": "This channel has no threads, and a set needs one. Ask elsewhere.",
    "restricted_action_thread_locked": "This thread is locked. Ask again in the channel.",
    "posting_to_channel_denied": NOT_ALLOWED,
    "posting_to_general_channel_denied": NOT_ALLOWED,
    "team_access_not_granted": NOT_ALLOWED,
    "ekm_access_denied": "An admin has suspended posting here. Ask again when it is allowed, or elsewhere.",
    "messages_tab_disabled": "My messages tab is switched off here. Ask in a channel instead.",
    "message_not_found": GONE,
    "cant_update_message": GONE,
    "edit_window_closed": GONE,
    "cannot_reply_to_message": GONE,
    "thread_not_found": GONE,
    "user_not_found": NOT_DIRECTLY,
    "user_not_visible": NOT_DIRECTLY,
    "user_disabled": NOT_DIRECTLY,
    "cannot_dm_bot": NOT_DIRECTLY,
    "invalid_user_combination": NOT_DIRECTLY,
    "method_not_supported_for_channel_type": NOT_DIRECTLY,
}

PICTURES = {
    "file_not_found": "Slack no longer has that file. Upload it again.",
    "file_deleted": "That file was deleted. Upload it again.",
    "file_is_deleted": "That file was deleted. Upload it again.",
    "blocked_file_type": NO_PNG,
    "file_share_limit_reached": TOO_MANY_FILES,
    "max_file_sharing_exceeded": TOO_MANY_FILES,
    "missing_file_data": STUMBLED,
    "unable_to_share_files": STUMBLED,
    "slack_connect_file_link_sharing_blocked": NO_FILES,
    "slack_connect_file_upload_sharing_blocked": NO_FILES,
    "slack_connect_blocked_file_type": NO_FILES,
    "slack_connect_canvas_sharing_blocked": NO_FILES,
    "slack_connect_clip_sharing_blocked": NO_FILES,
}

SENTENCES = {
    "file_uploads_disabled": NO_UPLOADS,
    "file_uploads_except_images_disabled": NO_UPLOADS,
    "storage_limit_reached": "This workspace's file storage is full. Ask an admin to make room, then try again.",
    "file_type_not_allowed": NO_PNG,
    "file_upload_size_restricted": "The picture is larger than this workspace allows. Ask for a smaller `--size`.",
    "message_limit_exceeded": "This workspace has used up its messages. Ask an admin about its Slack plan.",
    "expired_trigger_id": LATE_FORM,
    "exchanged_trigger_id": "That form was opened already. Try once more.",
    "invalid_trigger_id": LATE_FORM,
    "push_limit_reached": "Close one of the open forms, then try again.",
    "hash_conflict": OTHER_FORM,
    "not_found": OTHER_FORM,
    "duplicate_external_id": OTHER_FORM,
    "not_enabled": "Easel's Home tab is switched off. An admin must switch it on in the app's settings.",
    "invalid_auth": NOT_CONNECTED,
    "not_authed": NOT_CONNECTED,
    "account_inactive": NOT_CONNECTED,
    "token_revoked": NOT_CONNECTED,
    "token_expired": NOT_CONNECTED,
    "is_bot": NOT_CONNECTED,
    "not_allowed_token_type": NOT_CONNECTED,
    "forbidden_team": NOT_CONNECTED,
    "missing_scope": NO_PERMISSION,
    "no_permission": NO_PERMISSION,
    "access_denied": NO_PERMISSION,
    "enterprise_is_restricted": NO_PERMISSION,
    "accesslimited": "Slack takes no calls from the network that Easel runs in. An admin must allow its address.",
    "two_factor_setup_required": "Slack wants two-factor authentication here. An admin must set it up for Easel.",
    "deprecated_endpoint": OUTDATED,
    "method_deprecated": OUTDATED,
    "unknown_method": OUTDATED,
}

PAYLOAD = frozenset(
    {
        "alt_txt_too_large",
        "as_user_not_supported",
        "block_mismatch",
        "cant_broadcast_message",
        "channels_limit_exceeded",
        "duplicate_channel_not_found",
        "duplicate_message_not_found",
        "insecure_request",
        "invalid_arg_name",
        "invalid_arguments",
        "invalid_array_arg",
        "invalid_attachments",
        "invalid_blocks",  # tried again before, where the message holds a picture
        "invalid_blocks_format",
        "invalid_charset",
        "invalid_cursor",
        "invalid_form_data",
        "invalid_metadata_format",
        "invalid_metadata_schema",
        "invalid_post_type",
        "invalid_ts_latest",
        "invalid_ts_oldest",
        "markdown_text_conflict",
        "metadata_must_be_sent_from_app",
        "metadata_too_large",
        "missing_args",
        "missing_argument",
        "missing_post_type",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_dual_broadcast_content_update",
        "no_text",
        "not_enough_users",
        "pagination_not_available",
        "snippet_too_large",
        "too_many_attachments",
        "too_many_contact_cards",
        "too_many_users",
        "unknown_snippet_type",
        "unknown_subtype",
        "users_list_not_supplied",
        "view_too_large",
    }
)

MESSAGE_GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
THREAD_GONE = frozenset({"thread_not_found", "cannot_reply_to_message", "restricted_action_thread_locked"})
METADATA = "metadata"  # stands in all codes about it


class SlackRefusal(BotError):
    """A refusal that has nothing to do with the place; `code` is Slack's, `details` says where a payload is wrong.

    `ref` stands in the sentence where no better one is known, and in the log.
    """

    def __init__(self, sentence: str, code: str, details: str = "", ref: str = "") -> None:
        super().__init__(sentence)
        self.code = code
        self.details = details
        self.ref = ref

    @property
    def names_a_file(self) -> bool:
        """A picture in a block that Slack has not processed yet, or will not show; it does not always say which."""
        says_which = "slack file" in self.details or "slack_file" in self.details
        return self.code in PICTURES or (self.code == "invalid_blocks" and (says_which or not self.details))

    @property
    def may_pass(self) -> bool:
        """Slack has the file and does not know it everywhere yet."""
        return self.code in ("invalid_blocks", "file_not_found")

    @property
    def is_of_payload(self) -> bool:
        """Something in what was sent, or nobody knows what: simpler words may be taken."""
        return self.code not in SENTENCES and self.code not in PICTURES and self.code not in AWAY

    @property
    def stumbles(self) -> bool:
        return self.code in STUMBLES


def refusal(code: str, details: str = "") -> NotHere | SlackRefusal:
    """The error for one of Slack's codes."""
    if code in NOT_HERE:
        return NotHere(NOT_HERE[code], code)
    ref = hashlib.sha256(f"{code} {details}".encode()).hexdigest()[:6]
    known = AWAY | STUMBLES | PICTURES | SENTENCES
    return SlackRefusal(known.get(code) or NOT_TAKEN.format(ref=ref), code, details, ref)
