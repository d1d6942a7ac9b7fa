"""How far the terminals' screens were behind, as the back office reads it."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.people import Mode, Terminal
from app.services.ports import TerminalLag
from app.ui.manager.terminal_rows import terminal_line
from tests.support.sample_store import sample_id, sample_settings
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_stock_table import Run

NOW = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)
TILL = Terminal(sample_id("till"), "Till 1", Mode.POS, "1", NOW - timedelta(seconds=4))


@pytest.mark.parametrize(
    ("most_ms", "words", "tone"),
    [
        (30_000, "0.2 s, most 30.0 s", "text"),
        (30_001, "0.2 s, most 30.0 s", "danger"),
        (None, "–", "text"),
    ],
)
def test_the_longest_wait_is_marked_beyond_the_rule(
    most_ms: int | None, words: str, tone: str
) -> None:
    lag = TerminalLag(TILL.id, 240, NOW, 12, most_ms, NOW)
    line = terminal_line(TILL, lag, sample_settings(), NOW)
    assert (line.status, line.lag, line.tone) == ("in use now", words, tone)
    assert terminal_line(TILL, None, sample_settings(), NOW).lag == "–"


@pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
def test_the_page_asks_what_was_measured_once_it_is_opened(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        terminal = min(desk.known.terminals.values(), key=lambda each: each.name.casefold())
        desk.store.records.measured = (TerminalLag(terminal.id, 90, NOW, 3, 41_000, NOW),)
        await desk.sign_in()
        await desk.tap("nav_places")

        def first() -> tuple[str, str]:
            row = desk.office._places._terminals.rows[0]
            return row.lag, row.tone

        await desk.until(lambda: first() == ("0.1 s, most 41.0 s", "danger"), "measured")
        cell = await desk.item("cell_0_lag")
        await desk.until(lambda: cell.property("text") == "0.1 s, most 41.0 s", "drawn")

    run(body())
