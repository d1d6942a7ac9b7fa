"""A till without a printer says so, sells, and shows the receipt all the same."""

from tests.ui.pos.conftest import TillDriver


def test_no_printer_is_a_state_of_its_own_and_the_receipt_is_shown(selling: TillDriver) -> None:
    selling.until(lambda: selling.text("rail_printer") == "Printer ▲", "the rail says so")
    selling.tap("tile_P")
    selling.until(lambda: selling.shows("explainedKey") or selling.item("payKey").isEnabled())
    selling.tap("explainedKey" if selling.shows("explainedKey") else "payKey")
    selling.tap("exactKey")
    selling.until(lambda: selling.item("receiptPreview").height() > 100, "the receipt is shown")
    selling.tap("rail_printer")
    notice = selling.item("printerNotice")
    assert notice.property("title") == "No printer is set up"
    assert notice.property("tone") == "warning"
