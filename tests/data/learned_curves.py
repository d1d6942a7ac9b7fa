"""Putting what inspections taught of the seeded pizza in force, as a back office does it."""

import json
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from app.services.product_curve import curve_section
from tests.data.test_approvals import with_pin
from tests.support.seed import CABINET, PIZZA

if TYPE_CHECKING:
    from tests.data.looked_at import Shop


def approved(shop: "Shop", e7_s: float) -> UUID:
    """The manager asks for the pizza's curve with another time, the chief allows it."""
    curve = shop.small.one("SELECT wedge.curve_of(p) FROM wedge.products p WHERE id = %s", PIZZA)
    subject = {"section": curve_section(PIZZA), "document": {**curve, "e7_s": e7_s}}
    approval = uuid4()
    shop.office.act("ask_approval", approval, "policy_change", json.dumps(subject), None, "learned")
    assert with_pin(shop.office, approval, "chief", "654321") == {}
    return approval


def put_in_force(shop: "Shop", e7_s: float, approval: UUID | None) -> None:
    """With the time that was approved."""
    shop.office.act("adopt_curve", PIZZA, CABINET, e7_s, approval)
