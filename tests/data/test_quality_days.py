"""Quality results kept as daily metrics on a real store: sums, targets, and days that are over."""

from datetime import UTC, date, datetime
from typing import Any

import psycopg
import pytest

from app.data.reports import PgReports
from app.domain.people import Mode
from app.domain.quality_metrics import Metric, QualityDay, metric
from tests.conftest import MakeTerminal, OpenStore
from tests.data.looked_at import FIRST, OTHER, SECOND, Shop
from tests.data.looked_at import shop as shop
from tests.data.test_feed import Loop
from tests.support.seed import CABINET, EIGHTHS, PIZZA, SmallShop, known_id

DAYS = "SELECT * FROM wedge.quality_days ORDER BY day"


def today(shop: SmallShop) -> date:
    return shop.one("SELECT wedge.local_day(clock_timestamp())")  # type: ignore[no-any-return]


def looked(shop: Shop, *scores: float) -> None:
    """The same cook looks at one portion again and again."""
    for score in scores:
        shop.look(score=score, causes=["age"] if score < 7 else [])


def change(shop: SmallShop, **rules: Any) -> None:
    """Other rules of checks are in force."""
    shop.query(
        "INSERT INTO wedge.settings (version, document, changed_by) SELECT version + 1,"
        " wedge.with_section(document, '{food,checkpoints}', %s), %s"
        " FROM wedge.settings ORDER BY version DESC LIMIT 1",
        psycopg.types.json.Jsonb(rules), known_id("manager"),
    )  # fmt: skip


@pytest.mark.spec("BR-13.2")
def test_three_scores_of_one_cook_are_a_metric_of_the_day_that_nothing_moves_later(
    shop: Shop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    office = open_store(make_terminal("Desk", Mode.MANAGER))
    looked(shop, 8, 9, 6)
    day = today(shop.small)

    def read() -> tuple[QualityDay, ...]:
        assert isinstance(office.reports, PgReports)
        return io_loop.run_until_complete(office.reports.quality_days(day, day))

    (found,) = read()
    assert (found.product_id, found.product, found.station) == (PIZZA, "Margherita", "Oven")
    assert (found.staff_id, found.person, found.day) == (
        known_id("kitchen"), "The kitchen", day,
    )  # fmt: skip
    sums = metric([found])
    assert round(sums.mean or 0, 2) == 7.67 and round(sums.fail_bp or 0) == 3333
    assert (sums.mean_met, sums.fails_met) == (False, False), "targets: 8.0 and 5 %"
    assert (found.timed, found.on_time, sums.on_time_met) == (3, 3, True)
    # Targets, names and stations of later: the looks that are kept go on saying what was then.
    change(shop.small, score_target=6.0, fail_target="9/10", on_time_target="1/10000")
    shop.small.query("UPDATE wedge.products SET name = 'Queen', station_id = NULL WHERE id = %s",
                     PIZZA)  # fmt: skip
    shop.small.query("UPDATE wedge.staff SET name = 'Anna' WHERE role = 'kitchen'")
    assert read() == (found,)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        shop.small.query("UPDATE wedge.quality_looks SET score_milli = 10000")
    # A look from now on has the new names and targets; together they are held to both.
    shop.look(SECOND, score=7.0)
    after = next(each for each in read() if each.station_id is None)
    assert (after.product, after.person, after.station) == ("Queen", "Anna", "")
    assert metric([after]).met and (after.fail_target_bp, after.on_time_target_bp) == (9000, 1)
    both = metric(read())
    assert both == Metric(4, 30_000, 1, 4, 4, 30_000, 10_500, 28_501) and both.mean_met


def test_the_score_at_the_cut_is_a_look_and_a_late_one_is_not_on_time(shop: Shop) -> None:
    shop.kitchen.act("cut_whole", known_id("uncut"), EIGHTHS, 8, CABINET, "B", 9.5, None)
    rows = shop.small.query("SELECT score_milli, passed, in_time FROM wedge.quality_looks")
    assert rows == [(9500, True, True)]
    # As if hours had gone by: its look comes after the interval and the grace.
    change(shop.small, interval_hot_s=0.001, overdue_after_s=0)
    shop.look(OTHER)
    shop.look(FIRST, kind="random")
    late = "SELECT in_time FROM wedge.quality_looks ORDER BY at DESC LIMIT 2"
    assert shop.small.query(late) == [(None,), (False,)], "a look by chance is due at no moment"


def test_a_cut_without_a_score_counts_when_somebody_scores_it(shop: Shop) -> None:
    whole = known_id("uncut")
    shop.kitchen.act("cut_whole", whole, EIGHTHS, 8, CABINET, "B", None, None)
    assert shop.small.query(DAYS) == []
    shop.kitchen.act("score_whole", whole, 8.5)
    rows = shop.small.query("SELECT id, score_milli, in_time FROM wedge.quality_looks")
    assert rows == [(whole, 8500, True)]


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        # The night the clocks go back: 00:30 and 23:30 of one day of 25 hours.
        ("Europe/Berlin", datetime(2026, 10, 24, 22, 30, tzinfo=UTC), date(2026, 10, 25)),
        ("Europe/Berlin", datetime(2026, 10, 25, 22, 30, tzinfo=UTC), date(2026, 10, 25)),
        ("Europe/Berlin", datetime(2026, 10, 25, 23, 30, tzinfo=UTC), date(2026, 10, 26)),
        # The night they go forward, a day of 23 hours.
        ("Europe/Berlin", datetime(2026, 3, 28, 23, 30, tzinfo=UTC), date(2026, 3, 29)),
        ("Europe/Berlin", datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),
        ("Europe/Berlin", datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        ("Asia/Bangkok", datetime(2026, 3, 28, 17, 0, tzinfo=UTC), date(2026, 3, 29)),
    ],
)
def test_a_look_belongs_to_the_stores_own_day(
    zone: str, moment: datetime, day: date, small_store: SmallShop
) -> None:
    small_store.query(
        "UPDATE wedge.settings SET document"
        " = jsonb_set(document, '{time_zone}', to_jsonb(%s::text))",
        zone,
    )
    small_store.query("SELECT wedge.keep_look(gen_random_uuid(), %s, %s, %s, 8, true, true)",
                      moment, PIZZA, known_id("kitchen"))  # fmt: skip
    assert small_store.one("SELECT day FROM wedge.quality_days") == day
    # Kept with the look: a store that moves to another zone keeps the days it had.
    small_store.query(
        "UPDATE wedge.settings SET document = jsonb_set(document, '{time_zone}', '\"UTC\"')"
    )
    assert small_store.one("SELECT day FROM wedge.quality_days") == day
