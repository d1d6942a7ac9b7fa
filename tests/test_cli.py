"""The command line: help, version, the list of requirements."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app import __version__
from app.__main__ import cli
from app.cli.checks import run_bounded
from app.cli.spec import Requirement, marks, report, requirements, unknown_marks
from app.demo.supervisor import has_display

ROOT = Path(__file__).resolve().parents[1]
HEADER = "id\tarea\tsource\trequirement\taccept\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "tests").mkdir()
    rows = 'A-1\tux\ts\tShows "it"\tGiven\nA-2\tsync\ts\tSends it\tGiven\n'
    (tmp_path / "docs" / "requirements.tsv").write_text(HEADER + rows)
    (tmp_path / "tests" / "test_it.py").write_text(
        "import pytest\n"
        "class TestIt:\n"
        "    @pytest.mark.spec('A-1', 'A-9')\n"
        "    def test_shown(self): ...\n"
        "def test_free(): ...\n"
    )
    return tmp_path


def test_version_is_told() -> None:
    done = CliRunner().invoke(cli, ["--version"])
    assert (done.exit_code, done.stdout) == (0, f"Wedge {__version__}\n")


@pytest.mark.parametrize("mode", ["till", "pos", "kds", "manager", "customer"])
def test_programs_need_a_store(mode: str) -> None:
    done = CliRunner().invoke(cli, [mode], env={"WEDGE_STORE": ""})
    assert done.exit_code == 2


def test_marks_are_found_with_their_tests(project: Path) -> None:
    found = marks(project)
    assert found["A-1"] == ["tests/test_it.py::TestIt::test_shown"]
    assert unknown_marks(requirements(project), found) == ["A-9"]


def test_report_tells_proven_from_open(project: Path) -> None:
    rows = requirements(project)
    assert rows[0] == Requirement("A-1", "ux", 'Shows "it"')
    lines = list(report(rows, marks(project), only_open=True))
    assert len(lines) == 2
    assert lines[0].startswith("A-2")
    assert lines[1] == "1 of 2 requirements have a test; 1 are open."


def test_real_marks_name_real_requirements() -> None:
    assert unknown_marks(requirements(), marks()) == []


def test_unknown_area_is_refused_with_the_known_ones() -> None:
    done = CliRunner().invoke(cli, ["spec", "--area", "nonsense"])
    assert done.exit_code == 2
    assert "checkout" in done.output


def test_foreign_folder_ends_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    done = CliRunner().invoke(cli, ["store", "start", "--folder", str(tmp_path)])
    assert done.exit_code == 2
    assert "was not made by Wedge" in done.output


def test_display_is_looked_for() -> None:
    assert not has_display({})
    assert has_display({"DISPLAY": ":0"})
    assert has_display({"QT_QPA_PLATFORM": "offscreen"})


def test_checks_end_what_does_not_end_by_itself(capfd: pytest.CaptureFixture[str]) -> None:
    forever = "import threading; threading.Event().wait()"
    assert run_bounded([sys.executable, "-c", forever], 0.2) == 1
    assert "did not finish" in capfd.readouterr().out
    assert run_bounded([sys.executable, "-c", "raise SystemExit(3)"], 60) == 3


def test_store_service_starts_tells_and_stops() -> None:
    folder = Path(tempfile.mkdtemp(prefix="wedge-test-"))

    def wedge(*words: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "app", "store", *words, "--folder", str(folder)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    try:
        assert wedge("status")[0] == 2
        code, said = wedge("start")
        assert (code, "running on port" in said) == (0, True)
        assert wedge("status") == (0, said)
        code, refused = wedge("start")
        assert (code, "already using" in refused) == (2, True)
        assert wedge("stop")[0] == 0
        assert wedge("status") == (3, "The store's server is not running.\n")
    finally:
        wedge("stop")
        shutil.rmtree(folder)
