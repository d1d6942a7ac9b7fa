"""Every stored price comes out again to the cent, whatever rules are in force by now."""

import json
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from app.data.price_audit import audit_prices
from app.data.selling import candidate_map
from app.domain.policy import StoreSettings
from app.domain.portion import Grade
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PriceInputs, score_milli
from app.services.policy_codec import from_document
from app.services.ports import Candidate
from tests.conftest import MakeTerminal
from tests.data.test_prices import set_pricing
from tests.support.seed import DRINK, PRICE_MINOR, SmallShop, Till, portion_ids


def offered(shop: SmallShop, portion: Any, score: float) -> Candidate:
    """What a till offers under the rules in force."""
    document = shop.one("SELECT document FROM wedge.settings ORDER BY version DESC LIMIT 1")
    settings = from_document(StoreSettings, document)
    inputs = PriceInputs(
        settings.pricing.version, settings.quality.version, PRICE_MINOR, 2500, 700,
        score_milli(score), left_s=1500,
    )  # fmt: skip
    price = PriceEngine(settings.quality, settings.pricing).price(inputs)
    return Candidate(
        portion, 0, Grade.C, price.amount_minor, price.base_minor, price.steps, price_inputs=inputs
    )


@pytest.mark.spec("POS-A2.1")
def test_a_sale_recomputes_under_its_own_version_while_another_is_active(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    for _ in range(4):
        set_pricing(
            small_store, grade_factors={"a": "11/10", "b": "1/1", "c": "4/5"},
            sell_by_steps=[{"within_s": 1800, "factor": "3/4"}], rounding_minor=1,
        )  # fmt: skip
    ticket = uuid4()
    with Till(make_terminal("One")) as till:
        candidates = [offered(small_store, each, 7.4) for each in portion_ids()[:2]]
        for each in candidates:
            offer = json.dumps([candidate_map(each)])
            till.act("reserve_first", ticket, uuid4(), "counter", offer)
        till.act("add_plain", ticket, uuid4(), "counter", DRINK, 1)
        total = sum(each.unit_price_minor for each in candidates) + 2000
        till.act("pay_cash", ticket, total, total)
    for _ in range(4):
        version = set_pricing(
            small_store, grade_factors={"a": "1/1", "b": "9/10", "c": "1/1"}, sell_by_steps=[]
        )
    assert version == 9
    stored = small_store.query(
        "SELECT (price_inputs ->> 'pricing_version')::int, (price_inputs ->> 'score_milli')::int,"
        " (price_inputs ->> 'left_s')::int FROM wedge.ticket_lines WHERE portion_id IS NOT NULL"
    )
    assert stored == [(5, 7400, 1500)] * 2
    found = audit_prices(small_store.admin_url)
    assert (found.recomputed, found.only_summed, found.wrong) == (2, 1, ())
    with pytest.raises(ValueError, match="between 0 and 10"):
        offered(small_store, portion_ids()[2], 101)
    # What was changed behind the store's back is named.
    with psycopg.connect(small_store.admin_url) as link:
        link.execute(
            "UPDATE wedge.ticket_lines SET price_inputs = jsonb_set(price_inputs, '{score_milli}',"
            " CASE WHEN portion_code = 'P-100' THEN '101000' ELSE '9500' END::jsonb)"
            " WHERE price_inputs IS NOT NULL"
        )
    wrong = audit_prices(small_store.admin_url).wrong
    assert sorted(each.fault for each in wrong) == ["a score lies between 0 and 10", "amount"]
