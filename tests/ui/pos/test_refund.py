"""A refund at the till's window: lines, parts, goods, reason, second person, cash and receipt."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.domain.portion import PortionState
from app.domain.receipt import Receipt
from app.domain.refund import RefundPolicy
from app.services.policy_codec import to_document
from app.services.refusal import OutcomeUnknown, RefusalCode, Refused, StoreUnreachable
from app.services.store_view import Entity
from app.ui.pos.refund_props import RefundRow
from tests.support.fake_approvals import NIL
from tests.support.sample_store import SAMPLE_PIN
from tests.ui.pos.conftest import TillDriver


def limit(till: TillDriver, minor: int) -> None:
    settings = till.store.feed.known.settings
    assert to_document(settings)["refunds"]["cashier_limit_minor"] == 1000
    changed = replace(settings, refunds=RefundPolicy(cashier_limit_minor=minor))
    till.store.feed.put((Entity.SETTINGS, NIL, changed))


def sell(till: TillDriver, *codes: str) -> Receipt:
    """Pay an order exactly and leave it."""
    before = set(till.store.feed.known.receipts)
    for code in codes:
        till.tap(f"tile_{code}")
    till.until(
        lambda: sum(int(row.quantity) for row in till.lines()) == len(codes), "all in the order"
    )
    till.until(lambda: bool(till.item("payKey").isEnabled()), "may be paid")
    till.tap("payKey")
    till.tap("quickCash_0")
    till.tap("nextOrder")
    receipts: dict[UUID, Receipt] = dict(till.store.feed.known.receipts)
    (new,) = set(receipts) - before
    return receipts[new]


def begin(till: TillDriver, receipt: Receipt) -> None:
    till.shell.banner.dismiss()
    till.program.till.go("receipts")
    till.tap(f"refund_{receipt.number}")
    till.until(lambda: bool(rows(till)), "lines")


def rows(till: TillDriver) -> tuple[RefundRow, ...]:
    return tuple(till.program.till._refund._lines.rows)


def phase(till: TillDriver) -> str:
    return str(till.program.till._refund._get_props()["phase"])


def press(till: TillDriver, keys: str) -> None:
    for key in keys:
        till.tap("refundKey_point" if key == "." else f"refundKey_{key}")


def last_refund(till: TillDriver) -> Receipt:
    papers = [r for r in till.store.feed.known.receipts.values() if r.refund_of is not None]
    newest: Receipt = max(papers, key=lambda r: r.number)
    return newest


def test_a_line_is_paid_back_in_few_taps(selling: TillDriver) -> None:
    limit(selling, 100_000)
    receipt = sell(selling, "M", "P")
    begin(selling, receipt)
    selling.taps = 0
    dear = rows(selling)[0]
    selling.tap(f"refundLine_{dear.key}")
    selling.until(lambda: rows(selling)[0].chosen, "chosen")
    assert not selling.item("refundPay").isEnabled(), "a reason is needed"
    selling.tap("refundReason_0")
    selling.tap("refundPay")
    selling.until(lambda: phase(selling) == "done", "paid back")
    assert selling.taps == 3
    paper = last_refund(selling)
    assert paper.number == receipt.number + 1
    assert paper.refunded_minor in {line.unit_price_minor for line in receipt.lines}
    selling.until(lambda: selling.item("refundPreview").property("implicitHeight") > 100, "paper")
    assert selling.text("refundCash") == dear.rest
    selling.tap("refundClose")
    selling.until(lambda: phase(selling) == "", "closed")
    about = f"receiptAbout_{receipt.number}"
    selling.until(lambda: "of it paid back" in selling.text(about), "said on the sale")
    selling.until(
        lambda: selling.text(f"receiptAbout_{paper.number}").startswith("Refund of"), "named"
    )
    assert not selling.shows(f"refund_{paper.number}")


def test_a_line_paid_back_cannot_be_chosen_again(selling: TillDriver) -> None:
    limit(selling, 100_000)
    receipt = sell(selling, "M")
    begin(selling, receipt)
    selling.until(lambda: rows(selling)[0].chosen, "the only line is chosen")
    selling.tap("refundReason_1")
    selling.tap("refundPay")
    selling.tap("refundClose")
    selling.until(lambda: phase(selling) == "", "closed")
    begin(selling, receipt)
    selling.until(lambda: rows(selling)[0].over and not rows(selling)[0].chosen, "over")
    assert not selling.item(f"refundLine_{rows(selling)[0].key}").isEnabled()
    assert not selling.item("refundAll").isEnabled()
    assert not selling.item("refundPay").isEnabled()


def test_a_part_of_the_price_is_typed_and_the_guest_keeps_it(selling: TillDriver) -> None:
    limit(selling, 100_000)
    receipt = sell(selling, "M")
    begin(selling, receipt)
    selling.until(lambda: rows(selling)[0].chosen)
    press(selling, "0.40")
    selling.until(lambda: selling.text("refundPay").endswith("0.40 in cash"), "amount")
    assert selling.shows("refundGoods_kept") and not selling.shows("refundGoods_discarded")
    selling.tap("refundReason_0")
    selling.program.till._refund.clear()
    press(selling, "9999")
    selling.until(lambda: "is left of it" in selling.text("refundTyped"), "too much")
    assert not selling.item("refundPay").isEnabled()
    selling.program.till._refund.clear()
    press(selling, "0.40")
    selling.tap("refundPay")
    selling.until(lambda: phase(selling) == "done")
    assert last_refund(selling).refunded_minor == 40
    (line,) = selling.store.feed.known.lines_of(receipt.ticket_id)
    assert (line.refunded_minor, line.taken_back_at) == (40, None)
    about = selling.program.till._about
    about.ticket(str(receipt.ticket_number))
    selling.until(
        lambda: {"title": "Paid back", "value": "฿0.40"} in about._get_props()["items"][0]["rows"],
        "said where the order is explained",
    )


def test_pieces_of_a_plain_line(selling: TillDriver) -> None:
    limit(selling, 100_000)
    receipt = sell(selling, "E1", "E1", "E1")
    begin(selling, receipt)
    selling.tap("refundAll")
    selling.until(lambda: selling.text("refundPieces") == "3", "three")
    selling.tap("refundLess")
    selling.until(lambda: selling.text("refundPieces") == "2", "two")
    selling.tap("refundReason_2")
    selling.tap("refundPay")
    selling.until(lambda: phase(selling) == "done")
    (line,) = last_refund(selling).lines
    assert line.quantity == 2
    (sold,) = selling.store.feed.known.lines_of(receipt.ticket_id)
    assert (sold.refunded_quantity, sold.taken_back_at) == (2, None)


def test_what_was_not_taken_yet_goes_back_on_sale_and_leaves_the_kitchen(
    selling: TillDriver,
) -> None:
    limit(selling, 100_000)
    receipt = sell(selling, "M")
    (line,) = selling.store.feed.known.lines_of(receipt.ticket_id)
    begin(selling, receipt)
    selling.until(lambda: selling.shows("refundGoods_put_back"), "not taken yet")
    selling.tap("refundGoods_discarded")
    selling.tap("refundGoods_put_back")
    selling.tap("refundReason_2")
    selling.tap("refundPay")
    selling.until(lambda: phase(selling) == "done")
    view = selling.store.feed.known
    assert view.portions[line.portion_id].state is PortionState.AVAILABLE
    assert view.ticket_lines[line.id].off_the_list
    orders = selling.program.till._ledger._tickets
    selling.until(
        lambda: (
            next(row.stateText for row in orders.rows if row.key == str(line.ticket_id))
            == "paid back"
        ),
        "said among the orders",
    )


def test_above_the_limit_a_second_person_allows_it_here(selling: TillDriver) -> None:
    receipt = sell(selling, "M")
    begin(selling, receipt)
    selling.tap("refundReason_0")
    selling.until(lambda: selling.shows("refundSecond"), "said before")
    selling.tap("refundPay")
    selling.tap("approvalReason_0")
    selling.tap("approvalAsk")
    manager = next(p for p in selling.store.feed.known.staff.values() if p.role.value == "manager")
    selling.tap(f"approver_{manager.name}")
    for digit in SAMPLE_PIN:
        selling.tap(f"approvalPin_{digit}")
    selling.tap("approvalGrant")
    selling.until(lambda: phase(selling) == "done", "allowed and paid back")
    assert last_refund(selling).approved_by == manager.name


def test_without_the_approval_nothing_is_paid_back(selling: TillDriver) -> None:
    receipt = sell(selling, "M")
    begin(selling, receipt)
    selling.tap("refundReason_0")
    selling.tap("refundPay")
    selling.until(lambda: selling.shows("approvalAsk"), "asked")
    selling.program.till._picking.approval.cancel()
    selling.until(lambda: selling.item("refundPay").isEnabled(), "can be asked again")
    assert all(r.refund_of is None for r in selling.store.feed.known.receipts.values())


def test_a_lost_answer_is_asked_again_and_pays_once(selling: TillDriver) -> None:
    limit(selling, 100_000)
    receipt = sell(selling, "M", "P")
    begin(selling, receipt)
    selling.tap("refundAll")
    selling.tap("refundReason_0")
    selling.store.feed.fail_next(OutcomeUnknown(), after=True)
    selling.tap("refundPay")
    selling.until(lambda: phase(selling) == "unknown", "unknown")
    selling.tap("sheetClose")
    selling.until(lambda: selling.text("refundPay") == "Ask again", "stays open")
    selling.tap("refundPay")
    selling.until(lambda: phase(selling) == "done", "known")
    papers = [r for r in selling.store.feed.known.receipts.values() if r.refund_of is not None]
    assert len(papers) == 1
    assert papers[0].refunded_minor == receipt.total_minor


@pytest.mark.parametrize(
    ("error", "title"),
    [
        (StoreUnreachable(), "The store does not answer"),
        (Refused(RefusalCode.REFUNDED_ALREADY, "M-1"), "M-1 was paid back already"),
        (Refused(RefusalCode.REFUND_TOO_MUCH, "10"), "That is more than was paid"),
        (Refused(RefusalCode.REFUND_GOODS, "M-1"), "M-1 cannot be taken back so"),
    ],
)
def test_a_refusal_is_a_sentence_and_nothing_is_lost(
    selling: TillDriver, error: Exception, title: str
) -> None:
    limit(selling, 100_000)
    receipt = sell(selling, "M")
    begin(selling, receipt)
    selling.tap("refundReason_0")
    selling.store.feed.fail_next(error)
    selling.tap("refundPay")
    selling.until(lambda: selling.item("refundError").property("title") == title, "sentence")
    selling.until(lambda: selling.item("refundPay").isEnabled(), "may be tried again")
    selling.tap("refundPay")
    selling.until(lambda: phase(selling) == "done")


def test_an_older_receipt_is_found_by_its_number(selling: TillDriver) -> None:
    limit(selling, 100_000)
    receipt = sell(selling, "P")
    selling.program.till.go("receipts")
    selling.tap("findReceipt")
    for digit in "98765":
        selling.tap(f"findKey_{digit}")
    selling.tap("findGo")
    selling.until(
        lambda: selling.item("refundError").property("title") == "No receipt has this number"
    )
    selling.tap("findKey_clear")
    for digit in str(receipt.number):
        selling.tap(f"findKey_{digit}")
    selling.tap("findGo")
    number = f"{receipt.register}-{receipt.number:06d}"
    selling.tap(f"found_{number}")
    selling.until(lambda: phase(selling) == "choosing" and bool(rows(selling)), "opened")
    assert selling.program.till._refund._get_props()["number"] == number


def test_closing_leaves_everything_as_it_was(selling: TillDriver) -> None:
    receipt = sell(selling, "P")
    begin(selling, receipt)
    selling.tap("sheetClose")
    selling.until(lambda: phase(selling) == "", "closed")
    assert all(each.refund_of is None for each in selling.store.feed.known.receipts.values())
