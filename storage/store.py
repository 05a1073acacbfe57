"""Everything that is remembered, over one database; built once, in `bot/app.py`."""

from contextlib import AbstractAsyncContextManager

from storage.cast import Cast
from storage.clock import Clock, utc_now
from storage.database import Database
from storage.iterations import Iterations
from storage.ledger import Ledger
from storage.posts import Posts
from storage.sessions import Sessions
from storage.sets import Sets
from storage.shots import Shots
from storage.versions import Versions


class Store:
    """Lookups within one `moment()` see the same moment, and cost one transaction together."""

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self.database = database
        self.sessions = Sessions(database)
        self.iterations = Iterations(database, clock)
        self.sets = Sets(database, clock)
        self.shots = Shots(database)
        self.versions = Versions(database, clock)
        self.cast = Cast(database, clock)
        self.posts = Posts(database, clock)
        self.ledger = Ledger(database, clock)

    def moment(self) -> AbstractAsyncContextManager[object]:
        return self.database.read()
