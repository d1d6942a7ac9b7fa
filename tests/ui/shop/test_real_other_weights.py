"""Other weights over thirty real days, in the office; the till chooses by those in force."""

from functools import partial
from typing import Any

import psycopg
import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.support.hand import Hand
from tests.support.screen import is_closed
from tests.support.seed import CABINET, OVEN, PINS, PIZZA, SmallShop, known_id
from tests.ui.pos.conftest import Connect, OpenTill, TillDriver, measured
from tests.ui.prices.conftest import OpenScreen, Screen

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
OTHER = "Another manager"
DAYS, ORDERS = 30, 6
THE_DAYS = f"""
CREATE TEMPORARY TABLE days ON COMMIT DROP AS
SELECT day, gen_random_uuid() AS whole_id,
       date_trunc('day', now()) - make_interval(days => day) + interval '3 hours' AS cut_at
  FROM generate_series(1, {DAYS - 1}) day;
CREATE TEMPORARY TABLE pieces ON COMMIT DROP AS
SELECT d.*, wedge, gen_random_uuid() AS portion_id, gen_random_uuid() AS ticket_id,
       gen_random_uuid() AS line_id, wedge < {ORDERS} AS sold,
       cut_at + make_interval(mins => 10 + 12 * wedge) AS at
  FROM days d, generate_series(0, 9) wedge;
INSERT INTO wedge.wholes (id, product_id, code, state, received_at, expires_at, cut_at,
                          portions_per_whole)
SELECT whole_id, %(pizza)s, 'P-D' || day, 'cut', cut_at - interval '1 hour',
       cut_at + interval '1 day', cut_at, 10 FROM days;
INSERT INTO wedge.tickets (id, number, terminal_id, staff_id, service, state, opened_at, paid_at,
                           served_at, total_minor, archived)
SELECT ticket_id, day * 10 + wedge, (SELECT min(id::text)::uuid FROM wedge.terminals), %(cook)s,
       'counter', 'closed', at, at, at, 8900, true FROM pieces WHERE sold;
INSERT INTO wedge.portions (id, code, product_id, whole_id, wedge, state, cut_at, expires_at,
                            holding_unit_id, place, weight_mg, initial_quality, ticket_id)
SELECT portion_id, 'P-' || day || 'x' || wedge, %(pizza)s, whole_id, wedge,
       CASE WHEN sold THEN 'served' ELSE 'wasted' END, cut_at, cut_at + interval '4 hours',
       %(unit)s, 'A', 120000, 9.8, CASE WHEN sold THEN ticket_id END FROM pieces;
INSERT INTO wedge.ticket_lines (id, ticket_id, position, product_id, name, portion_id, portion_code,
                                grade, allergens, quantity, base_price_minor, unit_price_minor,
                                breakdown, tax_rate_bp, station_id, kitchen_state, verified_at)
SELECT line_id, ticket_id, 1, %(pizza)s, 'Margherita', portion_id, 'P-' || day || 'x' || wedge,
       'A', '{{}}', 1, 8900, 8900,
       '[{{"reason": "base", "amount_minor": 8900, "rule_version": 1}}]', 700, %(station)s,
       'served', at + interval '1 minute' FROM pieces WHERE sold;
INSERT INTO wedge.allocation_decisions (
    id, at, kind, ticket_id, line_id, terminal_id, policy_version, portion_id, score_milli,
    sell_first, reason, note, charged_minor, variance_minor, document)
SELECT gen_random_uuid(), at, 'chosen', ticket_id, line_id,
       (SELECT min(id::text)::uuid FROM wedge.terminals), 1, portion_id, 9500, false, 'oldest', '',
       8900, 0, '{{"grade": "A", "ranking": []}}' FROM pieces WHERE sold;
INSERT INTO wedge.inspections (
    id, at, portion_id, whole_id, product_id, holding_unit_id, kind, step, score, passed, late,
    causes, note, predicted, effective_age_s, staff_id, terminal_id)
SELECT gen_random_uuid(), at, portion_id, whole_id, %(pizza)s, %(unit)s, 'handover', 'handover',
       6.5, false, true, '{{age}}', '', 8, 3600, %(cook)s,
       (SELECT min(id::text)::uuid FROM wedge.terminals)
  FROM pieces WHERE sold AND wedge = {ORDERS - 1};
INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc)
SELECT %(unit)s, at, 63000 FROM generate_series(
    date_trunc('day', now()) - interval '{DAYS} days', now() - interval '1 minute',
    interval '15 minutes') at;
"""
"""Each day one whole: six portions sold, the last of them failed its first check; four expired."""


def write_history(shop: SmallShop) -> None:
    said = {
        "pizza": PIZZA, "unit": CABINET, "station": OVEN, "cook": known_id("kitchen"),
    }  # fmt: skip
    with psycopg.connect(shop.admin_url) as link:
        link.execute("SET wedge.bulk = 'on'")
        # Several statements at once take no parameters on the server's side.
        psycopg.ClientCursor(link).execute(THE_DAYS.encode(), said)
        link.execute("SELECT wedge.feed_bump()")


def older_first(shop: SmallShop) -> None:
    """The first whole was cut an hour before the second; both are still of grade A."""
    with psycopg.connect(shop.admin_url, autocommit=True) as link:
        link.execute("UPDATE wedge.products SET e7_s = 100000 WHERE id = %s", (PIZZA,))
        link.execute("ALTER TABLE wedge.portions DISABLE TRIGGER USER")
        link.execute("UPDATE wedge.portions SET cut_at = cut_at - interval '1 hour',"
                     " expires_at = expires_at - interval '1 hour', initial_quality = 9.2"
                     " WHERE whole_id = %s", (known_id("whole 1"),))  # fmt: skip
        link.execute("ALTER TABLE wedge.portions ENABLE TRIGGER USER")
        link.execute("SELECT wedge.feed_bump()")


def chosen(till: TillDriver, shop: SmallShop, count: int) -> tuple[int, int]:
    """One more tap: by which version it was chosen, and from which whole."""
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"] * count, "held")
    version, code = shop.query(
        "SELECT d.policy_version, w.code FROM wedge.allocation_decisions d"
        " JOIN wedge.portions p ON p.id = d.portion_id JOIN wedge.wholes w ON w.id = p.whole_id"
        " WHERE d.kind = 'chosen' ORDER BY d.at DESC LIMIT 1"
    )[0]
    return version, int(code[-1])


def figures(office: Screen) -> list[tuple[str, Any, Any]]:
    rows = office.program.office._rules._what_if._figures.rows
    return [(row.id, row.now, row.draft) for row in rows]


def drawn(office: Screen, key: str, both: tuple[str, str]) -> bool:
    return (office.text(f"replayNow_{key}"), office.text(f"replayDraft_{key}")) == both


@pytest.mark.spec("FUL-09.3")
def test_thirty_days_are_replayed_and_only_approval_moves_the_tills_choice(
    open_screen: OpenScreen, small_store: SmallShop, connect: Connect, open_till: OpenTill,
    make_terminal: MakeTerminal,
) -> None:  # fmt: skip
    """Weights 0.3, 0.6, 0.1 on the real store: figures for both, version 2, and back as 3."""
    small_store.query(
        "INSERT INTO wedge.staff (id, name, role, pin_salt, pin_verifier)"
        " SELECT gen_random_uuid(), %s, role, pin_salt, pin_verifier FROM wedge.staff"
        " WHERE id = %s", OTHER, known_id("manager"),
    )  # fmt: skip
    url = make_terminal("One")
    write_history(small_store)
    older_first(small_store)
    measured(small_store)
    till = open_till(connect(url))
    Hand(till).sign_in("The cashier", PINS["cashier"])
    till.until(lambda: till.shows("tile_P"), "the tiles")
    assert chosen(till, small_store, 1) == (1, 1), "the oldest of its grade"
    office = open_screen(Mode.MANAGER)
    desk = Hand(office)
    desk.sign_in("The manager", PINS["manager"])
    desk.tap("nav_rules")
    desk.tap("rules_allocation")
    for field, percent in (("margin", "30"), ("quality", "60"), ("waste", "10")):
        desk.write(f"rule_{field}_weight_bp", percent)
    desk.tap("replay_30")
    sold = (DAYS - 1) * ORDERS + 1
    said = f"{sold} orders played again. Nothing was changed."
    office.until(lambda: office.text("replayMessage") == said, "replayed")
    found = {key: (now, draft) for key, now, draft in figures(office)}
    # Of six first checks a day one failed.
    assert found["served"] == (str(sold), str(sold))
    assert found["expired"] == (str((DAYS - 1) * 4),) * 2
    assert found["passed"][0].startswith("83") and found["passed"][1].startswith("83")
    for key, both in found.items():
        office.until(partial(drawn, office, key, both), key)
    assert chosen(till, small_store, 2) == (1, 1), "a draft moves nothing"
    settings = "SELECT (document #>> '{allocation,version}')::int FROM wedge.settings"
    assert small_store.query(f"{settings} ORDER BY version DESC LIMIT 1") == [(None,)]
    put_in_force(office, "Fresher portions first")
    till.until(lambda: till.store.feed.view.settings.allocation.version == 2, "version 2")
    assert chosen(till, small_store, 3) == (2, 2), "the better one"
    desk.tap("ruleBack_2")
    put_in_force(office, "")
    till.until(lambda: till.store.feed.view.settings.allocation.version == 3, "version 3")
    assert chosen(till, small_store, 4) == (3, 1), "the oldest again"
    kept = small_store.query(
        "SELECT c.version, s.name, c.document ->> 'quality_weight_bp' FROM wedge.policy_changes c"
        " JOIN wedge.staff s ON s.id = c.approved_by WHERE section = 'allocation' ORDER BY 1"
    )
    assert kept == [(2, OTHER, "6000"), (3, OTHER, "0")]


def put_in_force(office: Screen, why: str) -> None:
    """The draft gets its reason, where it has none, and the other manager's PIN."""
    hand = Hand(office)
    if why:
        hand.write("ruleNote", why)
    hand.tap("ruleApply")
    hand.approve(OTHER, PINS["manager"])
    office.until(lambda: is_closed(office.window, "approvalSheet"), "the question is closed")
    office.until(lambda: not office.program.office._rules._change._busy, "done")
