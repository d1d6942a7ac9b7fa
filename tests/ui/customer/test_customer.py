from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import pytest

from app.domain.guest_policy import GuestPolicy
from app.domain.ids import new_id
from app.services.ports import LinkState, LinkStatus
from app.ui.customer.program import build
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.sample_store import FakeStore, sample_session, sample_view, stocked_view
from tests.support.screen import item, shows, until
from tests.ui.conftest import Run

NOW = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)


def _show(shell: Shell, store: FakeStore) -> None:
    program = build(shell, store)
    shell.show(program.window, second_screen=True)


async def _reads(shell: Shell, name: str, text: str) -> None:
    found = await item(shell, name)
    await until(lambda: found.property("text") == text)


def test_idle_shows_todays_wheels(shell: Shell, run: Run) -> None:
    async def body() -> None:
        store = FakeStore(stocked_view(NOW), NOW)
        _show(shell, store)
        await item(shell, "idlePage")
        await _reads(shell, "storeName", store.feed.known.settings.store_name)

    run(body())


def test_the_open_order_of_its_own_till_is_followed(shell: Shell, run: Run) -> None:
    async def body() -> None:
        view = sample_view(NOW)
        store = FakeStore(view, NOW, terminal="Till 2")
        ticket = next(t for t in view.tickets.values() if t.state == "open")
        _show(shell, store)
        await item(shell, "orderPage")
        lines = view.lines_of(ticket.id)
        total = (await item(shell, "guestTotal")).property("text")
        assert f"{sum(line.amount_minor for line in lines) / 100:,.2f}" in total
        assert (await item(shell, "guestLines")).property("count") == len(lines)
        session = sample_session(view, "Somchai", "Till 2")
        await store.selling.remove_line(session, request=lines[0].id, line_id=lines[0].id)
        guest_lines = await item(shell, "guestLines")
        await until(lambda: guest_lines.property("count") == len(lines) - 1)

    run(body())


def test_another_tills_order_is_not_shown(shell: Shell, run: Run) -> None:
    async def body() -> None:
        _show(shell, FakeStore(sample_view(NOW), NOW, terminal="Till 1"))
        await item(shell, "idlePage")
        assert not shows(shell, "orderPage")

    run(body())


def test_change_thanks_and_number_then_idle(shell: Shell, run: Run) -> None:
    async def body() -> None:
        view = sample_view(NOW)
        store = FakeStore(view, NOW, terminal="Till 2")
        ticket = next(t for t in view.tickets.values() if t.state == "open")
        _show(shell, store)
        await item(shell, "orderPage")
        paid = await store.selling.pay_cash(
            sample_session(view, "Somchai", "Till 2"),
            request=ticket.id,
            ticket_id=ticket.id,
            expected_total_minor=ticket.total_minor,
            tendered_minor=ticket.total_minor + 500,
        )
        assert paid.change_minor == 500
        await item(shell, "thanksPage")
        await _reads(shell, "pickupNumber", str(ticket.number))
        assert "5.00" in (await item(shell, "changeText")).property("text")
        store.advance(60)
        await item(shell, "idlePage")
        assert not shows(shell, "thanksPage")

    run(body())


@pytest.mark.parametrize("state", [LinkState.LOST, LinkState.REFUSED])
def test_nothing_stale_while_the_store_is_away(shell: Shell, run: Run, state: LinkState) -> None:
    async def body() -> None:
        store = FakeStore(sample_view(NOW), NOW, terminal="Till 2")
        _show(shell, store)
        await item(shell, "orderPage")
        store.set_status(LinkStatus(state, None, NOW))
        await item(shell, "lostPage")
        assert "guestTotal" not in scene.names(shell.windows)
        await until(lambda: shows(shell, "staffNote") is (state is LinkState.REFUSED))
        store.set_status(LinkStatus(LinkState.LIVE, 5.0, NOW))
        await item(shell, "orderPage")

    run(body())


def test_it_starts_before_the_store_answers(shell: Shell, run: Run) -> None:
    async def body() -> None:
        store = FakeStore(None, NOW, terminal="Till 2")
        store.set_status(LinkStatus(LinkState.CONNECTING, None, NOW))
        _show(shell, store)
        await item(shell, "lostPage")
        store.set_status(LinkStatus(LinkState.LIVE, 5.0, NOW))
        store.feed.replace_view(sample_view(NOW))
        await item(shell, "orderPage")

    run(body())


def test_an_order_that_may_be_out_of_date_is_not_shown(shell: Shell, run: Run) -> None:
    async def body() -> None:
        store = FakeStore(sample_view(NOW), NOW, terminal="Till 2")
        _show(shell, store)
        await item(shell, "orderPage")
        store.set_status(LinkStatus(LinkState.STALE, None, NOW))
        await item(shell, "waitingPage")
        assert "guestTotal" not in scene.names(shell.windows)
        store.set_status(LinkStatus(LinkState.LIVE, 5.0, NOW))
        await item(shell, "orderPage")

    run(body())


def test_thanks_stay_as_long_as_the_policy_says(shell: Shell, run: Run) -> None:
    async def body() -> None:
        view = sample_view(NOW)
        guest = GuestPolicy(thanks=timedelta(seconds=90))
        view = replace(view, settings=replace(view.settings, guest=guest))
        store = FakeStore(view, NOW, terminal="Till 2")
        ticket = next(t for t in view.tickets.values() if t.state == "open")
        _show(shell, store)
        await store.selling.pay_cash(
            sample_session(view, "Somchai", "Till 2"),
            request=ticket.id,
            ticket_id=ticket.id,
            expected_total_minor=ticket.total_minor,
            tendered_minor=ticket.total_minor,
        )
        await item(shell, "thanksPage")
        # What was paid cannot change: a moment without news does not take the number away.
        store.set_status(LinkStatus(LinkState.STALE, None, NOW))
        store.advance(60)
        assert shows(shell, "thanksPage")
        store.set_status(LinkStatus(LinkState.LIVE, 5.0, NOW))
        store.advance(31)
        await item(shell, "idlePage")

    run(body())


def test_thirty_lines_end_at_the_newest_and_say_how_many_are_above(shell: Shell, run: Run) -> None:
    async def body() -> None:
        view = sample_view(NOW)
        ticket = next(t for t in view.tickets.values() if t.state == "open")
        line = view.lines_of(ticket.id)[0]
        long = "พิซซ่าหน้าไก่ย่าง 🍕 " * 30
        more = {
            (key := new_id()): replace(line, id=key, position=10 + n, name=f"{long}{n}")
            for n in range(30)
        }
        lines = MappingProxyType({**view.ticket_lines, **more})
        _show(shell, FakeStore(replace(view, ticket_lines=lines), NOW, terminal="Till 2"))
        await item(shell, f"line_{long}29")
        above = await item(shell, "linesAbove")
        assert "more lines above" in above.property("text")
        await _reads(shell, "countText", f"{len(view.lines_of(ticket.id)) + 30} items")

    run(body())


def test_a_fault_of_the_program_is_said_on_top(shell: Shell, run: Run) -> None:
    async def body() -> None:
        _show(shell, FakeStore(stocked_view(NOW), NOW))
        shell.banner.show("That did not work", "Try again.")
        notice = await item(shell, "bannerNotice")
        assert notice.property("title") == "That did not work"

    run(body())
