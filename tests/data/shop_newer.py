"""What the machine of tests/data/test_shop_machine.py does with coupons, wholes sold uncut, labels,
temperatures and training, and what must hold of them."""

import json
from typing import Any
from uuid import UUID, uuid4

from hypothesis import strategies as st
from hypothesis.stateful import rule

from app.data.revenue import REVENUE, revenue_of
from tests.data.shop_rules import CUT, PAID_LINES
from tests.data.test_conservation import Watched, may_be_refused
from tests.data.test_prices import entry, step
from tests.data.test_verification import DEMANDED, GOOD
from tests.support.seed import CABINET, CATEGORY, OVEN, PIZZA, Till, known_id

WHOLE = known_id("whole margherita")
WHOLE_MINOR = 60_000
PLACE = st.integers(0, 30)
WHICH = st.integers(0, 1)
OFFERS = [
    {"id": "ten", "name": "Ten off", "kind": "percent", "percent": "1/10", "codes": True,
     "products": [str(PIZZA), str(WHOLE)]},
    {"id": "all", "name": "Spring", "kind": "percent", "percent": "1/20", "coupon": "SPRING",
     "coupon_uses": 7, "coupon_per_guest": 3, "products": []},
]  # fmt: skip
TERMS = {"ten": ("Ten off", "-1000", 10), "all": ("Spring", "-500", 20)}
OF_OPEN = (
    "SELECT id, product_id, quantity, base_price_minor, breakdown FROM wedge.ticket_lines"
    " WHERE ticket_id = %s AND NOT voided AND asked_mg IS NULL AND waits_since IS NULL"
)


def widen(shop: Watched, office: Till) -> list[str]:
    """The menu has the whole pizza, the rules two counted offers; codes of the first."""
    shop.query(
        "INSERT INTO wedge.products (id, code_prefix, name, kind, category_id, base_price_minor,"
        " cost_minor, tax_rate_bp, allergens, active, whole_of_id, station_id) VALUES (%s, 'M',"
        " 'Margherita, whole', 'plain', %s, %s, 700, 700, '{}', true, %s, %s)",
        WHOLE, CATEGORY, WHOLE_MINOR, PIZZA, OVEN,
    )  # fmt: skip
    shop.query("UPDATE wedge.settings SET document = jsonb_set(document, '{pricing,promotions}',"
               " %s::jsonb)", json.dumps(OFFERS))  # fmt: skip
    shop.query(DEMANDED.replace("true", "false"))
    batch = uuid4()
    office.act("make_coupons", batch, "ten", 40, None)
    return list(office.call("coupon_codes", office.session, batch)["codes"])


class Newer:
    """Rules to mix into the machine; `shop`, `tickets` and `act` are the machine's."""

    shop: Any
    codes: list[str]
    tickets: list[UUID]
    act: Any

    @rule(which=WHICH, quantity=st.integers(1, 3))
    def whole(self, which: int, quantity: int) -> None:
        stock = "SELECT count(*) FROM wedge.wholes WHERE state = 'in_stock'"
        if self.shop.rows.one(stock) == 0 and quantity == 1:
            self.act(self.shop.kitchen, "receive_wholes", CUT[0], 4, CUT[2])
        with may_be_refused():
            self.act(self.shop.tills[which], "add_plain", self.tickets[which], uuid4(), "counter",
                     WHOLE, quantity)  # fmt: skip

    @rule(which=WHICH, place=PLACE, quantity=st.integers(0, 4))
    def pieces(self, which: int, place: int, quantity: int) -> None:
        """More or fewer pieces of a line, or another line with some of them at the same price."""
        row = self.shop.pick(f"{OF_OPEN} AND portion_id IS NULL ORDER BY position DESC", place,
                             self.tickets[which])  # fmt: skip
        if row is None:
            return
        line, product, had, _, steps = row
        till = self.shop.tills[which]
        with may_be_refused():
            if place % 2:
                self.act(till, "set_quantity", line, quantity)
            elif 0 < quantity < had:
                self.reprice(which, entry(line, steps, None, had - quantity, product),
                             entry(uuid4(), steps, None, quantity, product))  # fmt: skip

    def reprice(self, which: int, *entries: Any, coupons: Any = ()) -> None:
        rules = self.shop.rows.one("SELECT wedge.price_rules()")
        self.act(self.shop.tills[which], "reprice_ticket", self.tickets[which], rules,
                 list(coupons), None, json.dumps(entries))  # fmt: skip

    @rule(which=WHICH, place=PLACE, offer=st.sampled_from(("ten", "ten", "all")),
          honest=st.booleans())  # fmt: skip
    def coupon(self, which: int, place: int, offer: str, honest: bool) -> None:
        """A code is shown and the order reduced with it; or only reduced, with a stolen token."""
        ticket = self.tickets[which]
        code = "spring" if offer == "all" else self.codes[place % 8]
        if honest:
            with may_be_refused():
                self.act(self.shop.tills[which], "show_coupon", ticket, code)
        name, share, part = TERMS[offer]
        told = self.shop.rows.query("SELECT coupons FROM wedge.tickets WHERE cardinality(coupons)"
                                    " > 0 LIMIT 1")  # fmt: skip
        for line, product, quantity, base, steps in self.shop.rows.query(OF_OPEN, ticket):
            if len(steps) == 1:
                less = [*steps, step("promotion", -base // part, "promotion.percent", name,
                                     share, offer)]  # fmt: skip
                with may_be_refused():
                    self.reprice(which, entry(line, less, None, quantity, product),
                                 coupons=told[0][0] if told else ["SPRING", None])  # fmt: skip

    @rule(place=PLACE, cause=st.sampled_from(("dropped", "cut", "offcut")))
    def stock(self, place: int, cause: str) -> None:
        """A whole is thrown away or cut, whoever holds it."""
        row = self.shop.pick("SELECT id FROM wedge.wholes WHERE state <> 'cut' ORDER BY code DESC",
                             place)  # fmt: skip
        if row is None:
            return
        with may_be_refused():
            if cause == "cut":
                self.act(self.shop.kitchen, "cut_whole", row[0], known_id("tenths"), 10, CABINET,
                         "A", 9.5, None)  # fmt: skip
            elif place % 3 == 0:
                self.act(self.shop.kitchen, "waste_whole", row[0], cause)

    @rule(place=PLACE, good=st.booleans(), right=st.booleans(), stand_in=st.booleans())
    def label(self, place: int, good: bool, right: bool, stand_in: bool) -> None:
        """A label is read before preparation, perhaps another portion's; some do not pass."""
        row = self.shop.pick(PAID_LINES, place)
        if row is None or row[2] is None:
            return
        code = self.shop.rows.one("SELECT code FROM wedge.portions WHERE id = %s", row[2])
        said = {**GOOD, "prepare": place % 2 == 0, "looks_good": good,
                "reason": None if good else "dry edge"}  # fmt: skip
        offers = self.shop.free() if stand_in else []
        with may_be_refused():
            self.act(self.shop.kitchen, "verify_portion", uuid4(), row[0],
                     code if right else "P-000", json.dumps(said), json.dumps(offers))  # fmt: skip

    @rule(demanded=st.booleans())
    def demand(self, demanded: bool) -> None:
        self.shop.rows.query(DEMANDED.replace("true", "true" if demanded else "false"))

    @rule(which=WHICH, place=PLACE, decision=st.sampled_from(("release", "waste", "hold")))
    def too_cold(self, which: int, place: int, decision: str) -> None:
        """A reading outside the limits, a sale in spite of it, and the corrective action."""
        if place % 3:
            return
        rows, kitchen, office = self.shop.rows, self.shop.kitchen, self.shop.office
        of_lots = "SELECT DISTINCT whole_id FROM wedge.portions WHERE deviation_id = %s"
        now = "SELECT clock_timestamp()"

        def read(mc: int) -> None:
            kitchen.call("record_reading", uuid4(), CABINET, "s1", rows.one(now), mc)

        read(50_000)
        with may_be_refused():
            self.act(self.shop.tills[which], "pay_cash", self.tickets[which], 1, 10_000_000)
        row = self.shop.pick(PAID_LINES, place)
        if row is not None:
            with may_be_refused():
                self.act(kitchen, "verify_line", row[0], None)
        read(63_000)
        for (deviation,) in rows.query("SELECT id FROM wedge.deviations WHERE state = 'open'"):
            lots = [lot for (lot,) in rows.query(of_lots, deviation)]
            self.act(office, "complete_correction", deviation, "Open door", "Closed it",
                     json.dumps({str(lot): decision for lot in lots}))  # fmt: skip
            for lot in lots if decision == "hold" else ():
                with may_be_refused():
                    self.act(office, "decide_held_lot", deviation, lot,
                             "release" if place % 2 else "waste")  # fmt: skip

    @rule(lapsed=st.booleans())
    def train(self, lapsed: bool) -> None:
        """A training that has lapsed is renewed before anybody goes on."""
        days = [(-400, -1), (-10, 300)] if lapsed else [(-10, 300)]
        for held, ends in days:
            day = "SELECT (clock_timestamp() AT TIME ZONE 'Asia/Bangkok')::date + %s"
            first, last = (self.shop.rows.one(day, each) for each in (held, ends))
            self.act(self.shop.office, "record_training", uuid4(), known_id("kitchen"), "quality",
                     first, last, "course")  # fmt: skip


def unbalanced(shop: Watched) -> Any:
    """What the revenue report of these days says is missing: nothing."""
    days = "SELECT (clock_timestamp() AT TIME ZONE 'Asia/Bangkok')::date + %s"
    span = {"first": shop.one(days, -2), "last": shop.one(days, 1)}
    found = revenue_of(shop.named(REVENUE, span))
    return found.difference_minor


BROKEN_NEWER = {
    "a whole that no line has": """
        SELECT w.code FROM wedge.wholes w LEFT JOIN wedge.ticket_lines l ON l.id = w.line_id
          LEFT JOIN wedge.tickets t ON t.id = l.ticket_id
         WHERE w.state = 'sold' AND (l.id IS NULL OR l.voided OR t.state = 'voided')""",
    "a line without its wholes": """
        SELECT t.number, l.name FROM wedge.ticket_lines l
          JOIN wedge.tickets t ON t.id = l.ticket_id AND t.state <> 'voided'
          JOIN wedge.products p ON p.id = l.product_id AND p.whole_of_id IS NOT NULL
         WHERE NOT l.voided AND l.quantity - (
             SELECT coalesce(sum(quantity), 0) FROM wedge.refund_items
              WHERE line_id = l.id AND goods = 'put_back')
            <> (SELECT count(*) FROM wedge.wholes WHERE line_id = l.id)""",
    "a coupon used twice": """
        SELECT coupon_id FROM wedge.coupon_uses WHERE state <> 'returned' AND coupon_id IS NOT NULL
         GROUP BY 1 HAVING count(*) > 1
         UNION ALL
        SELECT min(id::text)::uuid FROM wedge.coupon_uses
         WHERE promotion_id = 'all' AND state <> 'returned' HAVING count(*) > 7""",
    "a use whose order says otherwise": """
        SELECT u.state, t.state FROM wedge.coupon_uses u JOIN wedge.tickets t ON t.id = u.ticket_id
         WHERE (u.state = 'held') <> (t.state = 'open') AND u.state <> 'returned'
            OR u.state = 'used' AND t.state = 'voided'
            OR u.state = 'held' AND wedge.coupon_token(u.id, u.promotion_id) <> ALL (t.coupons)
            OR u.state = 'returned' AND t.state = 'open'
               AND wedge.coupon_token(u.id, u.promotion_id) = ANY (t.coupons)""",
    "a counted offer without its use": """
        SELECT t.number, l.name FROM wedge.ticket_lines l
          JOIN wedge.tickets t ON t.id = l.ticket_id AND t.state <> 'voided'
          JOIN LATERAL jsonb_array_elements(l.breakdown) s ON s ->> 'reason' = 'promotion'
         WHERE NOT l.voided AND t.replaces_id IS NULL AND NOT EXISTS (
             SELECT FROM wedge.coupon_uses u
              WHERE u.ticket_id = t.id AND u.promotion_id = s -> 'params' ->> -1
                AND u.state <> 'returned')""",
    "a sale without its cost": """
        SELECT l.name FROM wedge.ticket_lines l
          JOIN wedge.tickets t ON t.id = l.ticket_id AND t.state IN ('paid', 'closed')
         WHERE NOT l.voided AND NOT EXISTS (SELECT FROM wedge.line_costs WHERE line_id = l.id)""",
    "a change that no entry took up": "SELECT xid::text, change FROM wedge.journal_pending",
    "an order still being dealt": "SELECT ticket_id FROM wedge.wholes_dealt",
    "a blocked portion that is free to sell": """
        SELECT p.code FROM wedge.portions p JOIN wedge.deviations d ON d.id = p.deviation_id
         WHERE p.state IN ('available', 'reserved') AND d.state = 'closed' AND NOT EXISTS (
             SELECT FROM wedge.deviation_lots x WHERE x.deviation_id = d.id
                AND x.whole_id = p.whole_id AND x.disposition = 'hold')""",
}
"""What must not be found of them in any state of the shop, by name."""
