"""The nouns of Easel, one word per thing: in code, in messages and in the database."""

from bot.domain.cast import Character, CharacterState, Reference, Role, Visibility
from bot.domain.edits import Edited, LockReceipt
from bot.domain.forms import Form, Quoted, SpendReport
from bot.domain.models import Abilities, Model, Prices, Size, Usage
from bot.domain.money import USD, Estimate, Hold, MonthSpend, Outcome, Spend, SpendLine
from bot.domain.people import Message, Place, Surface, UploadedFile
from bot.domain.plans import Kind, Plan, PlannedShot, SetRequest
from bot.domain.sets import SetState, Shot, ShotSet, ShotState, Version
from bot.domain.views import Answer, CardView, CastView, Failure, SetView, ShotView, Waiting

__all__ = [
    "USD",
    "Abilities",
    "Answer",
    "CardView",
    "CastView",
    "Character",
    "CharacterState",
    "Edited",
    "Estimate",
    "Failure",
    "Form",
    "Hold",
    "Kind",
    "LockReceipt",
    "Message",
    "Model",
    "MonthSpend",
    "Outcome",
    "Place",
    "Plan",
    "PlannedShot",
    "Prices",
    "Quoted",
    "Reference",
    "Role",
    "SetRequest",
    "SetState",
    "SetView",
    "Shot",
    "ShotSet",
    "ShotState",
    "ShotView",
    "Size",
    "Spend",
    "SpendLine",
    "SpendReport",
    "Surface",
    "UploadedFile",
    "Usage",
    "Version",
    "Visibility",
    "Waiting",
]
