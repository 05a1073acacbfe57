"""auth, api, apps, bots, team and users: who is who, and the door to Socket Mode."""

from typing import Any

from tests.sandbox.slack.errors import SlackError
from tests.sandbox.slack.objects import user_object
from tests.sandbox.slack.people import APP_ID, BOT_ID, BOT_USER, TEAM_DOMAIN, TEAM_ID, TEAM_NAME
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.web_api.lookup import human


def api_test(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    if arguments.get("error"):
        raise SlackError(str(arguments["error"]), args=arguments)
    return {"args": arguments}


def auth_test(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    return {
        "url": f"https://{TEAM_DOMAIN}.slack.com/",
        "team": TEAM_NAME,
        "user": platform.workspace.bot.name,
        "team_id": TEAM_ID,
        "user_id": BOT_USER,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


def connections_open(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    host = platform.addresses.slack.replace("http", "ws", 1)
    return {"url": f"{host}/link/?ticket={platform.sockets.new_ticket()}&app_id={APP_ID}"}


def bots_info(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    if arguments.get("bot", BOT_ID) != BOT_ID:
        raise SlackError("bot_not_found")
    name = platform.workspace.bot.name
    bot = {"id": BOT_ID, "deleted": False, "name": name, "updated": 1760000000, "app_id": APP_ID, "user_id": BOT_USER}
    return {"bot": bot | {"icons": {}}}


def users_info(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    person = human(platform, arguments["user"])
    locale = {"locale": person.locale} if arguments.get("include_locale") else {}
    return {"user": user_object(person) | locale}


def users_list(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    members = [user_object(person) for person in platform.workspace.people.values()]
    return {"members": members, "response_metadata": {"next_cursor": ""}}


def team_info(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    return {"team": {"id": TEAM_ID, "name": TEAM_NAME, "domain": TEAM_DOMAIN, "email_domain": "", "icon": {}}}


METHODS = {
    "api.test": api_test,
    "auth.test": auth_test,
    "apps.connections.open": connections_open,
    "bots.info": bots_info,
    "users.info": users_info,
    "users.list": users_list,
    "team.info": team_info,
}
