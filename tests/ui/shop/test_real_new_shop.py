"""An empty store, opened from the command line's functions, sells its first slice."""

from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.data.migrate import upgrade
from app.data.shop_setup import add_person, open_store
from app.data.store import PgStore
from app.data.terminal_desk import register_terminal
from app.domain.catalog import BaseUnit, ProductKind, QualityModel
from app.domain.ids import new_id
from app.domain.people import Mode, Role
from app.services.ports import NewConfiguration, NewProduct
from app.services.store_opening import Facts, opening_settings
from tests.conftest import DropRoles
from tests.support.hand import Hand
from tests.support.seed import SmallShop
from tests.ui.pos.conftest import PATIENCE_MS, Connect, OpenTill

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Done = Callable[[Coroutine[Any, Any, Any]], Any]
EURO = Facts(name="Corner Slice", country="FR", tax_rate="10", time_zone="Europe/Paris")


@pytest.fixture
def done(loop: Any, qtbot: QtBot) -> Done:
    """Run one call of a store to its end while the windows live on."""

    def run(call: Coroutine[Any, Any, Any]) -> Any:
        task = loop.create_task(call)
        qtbot.waitUntil(task.done, timeout=PATIENCE_MS)
        return task.result()

    return run


def product_of(store: PgStore) -> NewProduct:
    view = store.feed.view
    assert view is not None
    return NewProduct(
        id=new_id(), name="Margherita", kind=ProductKind.PORTIONED, base_unit=BaseUnit.WHOLE,
        category_id=next(each.id for each in view.categories.values() if each.name == "Pizza"),
        base_price_minor=350, cost_minor=90, tax_rate_bp=view.settings.tax_rate_bp or 0,
        allergens=frozenset({"milk", "gluten"}), station_id=next(iter(view.stations)),
        after_cut_limit_s=4 * 3600, quality=QualityModel(timedelta(minutes=150), 1.3, 1.8, 63_000),
        min_portion_bp=8500, max_portion_bp=11500,
        configurations=(NewConfiguration(new_id(), "1/8", 8, 120_000, is_default=True),),
        active=True,
    )  # fmt: skip


def stock(store: PgStore, done: Done) -> None:
    """The administrator makes a product, receives one whole and cuts it into the hot cabinet."""
    view = store.feed.view
    assert view is not None
    who = done(store.staff.sign_in(next(iter(view.staff)), "678901"))
    product = product_of(store)
    done(store.catalogue.save_product(who, request=new_id(), product=product))
    hot = next(each.id for each in view.holding_units.values() if each.kind == "hot")
    done(store.stock.record_temperature(request=new_id(), holding_unit_id=hot,
                                        temperature_mc=65_000))  # fmt: skip
    (whole,) = done(store.stock.receive_wholes(
        who, request=new_id(), product_id=product.id, quantity=1,
        expires_at=store.feed.now() + timedelta(hours=4)))  # fmt: skip
    done(store.stock.cut_whole(
        who, request=new_id(), whole_id=whole, configuration_id=product.configurations[0].id,
        portions=8, holding_unit_id=hot, shelf="A", presentation=9.5))  # fmt: skip


def test_an_empty_store_is_opened_staffed_and_sells_in_its_own_currency(
    empty_database_url: str,
    drop_roles: DropRoles,
    connect: Connect,
    open_till: OpenTill,
    done: Done,
) -> None:
    admin = empty_database_url
    upgrade(admin)
    open_store(admin, opening_settings(EURO))
    till_url, _ = register_terminal(admin, name="Till 1", mode=Mode.POS)
    office_url, _ = register_terminal(admin, name="Office", mode=Mode.MANAGER)
    drop_roles(admin)
    till = open_till(connect(till_url))
    hand = Hand(till)
    till.until(lambda: till.store.feed.view is not None, "the picture of the empty store")
    till.until(lambda: till.shows("signInEmpty"), "nobody may sign in yet")
    add_person(admin, name="Mali", role=Role.ADMINISTRATOR, pin="678901")
    add_person(admin, name="Nok", role=Role.CASHIER, pin="1234")
    hand.sign_in("Nok", "1234")
    office = connect(office_url)
    till.until(lambda: office.feed.view is not None, "the office has its picture")
    stock(office, done)
    hand.tap("tile_M")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"], "held")
    hand.tap("explainedKey")
    hand.tap("exactKey")
    hand.tap("nextOrder")
    # Grade A costs a tenth more than the 3.50 it is based on.
    found = SmallShop(admin).query("SELECT total_minor, tax_minor FROM wedge.receipts")
    assert found == [(385, 35)]
