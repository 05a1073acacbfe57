"""Who is in the pretend workspace: one team, three people, one bot."""

from dataclasses import dataclass

TEAM_ID = "T0EASEL"
TEAM_NAME = "Easel Studio"
TEAM_DOMAIN = "easel-studio"
BOT_USER = "U0EASELBOT"
BOT_ID = "B0EASEL01"
APP_ID = "A0EASEL01"
SLACKBOT = "USLACKBOT"

BOT_TOKEN = "xoxb-sandbox-easel"
APP_TOKEN = "xapp-1-sandbox-easel"
SIGNING_SECRET = "sandbox-signing-secret"
VERIFICATION_TOKEN = "sandbox-verification-token"


@dataclass(frozen=True)
class Person:
    id: str
    name: str
    real_name: str
    color: str
    is_admin: bool = False
    is_bot: bool = False
    locale: str = "en-US"


ANA = Person("U0ANA0001", "ana", "Ana Ruiz", "9b3b8f", is_admin=True)
BEN = Person("U0BEN0001", "ben", "Ben Okafor", "2c7be5")
CHO = Person("U0CHO0001", "cho", "Cho Min-ji", "d9822b")
HUMANS = (ANA, BEN, CHO)


def bot_person(name: str) -> Person:
    return Person(BOT_USER, name, name.capitalize(), "3d2c4e", is_bot=True)
