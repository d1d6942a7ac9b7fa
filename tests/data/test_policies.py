"""The rules change only as new versions that a second person approved, and can come back."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, date, datetime, time
from fractions import Fraction
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.store import PgStore
from app.domain.approval import ApprovalState
from app.domain.ids import new_id
from app.domain.people import Mode, Session
from app.domain.prices.inputs import PortionFacts
from app.domain.prices.promotion import Circumstances
from app.domain.prices.rules import Justification, PriceWindow
from app.domain.prices.schedule import ALWAYS, Schedule, wall_clock
from app.services.offers import Offer, derive_offer
from app.services.policy_codec import to_document
from app.services.refusal import RefusalCode, Refused
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import until
from tests.domain.price_cases import inputs_of
from tests.support.seed import CABINET, PINS, SmallShop, Till, known_id

Loop = asyncio.AbstractEventLoop


class Office:
    """A back office with the manager at work; the administrator approves beside."""

    def __init__(self, store: PgStore, loop: Loop) -> None:
        self.store, self.loop = store, loop
        until(loop, lambda: store.feed.view is not None)
        self.session: Session = self.wait(store.staff.sign_in(known_id("manager"), PINS["manager"]))

    def wait(self, work: Any) -> Any:
        return self.loop.run_until_complete(work)

    def approval(self, section: str, document: dict[str, Any], *, grant: bool = True) -> UUID:
        approval = new_id()
        subject = {"section": section,
                   "document": {k: v for k, v in document.items() if k != "version"}}  # fmt: skip
        self.wait(self.store.approvals.ask(
            self.session, request=new_id(), approval_id=approval, action="policy_change",
            subject=subject, amount_minor=None, reason="spring prices"))  # fmt: skip
        if grant:
            self.wait(self.store.approvals.approve_with_pin(
                self.session, approval_id=approval, staff_id=known_id("chief"), pin="654321"
            ))  # fmt: skip
        return approval

    def change(self, section: str, document: dict[str, Any], approval: UUID | None = None) -> Any:
        approval = approval or self.approval(section, document)
        return self.wait(self.store.policies.change(
            self.session, request=new_id(), section=section, document=document,
            note="spring prices", approval_id=approval))  # fmt: skip


@pytest.fixture
def office(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> Office:
    add_chief(small_store)
    return Office(open_store(make_terminal("Office", Mode.MANAGER)), io_loop)


def add_chief(shop: SmallShop) -> None:
    from app.data.pins import derive, verifier_of

    salt = known_id("chief").bytes
    shop.query(
        "INSERT INTO wedge.staff (id, name, role, pin_salt, pin_verifier) "
        "VALUES (%s, 'The chief', 'administrator', %s, %s)",
        known_id("chief"), salt, verifier_of(derive("654321", salt)),
    )  # fmt: skip


def test_a_change_is_a_new_version_seen_by_every_screen(office: Office) -> None:
    view = office.store.feed.view
    assert view is not None
    pricing = replace(view.settings.pricing, max_change=Fraction(1, 4))
    assert office.change("pricing", to_document(pricing)) == 2
    until(office.loop, lambda: _settings(office).pricing.version == 2)
    assert _settings(office).pricing == replace(pricing, version=2)
    (version,) = office.wait(office.store.policies.history("pricing"))
    assert (version.changed_by, version.approved_by) == ("The manager", "The chief")
    assert version.before["max_change"] == "3/10" and version.document["max_change"] == "1/4"
    until(office.loop, lambda: all(
        each.state is ApprovalState.USED for each in office.store.feed.view.approvals.values()))  # type: ignore[union-attr]  # fmt: skip


def test_an_older_version_comes_back_as_a_newer_one(office: Office) -> None:
    before = to_document(_settings(office).pricing)
    office.change("pricing", {**before, "max_change": "1/5"})
    assert office.change("pricing", before) == 3
    until(office.loop, lambda: _settings(office).pricing.version == 3)
    assert _settings(office).pricing.max_change == Fraction(3, 10)
    history = office.wait(office.store.policies.history("pricing"))
    assert [each.version for each in history] == [3, 2]


def test_a_consent_to_rules_that_changed_meanwhile_is_stale(office: Office) -> None:
    """It would undo the other change unseen; one to another section stands."""
    before = to_document(_settings(office).pricing)
    portions = to_document(replace(_settings(office).food.portions, most_percent=110))
    dearer = {**before, "max_change": "1/4"}
    stale, other = office.approval("pricing", dearer), office.approval("food.portions", portions)
    assert office.change("pricing", {**before, "max_change": "1/5"}) == 2
    with pytest.raises(Refused) as error:
        office.change("pricing", dearer, stale)
    assert (error.value.code, error.value.detail) == (RefusalCode.APPROVAL_INVALID, "changed")
    assert office.change("food.portions", portions, other) == 2
    assert office.change("pricing", dearer) == 3


def test_a_section_that_the_store_never_wrote_begins_with_its_default(office: Office) -> None:
    portions = replace(_settings(office).food.portions, most_percent=110)
    assert office.change("food.portions", to_document(portions)) == 2
    until(office.loop, lambda: _settings(office).food.portions.most_percent == 110)
    assert _settings(office).food.jurisdiction.profile == "specification"


def test_without_the_second_person_nothing_changes(office: Office, small_store: SmallShop) -> None:
    document = {**to_document(_settings(office).pricing), "max_change": "1/4"}
    asked = office.approval("pricing", document, grant=False)
    with pytest.raises(Refused) as refused:
        office.change("pricing", document, asked)
    assert refused.value.code is RefusalCode.APPROVAL_INVALID
    other = office.approval("pricing", {**document, "max_change": "1/10"})
    with pytest.raises(Refused) as refused:
        office.change("pricing", document, other)
    assert (refused.value.code, refused.value.detail) == (
        RefusalCode.APPROVAL_INVALID, "subject")  # fmt: skip
    assert small_store.one("SELECT count(*) FROM wedge.settings") == 1


@pytest.mark.parametrize(
    ("section", "change"),
    [("pricing", {"max_change": "3/2"}), ("pricing", {"min_margin": "1/1"}),
     ("pricing", {"min_margin": "1/0"}), ("pricing", {"rounding_minor": 0}),
     ("pricing", {"max_change": "much"}),
     ("quality", {"grade_b": 9.5}), ("quality", {"sale_floor": 7.5}),
     ("quality", {"markdown_threshold": 6.9})],
)  # fmt: skip
def test_rules_that_contradict_themselves_are_refused(
    office: Office, small_store: SmallShop, section: str, change: dict[str, Any]
) -> None:
    document = {**to_document(getattr(_settings(office), section)), **change}
    approval = office.approval(section, document)
    with pytest.raises(Refused) as refused:
        office.change(section, document, approval)
    assert refused.value.code is RefusalCode.BAD_POLICY
    assert small_store.one("SELECT count(*) FROM wedge.settings") == 1
    assert small_store.one("SELECT state FROM wedge.approvals") == "granted"


def test_history_is_not_rewritten(office: Office, small_store: SmallShop) -> None:
    office.change("pricing", to_document(_settings(office).pricing))
    for statement in ("UPDATE wedge.policy_changes SET note = 'x'",
                      "DELETE FROM wedge.policy_changes"):  # fmt: skip
        with pytest.raises(psycopg.Error, match="append-only"):
            small_store.query(statement)


NOON = Schedule(from_time=time(12), until_time=time(13, 30))
ANALYSIS = Justification("Queues at noon; the neighbours charge more", "Anan", date(2026, 3, 1))
FACTS = PortionFacts(known_id("pizza"), 7200, 8, 300, 0, 9.0, 7200)
PEAK = PriceWindow("lunch", "Lunch", Fraction(1, 10), NOON)


@pytest.mark.spec("BR-10.3")
def test_a_surcharge_needs_its_market_analysis_and_is_approved_with_it(
    office: Office, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    def put(window: PriceWindow) -> PriceWindow:
        pricing = replace(_settings(office).pricing, windows=(window,))
        version = office.change("pricing", to_document(pricing))
        until(office.loop, lambda: _settings(office).pricing.version == version)
        found: PriceWindow = _settings(office).pricing.windows[0]
        return found

    with pytest.raises(Refused) as refused:
        put(PEAK)
    assert refused.value.code is RefusalCode.BAD_POLICY
    assert refused.value.detail == "peak_without_justification: Lunch"
    active = put(replace(PEAK, justification=replace(ANALYSIS, approved_by="Anan himself")))
    assert active.justification == replace(ANALYSIS, approved_by="The chief")
    at_noon = datetime(2026, 3, 6, 12, 30, tzinfo=UTC)
    noon = Circumstances(local=wall_clock(at_noon, "UTC"))
    assert inputs_of(FACTS, noon, 1, _settings(office).pricing).peak_window == "lunch"
    (version,) = office.wait(office.store.policies.history("pricing"))
    shown = version.document["windows"][0]["justification"]
    assert (shown["text"], shown["author"], shown["on"]) == (
        ANALYSIS.text, "Anan", "2026-03-01")  # fmt: skip
    assert (shown["approved_by"], version.approved_by) == ("The chief", "The chief")
    # A till charges it as soon as its hours come.
    put(replace(active, schedule=ALWAYS))
    small_store.query("INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
                      " VALUES (%s, 63000)", CABINET)  # fmt: skip
    until(office.loop, lambda: _costs(office) == 9_800)
    with Till(make_terminal("One")) as till:
        till.act("reserve_first", uuid4(), uuid4(), "counter", told_of(office))
    charged = small_store.query("SELECT unit_price_minor, breakdown FROM wedge.ticket_lines")
    assert [(minor, steps[1]["reason"], steps[1]["amount_minor"]) for minor, steps in charged] == [
        (9_800, "peak", 890)
    ]
    put(active)
    # What stays as it is keeps its name; what is moved is approved anew.
    small_store.query("UPDATE wedge.staff SET name = 'Mali' WHERE id = %s", known_id("chief"))
    assert put(active) == active
    moved = put(replace(active, points=Fraction(1, 5)))
    assert moved.justification == replace(ANALYSIS, approved_by="Mali")


def _costs(office: Office) -> int | None:
    price = _offer(office).price
    return price.amount_minor if price else None


def _offer(office: Office) -> Offer:
    view = office.store.feed.view
    assert view is not None
    return derive_offer(view, known_id("pizza"), office.store.feed.now())


def told_of(office: Office) -> str:
    """The first candidate as a till sends it."""
    best = _offer(office).candidates[0]
    assert best.price_inputs is not None
    steps = [
        {"reason": each.reason.value, "amount_minor": each.amount_minor,
         "rule_version": each.rule_version, "code": each.code, "params": list(each.params)}
        for each in best.breakdown
    ]  # fmt: skip
    return json.dumps(
        [{"portion_id": str(best.portion_id), "epoch": best.epoch, "grade": best.grade.value,
          "unit_price_minor": best.unit_price_minor, "base_price_minor": best.base_price_minor,
          "breakdown": steps, "price_inputs": best.price_inputs.to_map()}]
    )  # fmt: skip


def _settings(office: Office) -> Any:
    view = office.store.feed.view
    assert view is not None
    return view.settings
