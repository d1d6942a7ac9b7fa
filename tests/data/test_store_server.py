"""The store's own server: made, refused, killed, out of space."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from app.data.server import (
    FolderInUseError,
    ForeignFolderError,
    StoreServer,
    StoreServerError,
    temporary_folder,
)
from app.data.server.folder import MARKER, StoreFolder


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that the server's user can reach too (pytest's own are closed to it)."""
    with temporary_folder("test") as path:
        yield path


@pytest.fixture
def server(folder: Path) -> Iterator[StoreServer]:
    server = StoreServer(folder)
    server.start()
    yield server
    server.stop()


def test_new_store_answers_and_keeps_its_rows_and_port(server: StoreServer) -> None:
    with psycopg.connect(server.admin_url) as link:
        link.execute("CREATE TABLE kept AS SELECT 7 AS number")
    port = server.port
    server.stop()
    assert not server.status().running
    server.start()
    assert server.port == port
    with psycopg.connect(server.admin_url) as link:
        assert link.execute("SELECT number FROM kept").fetchone() == (7,)


def test_tls_can_be_verified_with_the_stores_authority(server: StoreServer) -> None:
    authority = server.folder.tls / "ca.crt"
    with psycopg.connect(
        server.admin_url, sslmode="verify-full", sslrootcert=str(authority)
    ) as link:
        used = link.execute("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        assert used.fetchone() == (True,)


def test_wrong_password_is_refused(server: StoreServer) -> None:
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(server.admin_url, password="wrong").close()


def test_secrets_are_for_the_owner_only(server: StoreServer) -> None:
    assert (server.folder.path / "secrets.json").stat().st_mode & 0o077 == 0


def test_second_start_on_the_same_folder_is_refused(server: StoreServer) -> None:
    with pytest.raises(FolderInUseError, match="already using"):
        StoreServer(server.folder.path).start()
    assert server.status().running


def test_foreign_folder_is_refused_and_left_alone(folder: Path) -> None:
    (folder / "thesis.txt").write_text("years of work")
    with pytest.raises(ForeignFolderError, match="not made by Wedge"):
        StoreServer(folder).start()
    with pytest.raises(ForeignFolderError):
        StoreFolder(folder).wipe()
    assert [entry.name for entry in folder.iterdir()] == ["thesis.txt"]


def test_folder_of_a_newer_format_is_refused(folder: Path) -> None:
    (folder / MARKER).write_text('{"program": "wedge", "format": 99}')
    with pytest.raises(StoreServerError, match="newer Wedge"):
        StoreServer(folder).start()


def test_missing_data_are_not_replaced_by_an_empty_store(server: StoreServer) -> None:
    server.stop()
    shutil.rmtree(server.folder.pgdata)
    with pytest.raises(StoreServerError, match="missing"):
        server.start()


def test_killed_server_recovers_with_its_rows(server: StoreServer) -> None:
    with psycopg.connect(server.admin_url) as link:
        link.execute("CREATE TABLE kept AS SELECT 7 AS number")
    pid = server.status().pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    server.stop()
    again = StoreServer(server.folder.path)
    again.start()
    try:
        with psycopg.connect(again.admin_url) as link:
            assert link.execute("SELECT number FROM kept").fetchone() == (7,)
    finally:
        again.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's help is Linux's")
def test_server_ends_when_its_starter_is_killed(folder: Path) -> None:
    code = (
        "import pathlib, signal, sys; from app.data.server import StoreServer;"
        "StoreServer(pathlib.Path(sys.argv[1])).start(); print('up', flush=True); signal.pause()"
    )
    starter = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    with starter:
        assert starter.stdout is not None
        assert starter.stdout.readline() == b"up\n"
        server = StoreServer(folder)
        assert server.status().running
        starter.kill()
    end = time.monotonic() + 30
    while server.status().running and time.monotonic() < end:
        os.sched_yield()
    assert not server.status().running


def test_full_disk_is_named_before_anything_is_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(folder)._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    with pytest.raises(StoreServerError, match="full"):
        StoreServer(folder).start()
    monkeypatch.undo()
    server = StoreServer(folder)
    server.start()
    server.stop()
