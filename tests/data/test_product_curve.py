"""The curve of a product on sale changes with two people, is kept, and comes back the same way."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.catalogue import product_map
from app.domain.catalog import CurveShape, ProductKind, QualityModel
from app.domain.people import Mode
from app.services.ports import NewProduct
from app.services.product_curve import curve_document, curve_from, curve_section
from tests.conftest import MakeTerminal
from tests.data.test_approvals import refused, with_pin
from tests.data.test_catalogue import CAKE
from tests.data.test_policies import add_chief
from tests.support.seed import SmallShop, Till

SLOWER = QualityModel(timedelta(minutes=200), 1.25, 1.9, 63_000)
FIELDS = "e7_s, beta, q10, reference_temperature_mc, curve, after_cut_limit_s"


@pytest.fixture
def office(small_store: SmallShop, make_terminal: MakeTerminal) -> Iterator[Till]:
    add_chief(small_store)
    with Till(make_terminal("Office", Mode.MANAGER), "manager") as found:
        yield found


def save(office: Till, product: NewProduct) -> None:
    office.act("save_product", json.dumps(product_map(product)))


def granted(office: Till, product: NewProduct) -> UUID:
    """Asked for by the manager, approved by the chief."""
    document = curve_document(product.quality, product.after_cut_limit_s, CurveShape.WEIBULL)
    subject = json.dumps({"section": curve_section(product.id), "document": document})
    approval = uuid4()
    office.act("ask_approval", approval, "policy_change", subject, None, "timed in the oven")
    assert with_pin(office, approval, "chief", "654321") == {}
    return approval


def test_a_curve_on_sale_changes_with_two_people_and_comes_back(
    small_store: SmallShop, office: Till
) -> None:
    def stored() -> object:
        return small_store.query(f"SELECT {FIELDS} FROM wedge.products WHERE id = %s", CAKE.id)

    save(office, CAKE)
    first = stored()
    slower, longer = replace(CAKE, quality=SLOWER), replace(CAKE, after_cut_limit_s=7200)
    for other in (slower, longer, replace(CAKE, quality=None, kind=ProductKind.PLAIN,
                                          configurations=())):  # fmt: skip
        assert refused(lambda other=other: save(office, other)) == (
            "approval_needed", "policy_change",
        )  # fmt: skip
    approval = granted(office, slower)
    assert refused(lambda: save(office, replace(longer, curve_approval_id=approval))) == (
        "approval_invalid", "subject",
    )  # fmt: skip
    save(office, replace(slower, curve_approval_id=approval))
    save(office, replace(slower, name="Darker cake"))
    ((version, before, note, changed, approved),) = small_store.query(
        "SELECT version, before, note, changed_by, approved_by FROM wedge.policy_changes"
        " WHERE section = %s", curve_section(CAKE.id),
    )  # fmt: skip
    assert (version, note) == (2, "timed in the oven")
    assert changed != approved
    model, limit = curve_from(before)
    assert (model, limit) == (CAKE.quality, timedelta(seconds=3600))
    back = replace(CAKE, quality=model)
    assert refused(lambda: save(office, back))[0] == "approval_needed"
    save(office, replace(back, curve_approval_id=granted(office, back)))
    assert stored() == first
    kept = "SELECT count(*) FROM wedge.policy_changes WHERE section = %s"
    assert small_store.one(kept, curve_section(CAKE.id)) == 2
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        small_store.query("DELETE FROM wedge.policy_changes WHERE section = %s",
                          curve_section(CAKE.id))  # fmt: skip


def test_a_consent_to_a_curve_that_changed_meanwhile_is_stale(office: Till) -> None:
    save(office, CAKE)
    slower, longer = replace(CAKE, quality=SLOWER), replace(CAKE, after_cut_limit_s=7200)
    stale, first = granted(office, longer), granted(office, slower)
    save(office, replace(slower, curve_approval_id=first))
    assert refused(lambda: save(office, replace(longer, curve_approval_id=stale))) == (
        "approval_invalid", "changed",
    )  # fmt: skip
    save(office, replace(longer, curve_approval_id=granted(office, longer)))


def test_what_is_off_sale_and_gone_changes_freely(small_store: SmallShop, office: Till) -> None:
    save(office, replace(CAKE, active=False))
    save(office, replace(CAKE, active=False, quality=SLOWER))
    save(office, replace(CAKE, quality=SLOWER))
    assert refused(lambda: save(office, CAKE))[0] == "approval_needed"
    assert refused(lambda: save(office, replace(CAKE, active=False)))[0] == "approval_needed"
    assert small_store.one("SELECT count(*) FROM wedge.policy_changes") == 0
