"""A choice that the store kept comes out again from what the store kept."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.domain.allocation.assign import allocate
from app.domain.people import Mode
from app.services.replay_choices import _Scene
from tests.conftest import MakeTerminal
from tests.support.seed import SmallShop, portion_ids
from tests.ui.pos.conftest import Connect, OpenTill


@pytest.mark.spec("FUL-A.1")
def test_a_stored_decision_is_made_again_by_its_inputs_and_its_version(
    open_real: OpenTill,
    connect: Connect,
    make_terminal: MakeTerminal,
    small_store: SmallShop,
    loop: asyncio.AbstractEventLoop,
) -> None:
    """Portions of all grades; a tap at the till, then the same choice from the records."""
    for number, each in enumerate(portion_ids()):
        small_store.query(
            "UPDATE wedge.portions SET inspected_score = %s, inspected_at = clock_timestamp()"
            " WHERE id = %s", 7.2 + number * 7 % 20 * 0.13, each,
        )  # fmt: skip
    till = open_real("till-1")
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"], "held")
    office = connect(make_terminal("Office", Mode.MANAGER))
    till.until(lambda: office.feed.view is not None, "the office's picture")
    today = datetime.now(UTC).date()
    reading: Any = loop.create_task(
        office.decisions.past(today - timedelta(days=1), today + timedelta(days=1))
    )
    till.until(reading.done, "read")
    view, past = office.feed.view, reading.result()
    assert view is not None
    (days,) = _Scene(view, past).by_product()
    (ticket,) = days.tickets
    stock = [found for each in days.portions if (found := days.appraise(each, ticket.at))]
    assert len(stock) == 20
    kept = (
        "SELECT policy_version, portion_id, document -> 'ranking' FROM wedge.allocation_decisions"
    )
    ((version, chosen, ranking),) = small_store.query(kept)
    policy = view.settings.allocation
    assert policy.version == version
    again = allocate(ticket.lines, stock, policy=policy, quality=view.settings.quality,
                     now=ticket.at)  # fmt: skip
    assert again.policy_version == version
    assert again.choices[0].portion_id == chosen
    shown = [str(each) for each in again.choices[0].ranking]
    assert [each[0] for each in ranking] == shown[: len(ranking)]
