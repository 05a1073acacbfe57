"""Whether Slack would let us in: tokens and scopes, without posting anything."""

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from handlers.calls import web_client
from handlers.manifest import needed_scopes


async def bot_token_problem(token: str, base_url: str) -> str | None:
    """A sentence, or None. Slack names a token's scopes in a header of every answer."""
    if not token:
        return "is not set. It begins with xoxb- and stands under OAuth & Permissions of your Slack app."
    if not token.startswith("xoxb-"):
        return "must begin with xoxb-: it is the Bot User OAuth Token, under OAuth & Permissions."
    try:
        answer = await _client(token, base_url).auth_test()
    except SlackApiError as error:
        return _refused(error, "Install the app into the workspace again and copy the token anew.")
    headers = {name.lower(): value for name, value in answer.headers.items()}
    if "x-oauth-scopes" not in headers:
        return None
    granted = {scope.strip() for scope in str(headers["x-oauth-scopes"]).split(",")}
    missing = sorted(needed_scopes() - granted)
    if not missing:
        return None
    return f"lacks the scopes {', '.join(missing)}. Update the app from manifest.json and install it again."


async def app_token_problem(token: str, base_url: str) -> str | None:
    """A sentence, or None; opens no connection, only asks for the address of one."""
    if not token:
        return "is not set. It begins with xapp- and stands under Basic Information, App-Level Tokens."
    if not token.startswith("xapp-"):
        return "must begin with xapp-: it is an App-Level Token with connections:write, under Basic Information."
    try:
        await _client(token, base_url).apps_connections_open(app_token=token)
    except SlackApiError as error:
        return _refused(error, "It needs the scope connections:write, and Socket Mode must be on.")
    return None


def signing_secret_problem(secret: str) -> str | None:
    """A sentence, or None. Slack has no method to ask: only a signed request of its own shows whether it is right."""
    if not secret.strip():
        return "is not set. It stands under Basic Information, App Credentials, of your Slack app."
    if secret.startswith(("xoxb-", "xapp-")):
        return "is a token. The signing secret stands under Basic Information, App Credentials."
    return None


def _client(token: str, base_url: str) -> AsyncWebClient:
    return web_client(token, base_url)


def _refused(error: SlackApiError, advice: str) -> str:
    return f"Slack refuses it ({error.response.get('error', 'unknown error')}). {advice}"
