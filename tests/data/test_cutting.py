"""Cutting a whole: what it gives, until when, all at once, and never one more."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.support.seed import CABINET, EIGHTHS, PIZZA, SmallShop, Till, candidate, known_id


def cut_with_limit(
    shop: SmallShop, make_terminal: MakeTerminal, hours: int
) -> tuple[datetime, datetime, datetime]:
    """Cut the seeded whole (a day of its own left); its end, its cut, its portions' end."""
    shop.query(
        "UPDATE wedge.products SET after_cut_limit_s = %s WHERE id = %s", hours * 3600, PIZZA
    )
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        made = kitchen.act("cut_whole", known_id("uncut"), EIGHTHS, 8, CABINET, "B", 9.5, None)[
            "ids"
        ]
    rows = shop.query(
        "SELECT DISTINCT w.expires_at, w.cut_at, p.expires_at FROM wedge.portions p"
        "  JOIN wedge.wholes w ON w.id = p.whole_id WHERE p.id = ANY (%s)",
        [UUID(each) for each in made],
    )
    assert len(rows) == 1
    whole_ends, cut_at, portions_end = rows[0]
    return whole_ends, cut_at, portions_end


@pytest.mark.spec("BR-05.1")
@pytest.mark.parametrize("hours", [72, 2])
def test_a_portion_ends_with_its_whole_or_its_limit(
    small_store: SmallShop, make_terminal: MakeTerminal, hours: int
) -> None:
    """Cutting never lengthens the life: 72 h after the cut would be two days too long."""
    small_store.query("UPDATE wedge.holding_units SET kind = 'cold', min_temperature_mc = NULL")
    whole_ends, cut_at, portions_end = cut_with_limit(small_store, make_terminal, hours)
    assert whole_ends < cut_at + timedelta(hours=72)
    assert portions_end == (whole_ends if hours == 72 else cut_at + timedelta(hours=hours))


STOCK = (
    "SELECT (SELECT count(*) FROM wedge.wholes WHERE state = 'in_stock'),"
    " (SELECT count(*) FROM wedge.portions WHERE state = 'available')"
)


@pytest.mark.spec("BR-08.2")
def test_cutting_moves_stock_at_once_or_not_at_all(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Five wholes and no slice; two are cut into eight, and before that one cut breaks off."""
    small_store.query("UPDATE wedge.portions SET state = 'wasted'")
    url = make_terminal("Kitchen", Mode.KDS)

    def cut(kitchen: Till, whole: object) -> None:
        kitchen.act("cut_whole", whole, EIGHTHS, 8, CABINET, "B", 9.5, None)

    with Till(url, "kitchen") as kitchen:
        end = datetime.now(UTC) + timedelta(hours=9)
        received = kitchen.act("receive_wholes", PIZZA, 4, end)["ids"]
        assert small_store.query(STOCK) == [(5, 0)]
        kitchen.link.autocommit = False
        cut(kitchen, received[0])
        kitchen.link.pgconn.finish()
    assert small_store.query(STOCK) == [(5, 0)]
    with Till(url, "kitchen") as kitchen:
        for whole in received[:2]:
            cut(kitchen, whole)
    assert small_store.query(STOCK) == [(3, 16)]
    written = small_store.query(
        "SELECT j.staff_id, j.at = greatest(j.at, w.cut_at), w.id::text,"
        "       j.body ->> 'expected', j.body ->> 'portions'"
        "  FROM wedge.journal j JOIN wedge.wholes w ON w.code = j.body ->> 'whole'"
        " WHERE j.action = 'cut' ORDER BY j.seq"
    )
    cook = known_id("kitchen")
    assert written == [(cook, True, whole, "8", "8") for whole in received[:2]]


@pytest.mark.spec("BR-08.4")
def test_one_portion_more_than_the_whole_is_rejected(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Eight slices, six sold and two available; a ninth by direct SQL."""
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        made = kitchen.act("cut_whole", known_id("uncut"), EIGHTHS, 8, CABINET, "B", 9.5, None)[
            "ids"
        ]
    with Till(make_terminal("One")) as till:
        for each in made[:6]:
            ticket = uuid4()
            till.reserve(ticket, candidate(UUID(each), price_minor=11125, base_minor=11125))
            till.act("pay_cash", ticket, 11125, 11125)
    states = "SELECT state, count(*) FROM wedge.portions WHERE whole_id = %s GROUP BY 1 ORDER BY 1"
    stock = [("available", 2), ("committed", 6)]
    assert small_store.query(states, known_id("uncut")) == stock
    for wedge in (0, 7, 8, 15):
        with pytest.raises((psycopg.errors.CheckViolation, psycopg.errors.UniqueViolation)):
            small_store.query(
                "INSERT INTO wedge.portions (id, code, product_id, whole_id, wedge, state, cut_at,"
                " expires_at, holding_unit_id, place, initial_quality) VALUES (gen_random_uuid(),"
                " 'X', %s, %s, %s, 'available', now(), now() + interval '1 h', %s, 'A', 10)",
                PIZZA, known_id("uncut"), wedge, CABINET,
            )  # fmt: skip
    assert small_store.query(states, known_id("uncut")) == stock
