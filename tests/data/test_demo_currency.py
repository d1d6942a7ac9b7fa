"""The demo in another currency: prices of such a shop, its notes, its decimals."""

from importlib import import_module

import pytest

from app.data.demo.currency import LEVELS, NoCurrency, checked_currency, level_of, menu_in
from app.data.demo.menu import read_menu
from app.data.migrate import upgrade
from app.data.server.errors import StoreServerError
from app.demo.shop import refuse_other_currency
from tests.conftest import DropRoles
from tests.support.seed import SmallShop


@pytest.mark.parametrize("currency", [*LEVELS, "ISK", "ARS", "BHD"])
def test_prices_look_like_prices(currency: str) -> None:
    menu, level = menu_in(read_menu(), currency), level_of(currency)
    assert menu.store["currency"] == currency
    for product in menu.products:
        assert product.price_minor % level.step_minor == 0
        assert 0 < product.cost_minor < product.price_minor * 4 // 5
        if product.whole_price_minor is not None and product.portions is not None:
            assert product.whole_price_minor == product.price_minor * product.portions
    notes = menu.store["cash_notes_minor"]
    dearest = max(each.price_minor for each in (*menu.portioned, *menu.plain))
    assert notes == sorted(notes) and dearest <= notes[-1]
    step = menu.policy["pricing"]["rounding_minor"]
    assert level.step_minor % step == 0


def test_slice_costs_what_a_slice_costs_there() -> None:
    prices = {
        code: menu_in(read_menu(), code).products[0].price_minor
        for code in ("THB", "EUR", "JPY", "KWD")
    }
    assert prices == {"THB": 8900, "EUR": 450, "JPY": 530, "KWD": 1100}


def test_typed_currency_is_known_or_refused() -> None:
    assert checked_currency(" eur ") == "EUR"
    with pytest.raises(NoCurrency, match="ISO 4217"):
        checked_currency("euro")


def test_a_demo_in_dinar_keeps_to_it(
    empty_database_url: str, drop_roles: DropRoles, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo = import_module("app.data.demo.fill")
    monkeypatch.setattr(demo, "HISTORY_DAYS", 2)
    upgrade(empty_database_url)
    demo.fill(empty_database_url, "KWD")
    demo.open_day(empty_database_url)
    drop_roles(empty_database_url)
    shop = SmallShop(empty_database_url)
    assert shop.one("SELECT wedge.settings_document() ->> 'currency'") == "KWD"
    assert (
        shop.one("SELECT max(base_price_minor) FROM wedge.products WHERE whole_of_id IS NULL")
        == 1700
    )
    assert shop.one("SELECT count(*) FROM wedge.receipts WHERE total_minor > 40000") == 0
    assert shop.one("SELECT count(*) FROM wedge.check_conservation()") == 0
    assert shop.one("SELECT min(price_minor) FROM wedge.competitor_prices") >= 100
    refuse_other_currency(empty_database_url, None)
    refuse_other_currency(empty_database_url, "KWD")
    with pytest.raises(StoreServerError, match=r"trades in KWD.*--fresh"):
        refuse_other_currency(empty_database_url, "EUR")
