"""An order is looked over whole before anything of it is reserved, on the real store."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from app.data import rows
from app.domain.portion import Grade
from app.services.appraisal import Appraiser
from app.services.refusal import RefusalCode
from app.services.validate_order import LineCheck, LineWish, Supply, check_order
from tests.conftest import MakeTerminal
from tests.data.test_no_oversell import keep
from tests.support.seed import (
    DRINK,
    EIGHTHS,
    PIZZA,
    SmallShop,
    Till,
    candidate,
    known_id,
    portion_ids,
)


def checked(shop: SmallShop, *wishes: LineWish) -> tuple[LineCheck, ...]:
    view = rows.view(shop.one("SELECT wedge.snapshot()"))
    return check_order(view, Appraiser(view), wishes, datetime.now(UTC))


@pytest.mark.spec("FUL-01.1")
def test_each_bad_line_has_its_own_reason_and_the_good_one_stays(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """A slice, none of a slice, and a cut that the product is not offered in any more."""
    measured(small_store)
    small_store.query("DELETE FROM wedge.portion_configurations WHERE id = %s", EIGHTHS)
    results = checked(
        small_store,
        LineWish(PIZZA, 1, cut=10, grade=Grade.B),
        LineWish(PIZZA, 0, cut=10),
        LineWish(PIZZA, 2, cut=8),
    )
    assert [each.refused for each in results] == [
        None, RefusalCode.BAD_QUANTITY, RefusalCode.BAD_CONFIGURATION,
    ]  # fmt: skip
    assert small_store.one("SELECT count(*) FROM wedge.ticket_lines") == 0
    (good,) = (each for each in results if each.refused is None)
    assert (good.supply, good.ready) == (Supply.SUFFICIENT, 1)
    with Till(make_terminal("One")) as till:
        till.reserve(uuid4(), *(candidate(each) for each in portion_ids()))
    assert small_store.one("SELECT count(*) FROM wedge.ticket_lines WHERE NOT voided") == 1


def test_other_bad_lines(small_store: SmallShop) -> None:
    small_store.query("UPDATE wedge.products SET active = false WHERE id = %s", DRINK)
    found = checked(
        small_store,
        LineWish(uuid4(), 1),
        LineWish(DRINK, 1),
        LineWish(PIZZA, -3),
        LineWish(PIZZA, 1000),
        LineWish(PIZZA, 1.5),  # type: ignore[arg-type]
    )
    assert [each.refused for each in found] == [
        RefusalCode.UNKNOWN_ITEM, RefusalCode.PRODUCT_INCOMPLETE, *[RefusalCode.BAD_QUANTITY] * 3,
    ]  # fmt: skip


def test_lines_of_one_order_do_not_count_on_the_same_portions(small_store: SmallShop) -> None:
    measured(small_store)
    keep(small_store, 5)
    first, second = checked(small_store, LineWish(PIZZA, 3), LineWish(PIZZA, 13))
    assert (first.supply, first.ready) == (Supply.SUFFICIENT, 3)
    assert (second.supply, second.ready, second.wholes) == (Supply.SHORT, 2, 1)
    assert second.short_by == 1
    blocked = "UPDATE wedge.wholes SET expires_at = now() - interval '1 s' WHERE id = %s"
    small_store.query(blocked, known_id("uncut"))
    (third,) = checked(small_store, LineWish(PIZZA, 6))
    assert (third.supply, third.wholes, third.short_by) == (Supply.SHORT, 0, 1)


def measured(shop: SmallShop) -> None:
    shop.query(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc)"
        " SELECT id, now(), 63000 FROM wedge.holding_units"
    )
