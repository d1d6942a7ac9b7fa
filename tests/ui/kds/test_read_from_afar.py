"""What a cook reads at arm's length with wet hands: nothing that counts is cut off."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from types import MappingProxyType

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem

from app.services.ports import LinkState, LinkStatus
from app.services.store_view import StoreView
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_id, sample_view
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import NOW, PAID, Screen, with_lines
from tests.ui.kds.test_words_fit import cut_off, small_letters

LONG = "Caramelised aubergine & smoked mozzarella lasagne, our recipe"
UNIT = "Holding cabinet beside the large window, left hand side"
ALL_ALLERGENS = (
    "celery", "crustaceans", "egg", "fish", "gluten", "lupin", "milk", "molluscs", "mustard",
    "peanuts", "sesame", "soy", "sulphites", "tree_nuts",
)  # fmt: skip


def long_winded(view: StoreView) -> StoreView:
    """Everything that has a name has a long one, and every allergen is in the food."""
    lines = [
        replace(line, name=LONG, allergens=ALL_ALLERGENS, holding_unit_name=UNIT)
        for line in view.lines_of(PAID)
    ]
    units = {
        key: replace(unit, name=f"{unit.name} beside the large window")
        for key, unit in view.holding_units.items()
    }
    return replace(with_lines(view, *lines), holding_units=MappingProxyType(units))


def bottom(item: QQuickItem) -> float:
    return item.mapToScene(QPointF(0, item.height())).y()


def whole(screen: Screen, name: str) -> bool:
    """Whether the words of that name are there, none of them cut off."""
    found = screen.all(name)
    return bool(found) and not any(each.property("truncated") for each in found)


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1280, 800)])
def test_allergens_names_and_places_are_never_cut_off(
    shell: Shell, run: Run, size: tuple[int, int]
) -> None:
    screen = Screen(shell, long_winded(sample_view(NOW)))

    async def body() -> None:
        screen.window.resize(*size)
        await screen.sign_in()
        for name in ("allergens", "itemName", "itemWhere", "pointName"):
            await screen.until(partial(whole, screen, name))
        assert "TREE NUTS" in str(screen.item("allergens").property("text"))
        assert "2\u00a0/\u00a0" in str(screen.item("itemWhere").property("text"))
        band, item = screen.item("allergens"), screen.all("itemName")[0]
        await screen.until(lambda: bottom(band) <= item.mapToScene(QPointF(0, 0)).y())
        screen.picture(f"long-winded-{size[0]}")

    run(body())


@pytest.mark.parametrize("size", [(1366, 768), (1280, 800)])
def test_a_gap_and_a_silent_sensor_are_read_across_the_panel(
    shell: Shell, run: Run, size: tuple[int, int]
) -> None:
    screen = Screen(shell, sample_view(NOW))

    async def body() -> None:
        screen.window.resize(*size)
        await screen.sign_in()
        screen.store.advance(40 * 60)
        screen.vm.refresh()
        await screen.until(lambda: whole(screen, "pointSilent"))
        await screen.until(lambda: screen.all("gap_Cabinet 1"))
        panel = screen.item("controlPoints").width()
        await screen.until(lambda: screen.item("gap_Cabinet 1").width() > panel * 0.8)
        screen.picture(f"silent-{size[0]}")

    run(body())


def test_a_unit_is_signed_by_keys_alone_below_zero_too(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))
    unit = sample_id("unit Display 1")

    async def body() -> None:
        await screen.sign_in()
        screen.store.advance(40 * 60)
        screen.vm.refresh()
        screen.key("C")
        await screen.until(lambda: screen.all(f"look_unit_{unit}"))
        assert screen.item(f"look_unit_{unit}").property("text") == "Measure"
        screen.vm.property("checks").look(f"unit_{unit}")
        await screen.until(lambda: screen.all("unitMessage"))
        await screen.until(lambda: "silent" in str(screen.item("unitMessage").property("text")))
        scene.type_text(screen.window, "9999")
        shown = screen.item("unitMessage")
        await screen.until(lambda: "No thermometer" in str(shown.property("text")))
        screen.key("Return")
        await screen.until(lambda: screen.item("unitSign").property("enabled") is False)
        assert screen.store.quality.readings == []
        for _ in range(4):
            screen.key("Backspace")
        scene.type_text(screen.window, "999")
        await screen.until(lambda: "Outside" in str(shown.property("text")))
        for _ in range(4):
            screen.key("Backspace")
        scene.type_text(screen.window, "12")
        screen.key("Minus")
        await screen.until(lambda: "1.2" in str(screen.item("unitTemperature").property("text")))
        screen.picture("unit")
        screen.key("Return")
        await screen.until(lambda: screen.store.quality.readings)
        assert screen.store.quality.readings == [(unit, "hand: Ploy", -1_200)]

    run(body())


@pytest.mark.parametrize("language", ["en", "th"])
def test_signing_in_and_approving_have_large_letters_too(
    shell: Shell, run: Run, language: str
) -> None:
    shell.use_locale(language)
    view = sample_view(NOW)
    soon = {
        key: replace(each, expires_at=NOW + timedelta(minutes=10))
        for key, each in view.portions.items()
        if each.product_id == sample_id("product P") and each.ticket_id is None
    }
    screen = Screen(shell, replace(view, portions=MappingProxyType({**view.portions, **soon})))

    async def body() -> None:
        screen.window.resize(1280, 800)
        await screen.click("staff_Ploy")
        await screen.until(lambda: screen.all("pinBack"))
        screen.window.grabWindow()
        assert cut_off(screen) == []
        assert small_letters(screen) == []
        await screen.click("pinBack")
        await screen.sign_in()
        lot = screen.vm.property("checks").property("lists").property("leaving").rows[0]
        screen.vm.property("checks").other(lot.key)
        await screen.until(lambda: screen.all("approvalReason_0") or screen.all("score_8"))
        screen.window.grabWindow()
        assert small_letters(screen) == []
        assert cut_off(screen) == []

    run(body())


def test_the_bump_bar_opens_every_sheet_and_puts_a_banner_away(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))

    async def body() -> None:
        screen.window.resize(1366, 768)
        await screen.sign_in()
        screen.key("A")
        await screen.until(lambda: screen.all("cut_title"))
        screen.key("A")
        await screen.until(lambda: not screen.all("cut_title"))
        screen.key("C")
        await screen.until(lambda: screen.all("sheetTitle"))
        screen.key("Escape")
        await screen.until(lambda: not screen.all("sheetTitle"))
        screen.vm.property("banner").show("That did not work", "Try again.")
        await screen.until(lambda: screen.all("banner"))
        screen.key("Escape")
        await screen.until(lambda: not screen.all("banner"))

    run(body())


def test_a_lost_screen_is_grey_and_still_read(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))

    async def body() -> None:
        await screen.sign_in()
        screen.store.set_status(LinkStatus(LinkState.LOST, None, NOW))
        await screen.until(lambda: screen.all("lostNotice"))
        card = next(
            each
            for each in scene.visible_items(screen.window)
            if each.objectName().startswith("ticket_")
        )
        above = card.parentItem().parentItem()
        await screen.until(lambda: above.opacity() == 0.9)

    run(body())
