"""The demo store's tools and boards, and that its kitchen can cut with them."""

from importlib import import_module

import pytest

from app.data import rows
from app.data.migrate import upgrade
from app.domain.equipment import EquipmentKind
from tests.conftest import DropRoles
from tests.support.seed import SmallShop


def test_the_demos_tools_are_clean_and_have_a_log(
    empty_database_url: str, drop_roles: DropRoles, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo = import_module("app.data.demo.fill")
    monkeypatch.setattr(demo, "HISTORY_DAYS", 2)
    upgrade(empty_database_url)
    demo.fill(empty_database_url)
    drop_roles(empty_database_url)
    shop = SmallShop(empty_database_url)
    view = rows.view(shop.one("SELECT wedge.snapshot()"))
    kinds = [each.kind for each in view.equipment.values()]
    assert kinds.count(EquipmentKind.SURFACE) == 2
    assert kinds.count(EquipmentKind.TOOL) >= 2
    assert all(each.category is None and each.sanitised_by for each in view.equipment.values())
    assert shop.one("SELECT count(*) FROM wedge.sanitations") == 21 * len(view.equipment)
    for portion in view.portions.values():
        assert portion.allergens is not None
        product = view.products[portion.product_id]
        assert frozenset(portion.allergens) == product.allergens
