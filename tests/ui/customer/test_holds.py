"""What the guest reads about the hold, an exchanged piece and a parked order."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from app.domain.ticket import Ticket
from app.services.ports import LinkState
from app.services.store_view import StoreView
from app.ui.customer.display import GuestProps, derive_display
from tests.support.sample_store import sample_id, sample_view

NOW = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
VIEW = sample_view(NOW)
OPEN = next(t for t in VIEW.tickets.values() if t.state == "open")


def shown(view: StoreView, now: datetime = NOW) -> GuestProps:
    return derive_display(view, sample_id("terminal Till 2"), now, LinkState.LIVE)


def with_ticket(ticket: Ticket) -> StoreView:
    return replace(VIEW, tickets=MappingProxyType({**VIEW.tickets, ticket.id: ticket}))


def test_the_last_minute_of_a_hold_is_counted_down() -> None:
    assert OPEN.held_until is not None
    assert shown(VIEW, OPEN.held_until - timedelta(seconds=61)).hold == ""
    last = shown(VIEW, OPEN.held_until - timedelta(seconds=42))
    assert last.hold == "Kept for you for another 0:42"
    assert shown(VIEW, OPEN.held_until).hold == "No longer kept: please speak to the cashier"


def test_the_warning_comes_when_the_policy_says() -> None:
    rules = replace(VIEW.settings.allocation, hold_warning=timedelta(seconds=90))
    view = replace(VIEW, settings=replace(VIEW.settings, allocation=rules))
    assert OPEN.held_until is not None
    assert shown(view, OPEN.held_until - timedelta(seconds=80)).hold.endswith("1:20")


def test_a_parked_order_leaves_the_display() -> None:
    assert shown(VIEW).page == "order"
    assert shown(with_ticket(replace(OPEN, parked_at=NOW))).page == "idle"


def test_an_exchanged_piece_says_so() -> None:
    line = VIEW.lines_of(OPEN.id)[0]
    stood_in = replace(line, choice_reason="substituted", former_code="M-1")
    lines = MappingProxyType({**VIEW.ticket_lines, line.id: stood_in})
    first = shown(replace(VIEW, ticket_lines=lines)).lines[0]
    assert first.why.replace("\u00a0", " ").startswith("exchanged for another piece, not dearer")


def test_a_later_promise_is_told_whoever_is_being_served() -> None:
    """FUL-E2.3: the order that waits, the new time and the old one, beside the next guest."""
    paid = next(t for t in VIEW.tickets.values() if t.state == "paid")
    later = replace(
        paid, terminal_id=OPEN.terminal_id, delayed_from=NOW, delayed_at=NOW,
        promised_at=NOW + timedelta(minutes=2),
    )  # fmt: skip
    view = with_ticket(later)
    assert shown(view).page == "order"
    said = f"Order {paid.number}: a fresh piece is on its way, ready about "
    assert shown(view).delays.startswith(said)
    assert shown(view, NOW + timedelta(minutes=3)).delays.endswith("it is being made now")
    assert shown(with_ticket(replace(later, delayed_from=None))).delays == ""
