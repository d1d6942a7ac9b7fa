"""The kitchen's thresholds come from the store's settings, seen in the real window."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import pytest

from app.domain.ids import new_id
from app.domain.kitchen_policy import KitchenPolicy
from app.domain.portion import PortionState
from app.domain.ticket import TicketState
from app.services.policy_codec import from_document, to_document
from app.services.store_view import StoreView
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_id, sample_settings, sample_view
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import NOW, PAID, Screen, first_line, with_portions


def with_policy(view: StoreView, **changes: Any) -> StoreView:
    kitchen = replace(view.settings.kitchen, **changes)
    return replace(view, settings=replace(view.settings, kitchen=kitchen))


def rows(screen: Screen, name: str) -> list[Any]:
    return list(screen.side.property(name).rows)


def served(view: StoreView, count: int) -> StoreView:
    """`count` tickets of one portion, handed over 3 minutes after payment within the last hour."""
    tickets, lines = dict(view.tickets), dict(view.ticket_lines)
    for index in range(count):
        paid_at = NOW - timedelta(minutes=5 + index)
        key = new_id()
        tickets[key] = replace(
            view.tickets[PAID],
            id=key,
            number=700 + index,
            state=TicketState.CLOSED,
            paid_at=paid_at,
            served_at=paid_at + timedelta(minutes=3),
        )
        line = replace(first_line(view), id=new_id(), ticket_id=key)
        lines[line.id] = line
    return replace(view, tickets=MappingProxyType(tickets), ticket_lines=MappingProxyType(lines))


def test_an_older_settings_document_takes_the_defaults() -> None:
    document = to_document(sample_settings())
    del document["kitchen"]
    assert from_document(type(sample_settings()), document).kitchen == KitchenPolicy()
    document["kitchen"] = {"removal_notice": "1/2"}
    assert from_document(type(sample_settings()), document).kitchen.removal_notice == Fraction(1, 2)


def test_removals_are_announced_when_the_policy_says(shell: Shell, run: Run) -> None:
    view = sample_view(NOW)
    free = [p for p in view.portions.values() if p.state is PortionState.AVAILABLE]
    portion = replace(free[0], expires_at=NOW + timedelta(minutes=35))
    screen = Screen(shell, with_portions(view, portion))

    async def body() -> None:
        await screen.sign_in()
        assert str(portion.id) not in {row.key for row in rows(screen, "removals")}
        screen.store.feed.replace_view(with_policy(screen.view, removal_notice=Fraction(1, 4)))
        await screen.until(lambda: screen.all(f"remove_{portion.id}"))

    run(body())


def test_a_cabinet_is_amber_where_the_policy_says(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))

    async def body() -> None:
        await screen.sign_in()
        assert {row.tone for row in rows(screen, "points")} == {"ok"}
        screen.store.feed.replace_view(with_policy(screen.view, near_limit_mc=3_000))
        tones = {row.name: row.tone for row in rows(screen, "points")}
        assert tones["Cabinet 1"] == "warning"

    run(body())


def test_the_median_waits_for_enough_hand_overs(shell: Shell, run: Run) -> None:
    screen = Screen(shell, served(sample_view(NOW), 4))

    async def body() -> None:
        await screen.sign_in()
        assert screen.item("summary").property("text").endswith("median –")
        screen.store.feed.replace_view(served(sample_view(NOW), 5))
        await screen.until(lambda: screen.item("summary").property("text").endswith("median 3:00"))

    run(body())


@pytest.mark.parametrize(("sold", "advised"), [(0, False), (12, False), (48, True)])
def test_sales_of_the_last_hour_advise_a_cut(
    shell: Shell, run: Run, sold: int, advised: bool
) -> None:
    screen = Screen(shell, served(sample_view(NOW), sold))
    name = first_line(screen.view).name

    async def body() -> None:
        await screen.sign_in()
        found = [row.reason for row in rows(screen, "advice") if row.name == name]
        assert bool(found) is advised
        if advised:
            # Eight cut, two sold on the ticket in the kitchen; 48 + 2 an hour are 8 in 10 minutes.
            assert found == ["6 left · about 8 sell in 10 min · 1 uncut"]
            whole_id = sample_id("whole P-W1")
            screen.picture("advice-selling")
            assert screen.all(f"cut_{whole_id}")

    run(body())


def test_quality_that_will_not_last_advises_a_cut(shell: Shell, run: Run) -> None:
    view = sample_view(NOW)
    dying = [
        # They leave sale a quarter of an hour before their limit: in 4 minutes.
        replace(portion, expires_at=NOW + timedelta(minutes=19))
        for portion in view.portions.values()
        if portion.product_id == first_line(view).product_id
        and portion.state is PortionState.AVAILABLE
    ]
    screen = Screen(shell, with_portions(view, *dying[:4]))

    async def body() -> None:
        await screen.sign_in()
        found = [row.reason for row in rows(screen, "advice") if row.name == first_line(view).name]
        assert found == ["6 left · 4 lose their quality in 10 min · 1 uncut"]

    run(body())


def test_more_removals_than_fit_are_counted_in_the_title(shell: Shell, run: Run) -> None:
    view = sample_view(NOW)
    free = [p for p in view.portions.values() if p.state is PortionState.AVAILABLE][:9]
    passed = [replace(p, expires_at=NOW - timedelta(minutes=1)) for p in free]
    screen = Screen(shell, with_portions(view, *passed))

    async def body() -> None:
        await screen.sign_in()
        assert screen.item("remove_title").property("text") == "Remove (9)"
        screen.picture("removals")
        first = rows(screen, "removals")[0].key
        await screen.click(f"remove_{first}")
        await screen.until(lambda: screen.item("remove_title").property("text") == "Remove (8)")

    run(body())
