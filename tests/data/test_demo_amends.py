"""The demo shop: whole prices, last call, a straight line, and what guests got for a complaint."""

from datetime import date

import psycopg
import pytest

from app.data.demo.fill import fill
from app.data.judged import PAST, forecast_past
from app.data.migrate import upgrade
from app.data.revenue import REVENUE, revenue_of
from app.domain.forecast.judged import judge_days, judge_hours, verdict
from app.domain.revenue import side_by_side
from tests.conftest import DropRoles
from tests.support.seed import SmallShop


@pytest.fixture
def filled(empty_database_url: str, drop_roles: DropRoles) -> SmallShop:
    """The demo store as a newcomer gets it."""
    upgrade(empty_database_url)
    fill(empty_database_url)
    drop_roles(empty_database_url)
    return SmallShop(empty_database_url)


def test_the_demo_has_what_the_screens_show(filled: SmallShop) -> None:
    revenue_adds_up(filled)
    forecasts_were_kept(filled)
    wholes = filled.query(
        "SELECT p.whole_price_minor, p.base_price_minor, c.portions_per_whole FROM wedge.products p"
        " JOIN wedge.portion_configurations c ON c.product_id = p.id AND c.is_default"
        " WHERE p.whole_price_minor IS NOT NULL"
    )
    assert len(wholes) == 4
    assert all(whole == portion * count for whole, portion, count in wholes)
    assert filled.query("SELECT name FROM wedge.products WHERE curve = 'linear'") == [
        ("Apple pie",)
    ]
    document = "SELECT document #>> '{pricing,last_call_factor}' FROM wedge.settings"
    assert filled.query(document) == [("9/10",)]
    places = filled.query(
        "SELECT DISTINCT wedge.place_in_whole(o.wedge, w.portions_per_whole, w.per_row)"
        " FROM wedge.portions o JOIN wedge.wholes w ON w.id = o.whole_id"
        " JOIN wedge.products p ON p.id = o.product_id WHERE p.name = 'Aubergine lasagne'"
    )
    assert sorted(places) == [("corner",), ("edge",)]

    given = filled.query(
        "SELECT count(*) FROM wedge.complaints WHERE outcome = 'Gave another piece'"
    )
    replaced = filled.query(
        "SELECT c.amount_minor > 0, c.cost_minor > 0, t.total_minor, t.state, l.unit_price_minor,"
        " p.state, p.product_id = o.product_id, c.archived = (c.at < now() - interval '1 day')"
        " FROM wedge.compensations c JOIN wedge.tickets t ON t.id = c.new_ticket_id"
        " JOIN wedge.ticket_lines l ON l.ticket_id = t.id JOIN wedge.portions p"
        " ON p.id = l.portion_id AND p.ticket_id = t.id"
        " JOIN wedge.ticket_lines o ON o.id = c.line_id WHERE c.kind = 'replacement'"
    )
    assert len(replaced) >= given[0][0] - 2 > 2, "where a piece was left that day"
    assert set(replaced) == {(True, True, 0, "closed", 0, "served", True, True)}
    # A shop that opened minutes ago has sold, and so refunded, nothing today.
    refunds = filled.query("SELECT count(*) FROM wedge.refunds WHERE reason = 'Waited too long'")
    assert filled.query("SELECT count(*) FROM wedge.compensations WHERE kind = 'delay'") == refunds

    assert filled.query("SELECT * FROM wedge.check_conservation()") == []
    assert filled.query("SELECT * FROM wedge.check_refunds()") == []
    twice = "SELECT count(*) FROM wedge.waste w JOIN wedge.portions p ON p.id = w.portion_id"
    assert filled.query(
        f"{twice} WHERE p.state = 'served' AND w.weight_mg IS NULL"
    ) == filled.query(
        "SELECT count(*) FROM wedge.refund_items i JOIN wedge.portions p ON p.id = i.portion_id"
        " WHERE p.state = 'served' AND i.goods = 'discarded'"
    )

    assert filled.query(
        "SELECT v.amount_minor, v.balance_minor, v.expires_at > now(), c.kind, c.complaint_id IS"
        " NOT NULL FROM wedge.vouchers v JOIN wedge.compensations c ON c.id = v.id"
        " ORDER BY v.issued_at DESC"
    ) == [(10_000, 10_000, True, "voucher", True), (5_000, 5_000, True, "voucher", True)]
    low = filled.query(
        "SELECT t.state, t.outcome, l.refunded_minor > 0, s.score < s.least FROM wedge.tasks t"
        " JOIN wedge.served_scores s ON s.line_id = (t.subject ->> 'line_id')::uuid"
        " JOIN wedge.ticket_lines l ON l.id = s.line_id WHERE t.kind = 'recovery'"
        " ORDER BY t.state"
    )
    assert low[-1] == ("open", "", False, True)
    assert low[:-1] in ([], [("done", "refund", True, True)])


def revenue_adds_up(filled: SmallShop) -> None:
    """Wholes are sold uncut, too; every day of the past adds up."""
    with psycopg.connect(filled.admin_url) as link:
        days = {"first": date(2000, 1, 1), "last": date(2100, 1, 1)}
        row = link.execute(REVENUE.encode(), days).fetchone()
    assert row is not None
    found = revenue_of(row)
    assert found.difference_minor == 0
    assert [sides.ratio is not None for sides in side_by_side(found.earned)].count(True) == 3


def forecasts_were_kept(filled: SmallShop) -> None:
    """The forecasts of the demo's past stand beside its sales, and none is of the future."""
    with psycopg.connect(filled.admin_url) as link:
        product = link.execute("SELECT id FROM wedge.products WHERE code_prefix = 'M'").fetchone()
        assert product is not None
        days = {"product": product[0], "first": date(2000, 1, 1), "last": date(2100, 1, 1)}
        row = link.execute(PAST.encode(), days).fetchone()
    assert row is not None
    past = forecast_past(row)
    judged = judge_days(judge_hours(past), past.zone)
    found = verdict(judged)
    assert found is not None and found.count >= 50
    assert found.bias is not None and abs(found.bias) < 0.2
    assert all(each.hour < past.at for each in past.kept)
    assert any(each.sold_out_s > 0 for each in judged)
