"""Cash by clicks: whole units, decimals, likely notes."""

from dataclasses import replace

import pytest

from app.ui.pos import typed_cash
from app.ui.shared import scene
from tests.support.sample_store import sample_settings
from tests.ui.pos.conftest import TillDriver


def type_cash(till: TillDriver, keys: str) -> None:
    for key in keys:
        till.tap("cashKey_point" if key == "." else f"cashKey_{key}")


def test_typed_cash_counts_whole_units(selling: TillDriver) -> None:
    selling.tap("tile_P")
    selling.tap("payKey")
    type_cash(selling, "360")
    assert selling.text("tendered") == "360"
    selling.tap("payTyped")
    assert selling.text("change").endswith("261.00")


def test_decimals_follow_the_point(selling: TillDriver) -> None:
    selling.tap("tile_P")
    selling.tap("payKey")
    type_cash(selling, "100.505")
    assert selling.text("tendered") == "100.50"
    selling.tap("payTyped")
    assert selling.text("change").endswith("1.50")


def test_a_likely_note_is_one_tap_and_reads_in_full_at_1024(selling: TillDriver) -> None:
    selling.window.resize(1024, 768)
    for code in ("M", "P", "C", "E1"):
        selling.tap(f"tile_{code}")
    selling.until(lambda: len(selling.lines()) == 4 and selling.item("payKey").isEnabled())
    selling.tap("payKey")
    keys = [selling.item(f"quickCash_{n}") for n in range(4)]
    assert [key.property("text") for key in keys] == ["360.00", "400.00", "500.00", "1,000.00"]
    for key in keys:
        room = key.width() - 2 * float(key.property("leftPadding"))
        assert float(key.property("implicitContentWidth")) <= room
    selling.tap("quickCash_3")
    assert selling.text("change").endswith("643.00")


def test_the_keyboard_types_cash_and_pays(selling: TillDriver) -> None:
    selling.tap("tile_P")
    selling.tap("payKey")
    scene.type_text(selling.window, "2000")
    scene.press_key(selling.window, "Backspace")
    scene.type_text(selling.window, ".5")
    assert selling.text("tendered") == "200.5"
    scene.press_key(selling.window, "Return")
    assert selling.text("change").endswith("101.50")


@pytest.mark.parametrize(
    ("currency", "keys", "minor", "shown"),
    [
        ("THB", "360", 36_000, "360"),
        ("THB", "1000.5", 100_050, "1,000.5"),
        ("THB", ".5", 50, "0.5"),
        ("THB", "0007", 700, "7"),
        ("THB", "12345678", 123_456_700, "1,234,567"),
        ("JPY", "36.0", 360, "360"),
        ("KWD", "1.2345", 1_234, "1.234"),
    ],
)
def test_keys_make_amounts(currency: str, keys: str, minor: int, shown: str) -> None:
    settings = replace(sample_settings(), currency=currency)
    typed = ""
    for key in keys:
        typed = typed_cash.press(typed, key, settings)
    assert typed_cash.minor(typed, settings) == minor
    assert typed_cash.shown(typed, settings) == shown
