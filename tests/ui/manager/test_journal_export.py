"""The journal of an order leaves the back office as a table in a file."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.services.ports import TicketChain
from app.services.ticket_chain import ChainEntry
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_stock_table import Run

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
AT = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)
CHANGE = {"entity": "portions", "name": "P-107",
          "old": {"state": "available"}, "new": {"state": "reserved"}}  # fmt: skip


def test_an_order_s_number_writes_its_chain_and_an_unknown_one_says_so(
    desk: OfficeDriver, run: Run, tmp_path: Path
) -> None:
    entry = ChainEntry(AT, "Till 1", "=Nok", "cashier", "reserve", {"a": 1}, (CHANGE,))
    desk.store.records.chains["1182"] = TicketChain(1182, (entry,))
    desk.office._approvals._journal.folder = lambda: tmp_path

    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_approvals")
        assert not (await desk.item("journalExport")).isEnabled()
        await desk.write("journalOrder", "7")
        await desk.tap("journalExport")
        notice = await desk.item("approvalNotice")
        await desk.until(lambda: notice.property("title") == "There is no order 7", "unknown")
        await desk.write("journalOrder", "1182")
        await desk.tap("journalExport")
        await desk.until(lambda: notice.property("title") == "Written to a file", "written")
        table = list(csv.reader((tmp_path / "wedge-order-1182.csv").read_text().splitlines()))
        assert table[1][1:7] == [
            "reserved", "'=Nok", "Till 1", "reserve", "P-107: state available",
            "P-107: state reserved",
        ]  # fmt: skip

    run(body())
