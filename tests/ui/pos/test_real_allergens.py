"""Avoidance and the panel that tells, in real windows on the real database."""

import pytest

from app.data import rows
from app.hardware.label_text import label_rows
from app.hardware.receipt_text import Row, receipt_rows
from app.ui.customer.guest_line import guest_line
from tests.support.seed import PIZZA, SmallShop, known_id
from tests.ui.pos.conftest import OpenTill, TillDriver
from tests.ui.pos.test_allergens import labels, still
from tests.ui.pos.test_scanning import scan


def lots_hold(shop: SmallShop, codes: str) -> None:
    """All lots in the shop hold these as well, whatever the product says."""
    for table in ("wholes", "portions"):
        shop.query(
            f"UPDATE wedge.{table} SET allergens = wedge.all_allergens(allergens, '{codes}')"
        )


def _portions_in_sight(till: TillDriver) -> bool:
    view = till.store.feed.view
    return any(portion.ticket_id for portion in view.portions.values())


@pytest.mark.spec("POS-03.6")
def test_nuts_stay_out_until_the_withdrawal_is_on_record(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    small_store.query(
        "UPDATE wedge.products SET allergens = '{milk,tree_nuts,wheat}' WHERE id = %s", PIZZA
    )
    lots_hold(small_store, "{tree_nuts}")
    till = open_real("till-1")
    till.tap("avoidKey")
    still(till, "avoid_tree_nuts")
    still(till, "avoidSave")
    till.until(lambda: till.shows("barred_P"), "the tile is barred")
    assert not till.shows("barred_D")
    lines = "SELECT count(*) FROM wedge.ticket_lines"
    for _ in range(2):
        till.program.till._grid.search("Margherita")
        till.program.till.tapFirst()
        till.until(lambda: till.shows("withdrawYes"), "the question")
        till.tap("withdrawNo")
        till.until(lambda: not till.shows("withdrawYes"), "the question is gone")
    assert small_store.one(lines) == 0
    code = "P-203"
    scan(till, code)
    till.until(lambda: till.shows("withdrawYes"), "a scan is asked about as well")
    scan(till, code)
    assert small_store.one(lines) == 0
    till.tap("withdrawYes")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"], "added")
    assert small_store.one("SELECT portion_code FROM wedge.ticket_lines") == code
    ((staff, withdrawn, at),) = small_store.query(
        "SELECT staff_id, body ->> 'withdrawn', at FROM wedge.journal"
        " WHERE action = 'withdraw avoidance'"
    )
    assert (staff, withdrawn) == (known_id("cashier"), '["tree_nuts"]')
    assert at is not None


@pytest.mark.spec("BR-07.5")
def test_the_till_does_not_offer_what_nobody_stated(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    till = open_real("till-1")
    small_store.query("UPDATE wedge.products SET allergens = NULL WHERE id = %s", PIZZA)
    till.until(lambda: not till.shows("tile_P"), "off the till")
    small_store.query("UPDATE wedge.products SET allergens = '{}' WHERE id = %s", PIZZA)
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"], "sold")


@pytest.mark.spec("FUL-05.2")
def test_a_line_tells_of_its_own_batch_open_and_served(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    small_store.query(
        "UPDATE wedge.products SET allergens = '{}', station_id = NULL WHERE id = %s", PIZZA
    )
    lots_hold(small_store, "{hazelnut}")
    small_store.query("UPDATE wedge.wholes SET ingredients = 'dough, hazelnut filling'")
    till = open_real("till-1")
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"], "held")
    (row,) = till.lines()
    lot, cut_at = small_store.query(
        "SELECT w.lot_number, to_char(p.cut_at AT TIME ZONE 'Asia/Bangkok', 'HH24:MI')"
        "  FROM wedge.portions p JOIN wedge.wholes w ON w.id = p.whole_id"
        " WHERE p.state = 'reserved'"
    )[0]
    till.tap(f"about_{row.name}")
    till.until(lambda: "hazelnut" in till.text("aboutAllergens"), "hazelnut")
    assert (till.text("about_Batch"), till.text("about_Cut at")) == (lot, cut_at)
    assert till.text("about_Ingredients") == "dough, hazelnut filling"
    till.tap("sheetClose")
    till.until(lambda: not till.shows("aboutAllergens"), "closed")
    till.tap("payKey")
    till.tap("exactKey")
    till.until(lambda: till.shows("change"), "paid")
    number = small_store.one("SELECT number::text FROM wedge.tickets")
    till.program.till.go("orders")
    till.tap(f"order_{number}")
    till.until(lambda: not _portions_in_sight(till), "served")
    still(till, f"aboutOrder_{number}")
    till.until(lambda: "hazelnut" in till.text("aboutAllergens"), "told again")
    till.until(lambda: till.shows("about_Batch"), "the store still knows")
    assert (till.text("about_Batch"), till.text("about_Cut at")) == (lot, cut_at)
    assert till.text("about_Ingredients") == "dough, hazelnut filling"
    assert till.text("about_Served")


@pytest.mark.spec("BR-07.4")
def test_panel_guest_display_label_and_receipt_say_the_same(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    """The product's card is wrong on purpose: only the lot's record counts."""
    small_store.query("UPDATE wedge.products SET allergens = '{fish}' WHERE id = %s", PIZZA)
    till = open_real("till-1")
    till.program.till.print_labels_here()
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"], "held")
    (row,) = till.lines()
    till.tap(f"about_{row.name}")
    till.until(lambda: till.shows("aboutAllergens"), "the panel")
    assert till.text("aboutAllergens") == "milk · wheat"
    still(till, "printLabel")
    till.until(lambda: len(labels(till)) == 1, "the label")
    view = till.store.feed.view
    framed = [part for part in label_rows(labels(till)[0], view.settings) if isinstance(part, Row)]
    assert [part.left for part in framed if part.framed] == ["Contains: milk, wheat"]
    (line,) = view.ticket_lines.values()
    assert guest_line(line, view, till.store.feed.now()).allergensText == "Contains milk · wheat"
    till.tap("sheetClose")
    till.until(lambda: not till.shows("aboutAllergens"), "closed")
    till.tap("payKey")
    till.tap("exactKey")
    till.until(lambda: till.shows("change"), "paid")
    document = small_store.one("SELECT document FROM wedge.receipts")
    receipt = rows.receipt(document)
    said = [p.left for p in receipt_rows(receipt, view.settings) if isinstance(p, Row)]
    assert [text for text in said if text.startswith("Contains")] == ["Contains: milk, wheat"]
