"""A disk that is really full: a tiny file system of the test's own."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest

from app.data.link import Link
from app.data.server import StoreServer, StoreServerError, temporary_folder
from app.data.server import cluster as limits
from app.data.server.temporary import is_abandoned
from app.demo import shop
from app.demo.shop import open_shop
from app.services.refusal import RefusalCode, Refused


@contextmanager
def tiny_disk(megabytes: int) -> Iterator[Path]:
    """Mount a file system of that size in memory; skips where that is not allowed."""
    with temporary_folder("disk") as folder:
        name = str(folder / "mounted")
        Path(name).mkdir()
        options = f"size={megabytes}m,mode=755"
        command = ["mount", "-t", "tmpfs", "-o", options, "wedge-test", name]
        allowed = sys.platform == "linux" and os.geteuid() == 0
        if not allowed or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("mounting a small file system needs root")
        unmount_what_killed_tests_left()
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", name], check=True)


def unmount_what_killed_tests_left() -> None:
    """A mounted folder cannot be deleted: these are left by no other way."""
    for line in Path("/proc/mounts").read_text("utf-8").splitlines():
        device, place = line.split()[:2]
        if device == "wedge-test" and is_abandoned(Path(place).parent):
            subprocess.run(["umount", place], check=False)


def fill_up(folder: Path) -> Path:
    """Use the rest of the disk up with one file, to the last byte."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        for size in (2**20, 2**12):
            with suppress(OSError):
                while True:
                    file.write(b"x" * size)
    return ballast


def test_set_up_on_a_full_disk_is_told_and_can_be_done_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Without the look beforehand, initdb itself runs into the end of the disk.
    monkeypatch.setattr(limits, "NEW_STORE_BYTES", 0)
    with tiny_disk(160) as disk:
        folder = disk / "store"
        ballast = disk / "ballast"
        ballast.write_bytes(b"x" * (140 * 2**20))
        server = StoreServer(folder)
        with pytest.raises(StoreServerError, match="is full"):
            server.start()
        assert not server.status().running
        ballast.unlink()
        server.start()
        try:
            assert server.status().running
        finally:
            server.stop()


async def refused_to_write(url: str) -> RefusalCode:
    """What a terminal's call is told while there is no room for another page of a table."""
    link = Link(url)
    more: LiteralString = (
        "WITH more AS (INSERT INTO kept SELECT i FROM generate_series(1, 400000) AS i RETURNING 1)"
        " SELECT count(*) FROM more"
    )
    try:
        with pytest.raises(Refused) as refused:
            await link.read(more, {})
    finally:
        await link.close()
    return refused.value.code


def test_disk_that_fills_while_running_keeps_what_was_saved() -> None:
    with tiny_disk(260) as disk:
        server = StoreServer(disk / "store")
        server.start()
        try:
            with psycopg.connect(server.admin_url, autocommit=True) as link:
                link.execute("CREATE TABLE kept AS SELECT 7 AS number")
                ballast = fill_up(disk)
                with pytest.raises(psycopg.Error):
                    link.execute(
                        "CREATE TABLE big AS SELECT repeat(md5(i::text), 20) AS text"
                        " FROM generate_series(1, 400000) AS i"
                    )
            assert asyncio.run(refused_to_write(server.admin_url)) is RefusalCode.DISK_FULL
        finally:
            server.stop()
        with pytest.raises(StoreServerError, match="is full"):
            server.start()
        ballast.unlink()
        server.start()
        try:
            with psycopg.connect(server.admin_url) as link:
                assert link.execute("SELECT number FROM kept").fetchone() == (7,)
        finally:
            server.stop()


@pytest.mark.expects_log  # where the disk ends, the server may go before its client has rolled back
def test_demo_that_does_not_fit_is_told_before_and_while_it_is_filled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with tiny_disk(175) as disk:
        said: list[str] = []
        with pytest.raises(StoreServerError, match=r"is full .* MB needed"):
            open_shop(disk / "store", fresh=False, say=said.append).__enter__()
        assert said == []
        # Another program may take the space in the meantime.
        monkeypatch.setattr(shop, "DEMO_BYTES", 0)
        with pytest.raises(StoreServerError, match="What was saved before is untouched"):
            open_shop(disk / "store", fresh=False, say=said.append).__enter__()
        assert not StoreServer(disk / "store").status().running
