"""Temporary folders go away, also those of processes that were killed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.data.server import temporary_folder
from app.data.server.temporary import is_abandoned

_MAKE_AND_DIE = """
import os, signal
from app.data.server import temporary_folder
with temporary_folder("kind") as folder:
    (folder / "file").touch()
    print(folder, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def of_the_past(folder: Path) -> None:
    os.utime(folder, (0, 0))


def test_what_a_killed_process_left_goes_when_the_next_one_comes(tmp_path: Path) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", _MAKE_AND_DIE],
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    left = Path(killed.stdout.strip())
    assert left.parent == tmp_path
    with temporary_folder("kind"):
        assert left.exists()
    of_the_past(left)
    with temporary_folder("other"):
        assert left.exists()
    with temporary_folder("kind") as folder:
        assert not left.exists()
    assert not folder.exists()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_in_use_stays_however_old_it_is() -> None:
    with temporary_folder("kind") as mine:
        of_the_past(mine)
        assert not is_abandoned(mine)
        with temporary_folder("kind"):
            assert mine.exists()
