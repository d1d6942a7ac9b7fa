"""What the store counts by week: looks in time, late and too late; points; questions."""

from datetime import UTC, datetime, timedelta
from typing import Any

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_guests import buy, enrol
from tests.data.test_recovery import behind_the_guards
from tests.support.seed import SmallShop, Till, known_id, portion_ids

SINCE, UNTIL = datetime(2025, 1, 1, tzinfo=UTC), datetime(2035, 1, 1, tzinfo=UTC)
LOOK = """
INSERT INTO wedge.inspections (id, at, portion_id, whole_id, product_id, holding_unit_id, kind,
    step, score, passed, late, causes, note, predicted, effective_age_s, staff_id, terminal_id)
SELECT gen_random_uuid(), %s, p.id, p.whole_id, p.product_id, p.holding_unit_id, 'checkpoint',
       'on_display', 9, true, false, '{}', '', 9, 0, %s, t.id
  FROM wedge.portions p, (SELECT id FROM wedge.terminals LIMIT 1) t WHERE p.id = %s"""


def test_looks_points_and_questions_fall_into_the_shops_own_weeks(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    first = portion_ids()[0]
    # Monday 00:10 in Bangkok is still Sunday in UTC.
    monday = datetime(2026, 3, 1, 17, 10, tzinfo=UTC)
    small_store.query(
        'UPDATE wedge.settings SET document = document || \'{"time_zone": "Asia/Bangkok"}\''
    )
    with (
        Till(make_terminal("One")) as till,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
    ):
        guest = enrol(till)
        buy(till, guest, portion_ids()[1])
        behind_the_guards(small_store, "UPDATE wedge.portions SET cut_at = '2026-03-01T16:00:00Z'")
        at = monday - timedelta(minutes=11)
        for minutes in (0, 60, 130, 230):
            small_store.query(LOOK, at + timedelta(minutes=minutes), known_id("cashier"), first)

        def weeks(subject: str) -> list[Any]:
            found: list[Any] = office.call("week_counts", office.session, subject, SINCE, UNTIL)
            return found

        looks = {(x["week"], x["kind"]): x["count"] for x in weeks("checks")}
        assert looks == {
            ("2026-02-23", "kept"): 1,
            ("2026-03-02", "kept"): 1,
            ("2026-03-02", "late"): 1,
            ("2026-03-02", "overdue"): 1,
        }
        given = small_store.one("SELECT sum(points) FROM wedge.point_entries WHERE kind = 'earn'")
        assert [(x["kind"], x["count"]) for x in weeks("points")] == [("earn", given)]
        assert weeks("approvals") == []
