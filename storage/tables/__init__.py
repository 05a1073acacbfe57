"""The tables. Every row names its workspace; moments are UTC, money is integer micro-USD.

Ids come from the caller and are the same when a step is repeated, so that writing twice is writing once.
"""

from storage.tables.cast import character_references, characters, set_references
from storage.tables.metadata import metadata, workspaces
from storage.tables.money import attempts, holds, spend
from storage.tables.processes import executors, turns
from storage.tables.slack import files, posts
from storage.tables.work import iterations, messages, sessions, shot_sets, shots, versions

__all__ = [
    "attempts",
    "character_references",
    "characters",
    "executors",
    "files",
    "holds",
    "iterations",
    "messages",
    "metadata",
    "posts",
    "sessions",
    "set_references",
    "shot_sets",
    "shots",
    "spend",
    "turns",
    "versions",
    "workspaces",
]
