"""Making good in the till's window, over the sample store."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from app.domain.compensation import CompensationKind
from app.domain.people import Role
from app.domain.ticket import TicketState
from app.services.store_view import Entity
from tests.support.sample_store import SAMPLE_PIN, run_now
from tests.ui.pos.conftest import TillDriver

NIL = UUID(int=0)


def buy(till: TillDriver, tile: str = "tile_M") -> None:
    """One paid order."""
    till.tap(tile)
    till.until(lambda: till.item("payKey").isEnabled(), "pay")
    till.tap("payKey")
    till.tap("exactKey")
    till.tap("nextOrder")


def alone(till: TillDriver) -> None:
    """The orders of the sample are gone."""
    feed = till.store.feed
    feed.put(*((Entity.TICKET, key, None) for key in tuple(feed.known.tickets)))


def complain(till: TillDriver, kind: str = "quality") -> None:
    """About the only line of the newest receipt."""
    till.tap("rail_receipts")
    till.tap("complain_1")
    till.tap(f"complaintKind_{kind}")
    till.tap("complaintReason_0")
    till.until(lambda: till.shows("giveRefund"), "what is given")


def asked(till: TillDriver) -> bool:
    """Whether every guest who complained was asked again."""
    return all(each.follow_up_at for each in till.store.feed.known.complaints.values())


def allow(till: TillDriver, name: str = "Anan") -> None:
    """A manager comes and types the PIN."""
    till.tap("approvalReason_0")
    till.tap("approvalAsk")
    till.tap(f"approver_{name}")
    for digit in SAMPLE_PIN:
        till.tap(f"approvalPin_{digit}")
    till.tap("approvalGrant")


def test_bad_stars_open_the_complaint_prompt_with_a_way_out(selling: TillDriver) -> None:
    buy(selling)
    store = selling.store
    ticket = next(t for t in store.feed.known.tickets.values() if t.state is TicketState.PAID)
    run_now(
        store.tasks.open(
            None, request=ticket.id, task_id=ticket.id, kind="recovery", title=str(ticket.number),
            subject={"ticket_id": str(ticket.id)}, owner=Role.CASHIER, due_s=600,
        )
    )  # fmt: skip
    selling.until(lambda: selling.shows("recoveryNotice"), "said")
    selling.tap("noticeAction")
    selling.until(lambda: selling.shows("complaintLines"), "the prompt")
    selling.tap("spokenKey")
    selling.until(lambda: not selling.shows("recoveryNotice"), "done")
    assert not store.feed.known.complaints


def test_another_portion_goes_out_and_the_guest_is_asked_again(selling: TillDriver) -> None:
    store = selling.store
    limits = store.feed.known.settings
    generous = replace(limits.refunds, cashier_limit_minor=100_000)
    store.feed.put((Entity.SETTINGS, NIL, replace(limits, refunds=generous)))
    buy(selling)
    complain(selling)
    selling.tap("giveReplacement")
    selling.until(lambda: selling.shows("recoveryGiven"), "given")
    (given,) = store.feed.known.compensations.values()
    assert given.kind is CompensationKind.REPLACEMENT
    selling.tap("sheetClose")
    selling.until(lambda: selling.shows("recoveryNotice"), "to be asked")
    assert "how it is now" in str(selling.item("recoveryNotice").property("title"))
    selling.tap("noticeAction")
    selling.tap("askAgain_4")
    selling.until(lambda: asked(selling), "asked")
    selling.until(lambda: not selling.shows("recoveryNotice"), "nothing waits")
    (complaint,) = store.feed.known.complaints.values()
    assert complaint.follow_up_stars == 4


def test_money_above_the_limit_waits_for_a_managers_pin(selling: TillDriver) -> None:
    buy(selling)
    complain(selling)
    selling.tap("giveRefund")
    allow(selling)
    selling.until(lambda: bool(selling.store.feed.known.compensations), "given")
    (given,) = selling.store.feed.known.compensations.values()
    assert given.kind is CompensationKind.REFUND and given.approved_by is not None


def test_a_guest_who_wants_nothing_is_asked_all_the_same(selling: TillDriver) -> None:
    buy(selling)
    complain(selling, "service")
    selling.tap("spokenTo")
    selling.tap("askAgain_0")
    selling.until(lambda: asked(selling), "asked")
    selling.until(lambda: not selling.shows("recoveryNotice"), "nothing waits")
    (complaint,) = selling.store.feed.known.complaints.values()
    assert complaint.follow_up_at is not None and complaint.follow_up_stars is None


@pytest.mark.spec("FUL-R.4")
def test_a_late_order_is_said_and_a_tenth_of_its_line_is_one_key(selling: TillDriver) -> None:
    alone(selling)
    buy(selling)
    store = selling.store
    store.advance(store.feed.known.settings.promise_s)
    selling.tick()
    assert not selling.shows("lateNotice")
    store.advance(1)
    selling.tick()
    selling.until(lambda: selling.shows("lateNotice"), "said")
    selling.tap("noticeAction")
    selling.tap("lateLine_0")
    (ticket,) = store.feed.known.tickets
    (line,) = store.feed.known.lines_of(ticket)
    selling.tap("giveDelay")
    selling.until(lambda: bool(store.feed.known.compensations), "given")
    (given,) = store.feed.known.compensations.values()
    assert given.amount_minor == line.amount_minor // 10
    selling.tap("lateLine_0")
    for key in ("2", "5"):
        selling.tap(f"lateKey_{key}")
    selling.until(lambda: selling.shows("lateSecond"), "a second person")
    selling.tap("giveDelay")
    allow(selling)
    selling.until(lambda: len(store.feed.known.compensations) == 2, "allowed")
    assert sum(e.amount_minor for e in store.feed.known.compensations.values()) == (
        line.amount_minor // 10 + 2500
    )


def test_a_late_order_waved_away_is_not_said_again(selling: TillDriver) -> None:
    alone(selling)
    buy(selling)
    selling.store.advance(timedelta(minutes=7).seconds)
    selling.tick()
    selling.until(lambda: selling.shows("lateNotice"), "said")
    selling.tap("noticeDismiss")
    selling.until(lambda: not selling.shows("lateNotice"), "gone")
    selling.store.advance(60)
    selling.tick()
    assert not selling.shows("lateNotice")
