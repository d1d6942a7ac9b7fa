"""The command line: help, version, the list of requirements."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from typer.testing import CliRunner

from app import __version__
from app.__main__ import BENCHMARKS, cli
from app.cli.checks import run_bounded
from app.cli.spec import Requirement, marks, report, requirements, unknown_marks
from app.data.schema_head import SCHEMA_HEAD
from app.data.server import StoreServer, StoreServerError, temporary_folder
from app.data.urls import checked_address, for_network
from app.demo.shop import open_shop
from app.demo.supervisor import has_display
from benchmarks import main as benchmarks

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


BAD_ADDRESSES = ["nonsense", "", "mysql://a@b/c", "postgresql://", "postgresql://a@b:port/c",
                 "postgresql://a:b@[::1/c", "host=localhost dbname=wedge"]  # fmt: skip
NOBODY = "postgresql://a:secret@127.0.0.1:1/wedge"


@pytest.mark.parametrize("address", BAD_ADDRESSES)
@pytest.mark.parametrize(
    "words",
    [["till"], ["kds"], ["manager"], ["customer"], ["audit", "verify"], ["audit", "prices"]],
)
def test_what_is_no_address_is_told_in_one_sentence(words: list[str], address: str) -> None:
    done = CliRunner().invoke(cli, [*words, "--store", address])
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("wedge: What --store names is no store's address.")
    assert done.stderr.count("\n") == 1


def test_a_missing_certificate_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGSSLROOTCERT", str(tmp_path / "root.crt"))
    address = for_network(NOBODY, "192.0.2.1")
    done = CliRunner().invoke(cli, ["till", "--store", address])
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert f"{tmp_path / 'root.crt'} is missing. Copy tls/ca.crt" in done.stderr
    (tmp_path / "root.crt").touch()
    assert checked_address(address) == address


@pytest.mark.parametrize("command", ["verify", "prices"])
def test_an_audit_of_a_store_that_does_not_answer_is_told(command: str) -> None:
    done = CliRunner().invoke(cli, ["audit", command, "--store", NOBODY])
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "The store does not answer" in done.stderr
    assert "secret" not in done.stderr


@pytest.mark.parametrize("words", [["audit", "verify"], ["store", "status"], ["store", "stop"]])
def test_a_folder_without_a_store_is_told(words: list[str], tmp_path: Path) -> None:
    for folder in (tmp_path / "none", tmp_path):
        done = CliRunner().invoke(cli, [*words, "--folder", str(folder)])
        assert done.exit_code == 2
        assert done.stderr.startswith(f"wedge: There is no store in {folder}.")


@pytest.mark.parametrize("mode", ["till", "kds", "manager", "customer"])
def test_a_program_without_a_display_says_so(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    done = CliRunner().invoke(cli, [mode, "--store", NOBODY])
    assert done.exit_code == 2
    assert done.stderr.startswith("wedge: There is no display here")


def test_a_tour_that_may_not_write_says_so(capfd: pytest.CaptureFixture[str]) -> None:
    done = CliRunner().invoke(cli, ["tour", "--out", "/proc/none/x"])
    assert done.exit_code == 2
    assert "Name a folder with --out" in done.stderr + capfd.readouterr().err


@pytest.mark.parametrize("command", ["demo", "tour"])
def test_a_currency_that_is_none_is_told(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    done = CliRunner().invoke(cli, [command, "--currency", "euro"])
    assert done.exit_code == 2
    assert '"euro" is no currency' in done.stderr + capfd.readouterr().err


def test_a_tour_names_its_own_store_and_what_it_does_not_use(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("app.tour.main.run", lambda arguments: 0)
    done = CliRunner().invoke(cli, ["demo", "--fresh", "--folder", str(tmp_path)])
    assert done.exit_code == 0
    assert "It does not use --fresh and --folder" in done.stdout
    assert list(tmp_path.iterdir()) == []


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


def test_help_of_the_checks_and_of_the_benchmarks_is_told_at_once() -> None:
    for question in ("--help", "-h"):
        told = CliRunner().invoke(cli, ["test", question])
        assert (told.exit_code, "wedge test -- tests/domain" in told.output) == (0, True)
    assert ", ".join(benchmarks.BENCHMARKS) == BENCHMARKS


def test_checks_end_what_does_not_end_by_itself(capfd: pytest.CaptureFixture[str]) -> None:
    forever = "import threading; threading.Event().wait()"
    assert run_bounded([sys.executable, "-c", forever], 0.2) == 1
    assert "did not finish" in capfd.readouterr().out
    assert run_bounded([sys.executable, "-c", "raise SystemExit(3)"], 60) == 3


Wedge = Callable[..., tuple[int, str]]


@pytest.fixture
def shop_folder() -> Iterator[Path]:
    with temporary_folder("cli") as folder:
        yield folder


@pytest.fixture
def wedge(shop_folder: Path) -> Wedge:
    """Run `wedge store …` on a folder of the test's own; returns the exit code and all it said."""

    def run(*words: str, typed: str = "") -> tuple[int, str]:
        command = [sys.executable, "-m", "app", "store", *words, "--folder", str(shop_folder)]
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=False, input=typed
        )
        return done.returncode, done.stdout + done.stderr

    return run


def test_store_service_starts_tells_and_stops(wedge: Wedge) -> None:
    assert wedge("status")[0] == 2
    code, said = wedge("start")
    assert (code, "running on port" in said) == (0, True)
    assert "Next: wedge store open" in said
    assert wedge("status") == (0, said.splitlines()[0] + "\n")
    assert wedge("start") == (0, f"It was running already. {said.splitlines()[0]}\n")
    code, refused = wedge("start", "--lan")
    assert (code, "Stop it first" in refused) == (2, True)
    assert wedge("stop")[0] == 0
    assert wedge("status") == (3, "The store's server is not running.\n")
    code, said = wedge("people")
    assert (code, "is not running. Start it with: wedge store start" in said) == (2, True)


def test_a_shop_is_set_up_from_an_empty_folder(wedge: Wedge, shop_folder: Path) -> None:
    assert wedge("start")[0] == 0
    assert "wedge store open" in wedge("terminal", "Till 1", "--mode", "till")[1]
    code, said = wedge("open", "Corner Slice", "--country", "TH", "--tax-rate", "7")
    assert (code, said.splitlines()[0]) == (0, "Corner Slice (TH), screens in th, Asia/Bangkok")
    administrator = ("person", "Mali", "--role", "administrator")
    code, said = wedge(*administrator, typed="1234\n")
    assert (code, "has 6 digits. Nobody was added" in said) == (2, True)
    assert wedge(*administrator, typed="678901\n")[0] == 0
    code, said = wedge("terminal", "Till 1", "--mode", "till")
    assert (code, said.startswith("postgresql://t_wedge_till_1_")) == (0, True)
    with psycopg.connect(said.splitlines()[0], autocommit=True) as till:
        assert till.execute("SELECT wedge.heartbeat() ->> 'schema'").fetchone() == (SCHEMA_HEAD,)
    assert wedge("terminals")[1].startswith("Till 1  till  register 1  seen ")
    with pytest.raises(StoreServerError, match="is a real shop"):
        open_shop(shop_folder, fresh=True, say=print).__enter__()
    assert wedge("revoke", "Till 1")[0] == 0
    assert wedge("terminals")[1].endswith("(revoked)\n")
    newer = "UPDATE wedge.alembic_version SET version_num = '9999'"
    with psycopg.connect(StoreServer(shop_folder).admin_url) as admin:
        admin.execute(newer)
    assert wedge("stop")[0] == 0
    code, said = wedge("start")
    assert (code, "newer than this program" in said) == (2, True)
    assert wedge("status")[0] == 3
