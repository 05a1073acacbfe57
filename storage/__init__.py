"""What is remembered: tables, the ledger (the only writer of money) and blobs; the only home of SQL and object stores.

`Store` gathers the parts; each part is a noun in a file of its own. The same code runs on SQLite and on PostgreSQL.
"""

from storage.blobs import Blobs
from storage.cast import Cast
from storage.database import Database
from storage.iterations import Iteration, Iterations, IterationState
from storage.ledger import Attempt, Ledger
from storage.ledger_rows import LedgerRow
from storage.missing import NotFound
from storage.posts import Post, Posts
from storage.sessions import Sessions
from storage.sets import Sets
from storage.shots import Shots, shot_id_of
from storage.store import Store
from storage.versions import Versions

__all__ = [
    "Attempt",
    "Blobs",
    "Cast",
    "Database",
    "Iteration",
    "IterationState",
    "Iterations",
    "Ledger",
    "LedgerRow",
    "NotFound",
    "Post",
    "Posts",
    "Sessions",
    "Sets",
    "Shots",
    "Store",
    "Versions",
    "shot_id_of",
]
