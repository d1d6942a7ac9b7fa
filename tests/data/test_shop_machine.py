"""Two tills, a kitchen and an office do whatever they like, in any order, some of it not allowed:
all that is counted stays whole. WEDGE_LONG_RUN=1 lets them go on for a night's worth of steps."""

import json
import os
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from app.data import rows
from app.data.audit import verify
from app.data.price_audit import audit_prices
from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.shop_newer import BROKEN_NEWER, Newer, unbalanced, widen
from tests.data.shop_rules import BROKEN, CUT, OPEN_LINES, PAID_LINES, look_of, offer
from tests.data.test_conservation import Watched, may_be_refused
from tests.support.seed import CABINET, DRINK, TENTHS, SmallShop, Till, known_id

LONG = os.environ.get("WEDGE_LONG_RUN") == "1"
PLACE = st.integers(0, 30)
WAYS = ("accept_lower", "refund", "wait")
GOODS = ("kept", "discarded", "put_back")


class Shop:
    """Who works here, the rows behind them, and the guest's screen that follows the feed."""

    def __init__(self, watched: Watched, tills: tuple[Till, Till], kitchen: Till, office: Till):
        self.codes = widen(watched, office)
        self.rows, self.tills, self.kitchen, self.office = watched, tills, kitchen, office
        self.view = rows.view(watched.one("SELECT wedge.snapshot()"))
        self.guest = uuid4()
        tills[0].act("enrol_guest", self.guest, "Malee", None, None, ["profile"])

    def follow(self) -> None:
        """The picture after the rows since the last look is the picture of now; when a terminal was
        last seen is no change."""
        changes = self.rows.one("SELECT wedge.changes_since(%s)", self.view.seq)["rows"]
        self.view = self.view.fold(rows.change(row) for row in changes)
        now = rows.view(self.rows.one("SELECT wedge.snapshot()"))
        for name in set(now.__dataclass_fields__) - {"terminals"}:
            assert getattr(self.view, name) == getattr(now, name), name

    def pick(self, statement: str, place: int, *arguments: Any) -> Any:
        """One of the newest rows that the statement finds; None where it finds none."""
        found = self.rows.query(f"{statement} LIMIT 6", *arguments)
        return found[place % len(found)] if found else None

    def free(self, count: int = 3) -> list[dict[str, Any]]:
        """Offers of the oldest free portions; a whole is cut when few are left."""
        free = "SELECT id, epoch FROM wedge.portions WHERE state = 'available' ORDER BY code"
        if len(self.rows.query(free)) < 6:
            (whole,) = self.kitchen.act("receive_wholes", *CUT)["ids"]
            self.kitchen.act("cut_whole", whole, TENTHS, 10, CABINET, "A", 9.5, None)
        return [offer(each, epoch) for each, epoch in self.rows.query(f"{free} LIMIT %s", count)]

    def allowed(self, till: Till, action: str, subject: dict[str, Any], minor: int | None) -> UUID:
        """Asked at the till and granted in the office."""
        key = uuid4()
        till.act("ask_approval", key, action, json.dumps(subject), minor, "The guest")
        if till is not self.office:
            self.office.act("decide_approval", key, True, "")
            return key
        # Nobody else works in this office.
        self.rows.query("UPDATE wedge.approvals SET state = 'granted', decided_by = %s,"
                        " decided_at = clock_timestamp() WHERE id = %s",
                        known_id("kitchen"), key)  # fmt: skip
        return key


def machine(shop: Shop) -> type[RuleBasedStateMachine]:
    """The machine over one shop; its state lives in the database and goes on between runs."""
    tills, kitchen, office = shop.tills, shop.kitchen, shop.office

    class Trade(Newer, RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.shop, self.codes = shop, shop.codes
            self.tickets = [uuid4(), uuid4()]
            self.answers: list[tuple[Till, tuple[Any, ...], UUID, Any]] = []

        def act(self, who: Till, function: str, *arguments: Any) -> Any:
            """Do it, and keep the answer: the same request has to give it again at any time."""
            request = uuid4()
            answer = who.act(function, *arguments, request=request)
            if isinstance(answer, dict) and "refused" not in answer:
                self.answers.append((who, (function, *arguments), request, answer))
            return answer

        @rule(place=PLACE, other=st.booleans())
        def repeat(self, place: int, other: bool) -> None:
            """A copy of an earlier request arrives late, perhaps with other words, perhaps from a
            stranger: the first answer, or none."""
            if not self.answers:
                return
            who, words, request, answer = self.answers[-1 - place % len(self.answers)]
            if other:
                with pytest.raises(psycopg.Error, match=r"not_permitted|permission denied"):
                    stranger = tills[1] if who is not tills[1] else tills[0]
                    stranger.act(*words, request=request)
            else:
                assert who.act(words[0], *reversed_ids(words[1:]), request=request) == answer

        # The tills.

        @rule(which=st.integers(0, 1), place=PLACE)
        def reserve(self, which: int, place: int) -> None:
            offers = shop.free()
            with may_be_refused():
                self.act(tills[which], "reserve_first", self.tickets[which], uuid4(), "counter",
                         json.dumps(offers[place % 2:]))  # fmt: skip

        @rule(which=st.integers(0, 1), place=PLACE, later=st.booleans())
        def sell(self, which: int, place: int, later: bool) -> None:
            """Two pieces and the money in one go."""
            self.reserve(which, place)
            self.reserve(which, place + 1)
            if not later:
                self.pay(which, 0)

        @rule(which=st.integers(0, 1), quantity=st.integers(0, 3))
        def drinks(self, which: int, quantity: int) -> None:
            with may_be_refused():
                self.act(tills[which], "add_plain", self.tickets[which], uuid4(), "counter", DRINK,
                         quantity)  # fmt: skip

        @rule(which=st.integers(0, 1), place=PLACE, asked=st.sampled_from((60, 90, 180, 300)),
              agreed=st.booleans())  # fmt: skip
        def own_size(self, which: int, place: int, asked: int, agreed: bool) -> None:
            row = shop.pick(OPEN_LINES, place, self.tickets[which])
            if row is None:
                return
            with may_be_refused():
                price = self.act(tills[which], "ask_size", row[0], 1000 * asked)["price_minor"]
                if not agreed:
                    self.act(tills[which], "drop_size", row[0])
                    return
                subject = {"line_id": str(row[0]), "asked_mg": 1000 * asked, "price_minor": price}
                consent = shop.allowed(tills[which], "non_standard_portion", subject, None)
                self.act(tills[which], "approve_size", row[0], consent)

        @rule(which=st.integers(0, 1), place=PLACE, options=st.sampled_from(([], ["Spicy"])))
        def prepare(self, which: int, place: int, options: list[str]) -> None:
            row = shop.pick(OPEN_LINES, place, self.tickets[which])
            if row is not None:
                with may_be_refused():
                    self.act(tills[which], "prepare_line", row[0], options, "")

        @rule(which=st.integers(0, 1), place=PLACE, why=st.sampled_from(("damaged", "other")))
        def swap(self, which: int, place: int, why: str) -> None:
            row = shop.pick(OPEN_LINES, place, self.tickets[which])
            if row is not None:
                with may_be_refused():
                    self.act(tills[which], "swap_line", row[0], json.dumps(shop.free(1)[0]), why,
                             "So", None)  # fmt: skip

        @rule(which=st.integers(0, 1), place=PLACE, off=st.sampled_from((100, 3000)))
        def discount(self, which: int, place: int, off: int) -> None:
            row = shop.pick(OPEN_LINES, place, self.tickets[which])
            if row is not None:
                with may_be_refused():
                    self.act(tills[which], "discount_line", row[0], off, "The guest", None)

        @rule(which=st.integers(0, 1), place=PLACE)
        def remove(self, which: int, place: int) -> None:
            row = shop.pick(OPEN_LINES, place, self.tickets[which])
            if row is not None:
                with may_be_refused():
                    self.act(tills[which], "remove_line", row[0])

        @rule(which=st.integers(0, 1), named=st.booleans(), points=st.sampled_from((0, 500)))
        def guest(self, which: int, named: bool, points: int) -> None:
            """On the open order, or late on the newest that was paid."""
            ticket = self.tickets[which]
            late = shop.pick("SELECT id FROM wedge.tickets WHERE state IN ('paid', 'closed')"
                             " AND replaces_id IS NULL ORDER BY paid_at DESC", 0)  # fmt: skip
            if late is not None and points and named:
                with may_be_refused():
                    self.act(tills[which], "set_guest", late[0], shop.guest)
            with may_be_refused():
                self.act(tills[which], "set_guest", ticket, shop.guest if named else None)
                row = shop.pick(OPEN_LINES, 0, ticket)
                if row is not None and points:
                    cut = [{"line_id": str(row[0]), "amount_minor": points}]
                    self.act(tills[which], "redeem_points", ticket, json.dumps(cut))

        @rule(which=st.integers(0, 1), wrong=st.sampled_from((0, 0, 0, 1)))
        def pay(self, which: int, wrong: int) -> None:
            ticket = self.tickets[which]
            found = shop.rows.query("SELECT total_minor FROM wedge.tickets WHERE id = %s", ticket)
            total = (found[0][0] if found else 0) - wrong
            with may_be_refused():
                if "refused" not in self.act(tills[which], "pay_cash", ticket, total, 10_000_000):
                    self.tickets[which] = uuid4()

        @rule(which=st.integers(0, 1))
        def void(self, which: int) -> None:
            with may_be_refused():
                self.act(tills[which], "void_ticket", self.tickets[which])
                self.tickets[which] = uuid4()

        @rule()
        def lapse(self) -> None:
            """Every hold runs out; the next heartbeat tidies."""
            shop.rows.query("UPDATE wedge.portions SET reserved_until = clock_timestamp()"
                            " WHERE state = 'reserved'")  # fmt: skip
            kitchen.call("heartbeat")

        # What is given back, at either till.

        @rule(which=st.integers(0, 1), place=PLACE, goods=st.sampled_from(GOODS),
              part=st.sampled_from((None, 700, 10_000_000)), agreed=st.booleans())  # fmt: skip
        def refund(
            self, which: int, place: int, goods: str, part: int | None, agreed: bool
        ) -> None:
            row = shop.pick(PAID_LINES, place)
            if row is None:
                return
            line, ticket, *_ = row
            words = {"line_id": str(line), "goods": goods, "amount_minor": part}
            with may_be_refused():
                consent = None
                if agreed:
                    subject = {"ticket_id": str(ticket)}
                    consent = shop.allowed(tills[which], "refund", subject, 5_000_000)
                self.act(tills[which], "refund_ticket", uuid4(), ticket, json.dumps([words]),
                         "Cold", consent)  # fmt: skip

        @rule(which=st.integers(0, 1), place=PLACE, money=st.booleans(), agreed=st.booleans())
        def complain(self, which: int, place: int, money: bool, agreed: bool) -> None:
            row = shop.pick(PAID_LINES, place)
            if row is None:
                return
            till, complaint, consent = tills[which], uuid4(), None
            kind = "refund" if money else "replacement"
            with may_be_refused():
                self.act(till, "open_complaint", complaint, row[0], "quality", "Cold", 8.0)
                if agreed:
                    subject = {"complaint_id": str(complaint), "kind": kind}
                    consent = shop.allowed(till, "remake", subject, 5_000_000)
                if money:
                    self.act(till, "give_refund", uuid4(), complaint, consent)
                else:
                    self.act(till, "give_replacement", uuid4(), complaint, uuid4(), uuid4(),
                             json.dumps(shop.free()), consent)  # fmt: skip

        @rule(place=PLACE, minor=st.sampled_from((100, 800, 100_000)))
        def late(self, place: int, minor: int) -> None:
            row = shop.pick(PAID_LINES, place)
            if row is not None:
                shop.rows.query("UPDATE wedge.tickets SET paid_at = paid_at - interval '1 hour',"
                                " promised_at = promised_at - interval '1 hour',"
                                " delayed_from = delayed_from - interval '1 hour'"
                                " WHERE id = %s", row[1])  # fmt: skip
                with may_be_refused():
                    self.act(tills[0], "compensate_delay", uuid4(), row[0], minor, "Late", None)

        @rule(which=st.integers(0, 1), place=PLACE, way=st.sampled_from(WAYS),
              price=st.sampled_from((8900, 7900, 6900)), own=st.booleans())  # fmt: skip
        def settle(self, which: int, place: int, way: str, price: int, own: bool) -> None:
            row = shop.pick(PAID_LINES, place)
            if row is None:
                return
            line, _, portion, epoch = row
            offers = [offer(portion, epoch, price, "C")] if own and portion else []
            offers += [offer(UUID(each["portion_id"]), each["epoch"], price, "C")
                       for each in shop.free()]  # fmt: skip
            with may_be_refused():
                self.act(tills[which], "settle_line", line, way, json.dumps(offers), "age", "",
                         uuid4())  # fmt: skip

        # The kitchen and the office.

        @rule(back=st.booleans())
        def serve(self, back: bool) -> None:
            for (ticket,) in shop.rows.query("SELECT id FROM wedge.tickets WHERE state = 'paid'"):
                for (line,) in shop.rows.query(
                    "SELECT id FROM wedge.ticket_lines WHERE ticket_id = %s AND NOT voided"
                    " AND kitchen_state = 'queued'", ticket,
                ):  # fmt: skip
                    with may_be_refused():
                        self.act(kitchen, "verify_line", line, None)
                with may_be_refused():
                    self.act(kitchen, "serve_ticket", ticket)
                    if back:
                        self.act(kitchen, "recall_ticket", ticket)

        @rule(place=PLACE, score=st.sampled_from((6.0, 7.4, 8.4, 9.4)), stand_in=st.booleans())
        def look(self, place: int, score: float, stand_in: bool) -> None:
            row = shop.pick("SELECT id, epoch FROM wedge.portions WHERE state NOT IN ('served',"
                            " 'wasted') ORDER BY ticket_id NULLS LAST, code", place)  # fmt: skip
            if row is not None:
                offers = shop.free() if stand_in else []
                with may_be_refused():
                    self.act(kitchen, "record_inspection", uuid4(), row[0], *look_of(score),
                             json.dumps(offers))  # fmt: skip

        @rule(which=st.integers(0, 1), place=PLACE, scarce=st.booleans())
        def wait(self, which: int, place: int, scarce: bool) -> None:
            """A sold portion is found bad, and its guest waits; perhaps all the others are held."""
            row = shop.pick(PAID_LINES, place)
            if row is None or row[2] is None:
                return
            for _ in range(6 if scarce else 0):
                self.reserve(1 - which, place)
            seen, said = look_of(6.0)
            alone = json.dumps({**json.loads(seen), "kind": "random"})
            with may_be_refused():
                self.act(kitchen, "record_inspection", uuid4(), row[2], alone, said, "[]")
            with may_be_refused():
                self.act(tills[which], "settle_line", row[0], "wait", "[]", "age", "", uuid4())

        @rule(place=PLACE, by_hand=st.booleans())
        def another(self, place: int, by_hand: bool) -> None:
            """A cook takes another portion, by hand or because the first must not go out."""
            row = shop.pick(PAID_LINES, place)
            if row is None:
                return
            offers = shop.free()
            with may_be_refused():
                if by_hand:
                    self.act(kitchen, "swap_paid_line", row[0], json.dumps(offers[0]),
                             json.dumps(offers), "damaged", "", None)  # fmt: skip
                else:
                    self.act(kitchen, "replace_line", row[0], json.dumps(offers))
                    self.act(kitchen, "explain_replacement", row[0], "age", "")

        @rule(place=PLACE)
        def waste(self, place: int) -> None:
            row = shop.pick("SELECT id FROM wedge.portions WHERE state <> 'wasted'"
                            " ORDER BY ticket_id NULLS LAST, code", place)  # fmt: skip
            if row is not None and place % 5 == 0:
                with may_be_refused():
                    self.act(kitchen, "waste_portion", row[0], "dropped")

        @rule(place=PLACE, free=st.booleans())
        def incident(self, place: int, free: bool) -> None:
            """A lot is blocked for allergens, and set free again with the second person's word."""
            whole = shop.pick("SELECT whole_id FROM wedge.portions WHERE state NOT IN ('served',"
                              " 'wasted') ORDER BY code", place)  # fmt: skip
            if whole is None or place % 5:
                return
            incident = uuid4()
            with may_be_refused():
                self.act(kitchen, "report_incident", incident, whole[0], "Nuts")
                if free:
                    subject = {"incident": str(incident)}
                    consent = shop.allowed(office, "allergen_release", subject, None)
                    self.act(office, "release_incident", incident, "Nothing found", consent)

        @rule(limit=st.sampled_from((0, 1000, 20_000)))
        def policy(self, limit: int) -> None:
            document = {"cashier_limit_minor": limit, "window_s": 1209600}
            with may_be_refused():
                subject = {"section": "refunds", "document": document}
                consent = shop.allowed(office, "policy_change", subject, None)
                self.act(office, "change_policy", "refunds", json.dumps(document), "So", consent)

        @invariant()
        def nothing_is_broken(self) -> None:
            for name, statement in (BROKEN | BROKEN_NEWER).items():
                assert shop.rows.query(statement) == [], name

        @invariant()
        def the_picture_follows(self) -> None:
            shop.follow()

        def teardown(self) -> None:
            report = verify(shop.rows.admin_url)
            assert report.ok, report
            prices = audit_prices(shop.rows.admin_url)
            assert prices.wrong == (), prices
            assert unbalanced(shop.rows) == 0

    return Trade


def reversed_ids(words: tuple[Any, ...]) -> tuple[Any, ...]:
    """Other words of the same kind: what is asked under a known request does not matter."""
    return tuple(uuid4() if isinstance(each, UUID) else each for each in words)


@pytest.mark.timeout(3600 if LONG else 120)
def test_whatever_happens_all_that_is_counted_stays_whole(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with (
        Till(make_terminal("One")) as one,
        Till(make_terminal("Two")) as two,
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
        psycopg.connect(small_store.admin_url, autocommit=True) as link,
    ):
        watched = Watched(small_store, link)
        watched.query(
            "UPDATE wedge.products SET preparations = %s WHERE id = %s",
            json.dumps([{"name": "Spicy", "price_minor": 500, "seconds": 10}]), CUT[0],
        )  # fmt: skip
        watched.query("UPDATE wedge.settings SET document ="
                      " jsonb_set(document, '{pricing,rounding_minor}', '1')")  # fmt: skip
        run_state_machine_as_test(
            machine(Shop(watched, (one, two), kitchen, office)),
            settings=settings(
                max_examples=400 if LONG else 14,
                stateful_step_count=50 if LONG else 25,
                deadline=None,
                derandomize=not LONG,
                database=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
