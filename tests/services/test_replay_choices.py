"""Past days under other weights, from stored choices to the two columns (FUL-09.3)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from app.domain.policy import AllocationPolicy
from app.domain.portion import PortionState
from app.services.order_ports import PastChoice, PastChoices, PastLook
from app.services.replay_choices import compare_policies
from app.services.store_view import StoreView
from tests.support.sample_store import sample_id, stocked_view

NOW = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)
M = sample_id("product M")
FRESH = AllocationPolicy(version=7, quality_weight_bp=50_000, sell_first_window=timedelta(0))


def past_of(view: StoreView, orders: int) -> PastChoices:
    """`orders` single slices asked for just now; one slice passed its check, one did not."""
    portions = tuple(p for p in view.portions.values() if p.product_id == M)
    until = max(each.expires_at for each in portions)
    return PastChoices(
        until=until,
        choices=tuple(
            PastChoice(NOW + timedelta(seconds=n), sample_id(f"past {n}"), M, 8, None)
            for n in range(orders)
        ),
        portions=portions,
        wholes=tuple(view.wholes.values()),
        temperatures=tuple(view.holding_temperatures.values()),
        looks=(PastLook(portions[0].id, NOW, True), PastLook(portions[-1].id, NOW, False)),
    )


def test_both_policies_meet_the_same_wishes_and_the_fresher_one_shows_in_the_checks() -> None:
    view = stocked_view(NOW)
    past = past_of(view, 4)
    found = compare_policies(view, past, view.settings.allocation, FRESH)
    assert (found.current.policy_version, found.proposed.policy_version) == (1, 7)
    assert found.current.served == found.proposed.served == 4
    assert found.current.unfilled == found.proposed.unfilled == 0
    assert found.current.first_check_pass_bp != found.proposed.first_check_pass_bp
    everything = len(past.portions)
    assert found.current.expired == found.proposed.expired == everything - 4


def test_what_was_sold_then_is_free_in_the_replay_and_later_looks_do_not_count() -> None:
    view = stocked_view(NOW)
    sold = {
        each.id: replace(each, state=PortionState.SERVED, ticket_id=sample_id("old"))
        for each in view.portions.values()
    }
    past = past_of(replace(view, portions=MappingProxyType(sold)), 3)
    found = compare_policies(view, past, view.settings.allocation, view.settings.allocation)
    assert found.current == found.proposed
    assert found.current.served == 3


def test_no_past_gives_no_figures() -> None:
    view = stocked_view(NOW)
    found = compare_policies(view, past_of(view, 0), view.settings.allocation, FRESH)
    assert (found.current.served, found.current.first_check_pass_bp) == (0, None)
