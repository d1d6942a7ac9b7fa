"""The demo's processes: four programs and a server that live together and end together."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from app.data.demo import open_day
from app.data.demo.load import insert
from app.data.demo.menu import MenuUnit, read_menu
from app.data.price_audit import audit_prices
from app.data.server import StoreServer, temporary_folder
from app.demo.shop import open_shop
from app.demo.supervisor import receipts_folder, supervise
from app.demo.thermometers import thermometers
from app.domain.people import Mode

ROOT = Path(__file__).resolve().parents[1]
WAIT_S = 90.0
processes = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture(scope="module")
def shop_folder() -> Iterator[Path]:
    """A demo store that was opened once; every test here leaves it closed."""
    with temporary_folder("demo") as folder:
        with open_shop(folder, fresh=False, say=lambda text: None):
            pass
        yield folder


class Demo:
    """A running `wedge demo` whose four programs have reached the store."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self.process = process
        self.url = StoreServer(folder).admin_url
        self.pids = descendants(process.pid)

    def pid_of(self, mode: str) -> int:
        """The process of one program."""
        return next(pid for pid in self.pids if f"\0app\0{mode}\0" in command_line(pid))

    def wait_ended(self) -> int:
        """Wait for the demo's end and the end of everything it started; its exit code."""
        code = self.process.wait(WAIT_S)
        eventually(lambda: not [pid for pid in self.pids if lives(pid)], "all processes ended")
        return code


@contextmanager
def running_demo(folder: Path, state: Path) -> Iterator[Demo]:
    """Start `wedge demo` and wait until all four programs are at work; kill it at the end."""
    process = demo_process(folder, state)
    try:
        eventually(lambda: process.poll() is not None or logins(folder) == 4, "four programs")
        assert process.poll() is None, (state / "said.txt").read_text()
        yield Demo(process, folder)
    finally:
        process.kill()
        process.wait()


def demo_process(folder: Path, state: Path) -> subprocess.Popen[bytes]:
    """Start `wedge demo` with its words going to a file."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(state)}
    command = [sys.executable, "-m", "app", "demo", "--folder", str(folder)]
    with (state / "said.txt").open("wb") as said:
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said)


def logins(folder: Path) -> int:
    """How many terminals are logged in to the folder's store."""
    server = StoreServer(folder)
    if not server.status().running:
        return 0
    try:
        return int(value(server.admin_url, "SELECT count(DISTINCT usename) FROM pg_stat_activity"
                                           " WHERE usename LIKE 't\\_%'"))  # fmt: skip
    except psycopg.OperationalError:
        return 0


def value(url: str, query: str) -> int:
    with psycopg.connect(url, connect_timeout=5) as link:
        row = link.execute(query.encode()).fetchone()
        assert row is not None
        return int(row[0])


def eventually(condition: Callable[[], bool], what: str) -> None:
    """Wait until the condition holds; fails after a long time."""
    end = time.monotonic() + WAIT_S
    while not condition():
        assert time.monotonic() < end, f"never came true: {what}"
        time.sleep(0.05)


def descendants(pid: int) -> list[int]:
    """Every process below `pid`, read from the kernel's table."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and (fields := status_fields(int(entry.name))):
            parents[int(entry.name)] = int(fields[1])
    found, edge = [], {pid}
    while edge:
        edge = {child for child, parent in parents.items() if parent in edge}
        found += sorted(edge)
    return found


def status_fields(pid: int) -> list[str]:
    """State, parent … of a process; nothing when there is none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return []


def lives(pid: int) -> bool:
    """Tell whether the process runs (an ended one that nobody collected does not)."""
    fields = status_fields(pid)
    return bool(fields) and fields[0] not in "ZX"


def command_line(pid: int) -> str:
    """The process's words, each followed by a NUL."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text("utf-8")
    except OSError:
        return ""


def test_programs_get_a_seat_their_store_and_a_printer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell = (
        "import os, sys; open(sys.argv[1], 'w').write("
        "' '.join(os.environ.get(n, '-') for n in ('WEDGE_SEAT', 'WEDGE_STORE', 'WEDGE_PRINTER')))"
    )
    modes = (Mode.POS, Mode.KDS)
    commands = {mode: [sys.executable, "-c", tell, str(tmp_path / mode.value)] for mode in modes}
    urls = {mode: f"postgresql://{mode.value}" for mode in modes}
    receipts = receipts_folder(tmp_path / "a shop")
    for own, printer in ((None, "dir:///somewhere"), ("tcp://printer", "tcp://printer")):
        if own:
            monkeypatch.setenv("WEDGE_PRINTER", own)
        assert supervise(commands, urls, {"WEDGE_PRINTER": "dir:///somewhere"}) == 0
        said = (tmp_path / "pos").read_text()
        assert said == f"1/2 postgresql://pos {printer}"
    assert receipts == tmp_path / "a shop" / "receipts"


@processes
@pytest.mark.timeout(300)
def test_closing_the_till_ends_everything_and_keeps_the_data(
    shop_folder: Path, tmp_path: Path
) -> None:
    with running_demo(shop_folder, tmp_path) as demo:
        assert len({demo.pid_of(mode) for mode in ("pos", "customer", "kds", "manager")}) == 4
        receipts = value(demo.url, "SELECT count(*) FROM wedge.receipts")
        second = tmp_path / "second"
        second.mkdir()
        assert demo_process(shop_folder, second).wait(WAIT_S) == 2
        assert "Another Wedge is already using" in (second / "said.txt").read_text()
        os.kill(demo.pid_of("pos"), signal.SIGTERM)
        assert demo.wait_ended() == 0
    assert not StoreServer(shop_folder).status().running
    with open_shop(shop_folder, fresh=False, say=lambda text: None):
        url = StoreServer(shop_folder).admin_url
        assert value(url, "SELECT count(*) FROM wedge.receipts") == receipts > 0
        prices = audit_prices(url)
        assert prices.recomputed > 10_000
        assert prices.wrong == ()


@processes
@pytest.mark.timeout(300)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signal_ends_everything(shop_folder: Path, tmp_path: Path, number: signal.Signals) -> None:
    with running_demo(shop_folder, tmp_path) as demo:
        demo.process.send_signal(number)
        assert demo.wait_ended() == 0
    assert not StoreServer(shop_folder).status().running


@processes
@pytest.mark.timeout(300)
def test_killed_supervisor_leaves_nothing_running(shop_folder: Path, tmp_path: Path) -> None:
    with running_demo(shop_folder, tmp_path) as demo:
        demo.process.kill()
        demo.wait_ended()
    assert not StoreServer(shop_folder).status().running
    with open_shop(shop_folder, fresh=False, say=lambda text: None) as urls:
        assert len(urls) == 4


@pytest.mark.timeout(300)
def test_starting_over_empties_the_store_and_spares_strange_files() -> None:
    with temporary_folder("demo") as folder:
        server = StoreServer(folder)
        server.start()
        with psycopg.connect(server.admin_url) as link:
            link.execute("CREATE TABLE mine AS SELECT 1 AS number")
        server.stop()
        (folder / "notes.txt").write_text("mine")
        with open_shop(folder, fresh=True, say=lambda text: None):
            assert value(server.admin_url, "SELECT count(to_regclass('public.mine'))") == 0
            assert value(server.admin_url, "SELECT count(*) FROM wedge.products") > 0
        assert (folder / "notes.txt").read_text() == "mine"


def test_thermometers_measure_now_and_again_until_they_are_put_away(database_url: str) -> None:
    unit: MenuUnit = replace(read_menu().units[0], name="Cabinet of the demo")
    with psycopg.connect(database_url) as link:
        insert(link, "holding_units", id=unit.id, name=unit.name, kind=unit.kind,
               min_temperature_mc=unit.min_temperature_mc)  # fmt: skip
    counted = f"SELECT count(*) FROM wedge.temperature_readings WHERE holding_unit_id = '{unit.id}'"
    with thermometers(database_url, [unit], every_s=0.05):
        assert value(database_url, counted) >= 1
        eventually(lambda: value(database_url, counted) >= 3, "three readings")
    worst = "SELECT max(abs(temperature_mc - 62400)) FROM wedge.temperature_readings"
    assert value(database_url, f"{worst} WHERE holding_unit_id = '{unit.id}'") <= 400
    fed = "SELECT count(*) FROM wedge.feed WHERE entity = 'holding_temperatures'"
    assert value(database_url, f"{fed} AND entity_id = '{unit.id}'") >= 3


def test_the_last_days_choices_are_there_to_be_played_again(shop_folder: Path) -> None:
    """Each portion sold in the last days says why it was that one; some went another way."""
    with (
        open_shop(shop_folder, fresh=False, say=lambda text: None),
        psycopg.connect(StoreServer(shop_folder).admin_url) as link,
    ):
        kinds: dict[str, int] = dict(
            link.execute(
                "SELECT kind, count(*) FROM wedge.allocation_decisions GROUP BY 1"
            ).fetchall()
        )
        untold = link.execute(
            "SELECT count(*) FROM wedge.ticket_lines l JOIN wedge.tickets t ON t.id = l.ticket_id"
            " WHERE l.portion_id IS NOT NULL AND t.paid_at > now() - interval '2 days'"
            "   AND NOT EXISTS (SELECT FROM wedge.allocation_decisions d"
            "        WHERE d.line_id = l.id AND d.portion_id = l.portion_id AND d.kind = 'chosen'"
            "          AND jsonb_array_length(d.document -> 'ranking') > 0)"
        ).fetchone()
    assert set(kinds) == {"chosen", "swapped", "upgraded", "declined", "substituted"}
    assert kinds["chosen"] > 300
    assert untold == (0,)


def test_after_a_night_what_was_left_counts_as_waste_of_the_day_it_was_left(
    shop_folder: Path,
) -> None:
    """The shop opens on fresh displays, and its new day does not begin with an alarm of waste."""
    with open_shop(shop_folder, fresh=False, say=lambda text: None):
        url = StoreServer(shop_folder).admin_url
        night = "- interval '20 hours'"
        with psycopg.connect(url) as link:
            link.execute("SET session_replication_role = replica")
            link.execute(f"UPDATE wedge.temperature_readings SET at = at {night}".encode())
            link.execute(
                f"UPDATE wedge.portions SET cut_at = cut_at {night},"
                f" expires_at = expires_at {night}".encode()
            )
        wasted = "SELECT count(*) FROM wedge.waste"
        of_today = f"{wasted} WHERE at > now() - interval '19 hours'"
        before, before_today = value(url, wasted), value(url, of_today)
        open_day(url)
        assert value(url, wasted) > before
        assert value(url, of_today) == before_today
        assert value(url, "SELECT count(*) FROM wedge.portions WHERE state = 'available'") > 40
        assert value(url, "SELECT count(*) FROM wedge.portions WHERE state = 'available'"
                          " AND expires_at < now()") == 0  # fmt: skip
