"""The demo's prices in another currency: what a slice costs there, not what its baht would buy."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from babel.numbers import get_currency_precision, list_currencies

from app.data.demo.menu import Menu, MenuProduct
from app.services.cash import cash_step_minor, usual_notes

HOME = "THB"
LEVELS: dict[str, tuple[str, str]] = {
    "AUD": ("0.075", "0.10"), "BRL": ("0.18", "0.50"), "CAD": ("0.07", "0.25"),
    "CHF": ("0.08", "0.10"), "CNY": ("0.25", "1"), "CZK": ("1", "1"), "DKK": ("0.4", "1"),
    "EUR": ("0.05", "0.10"), "GBP": ("0.045", "0.10"), "HKD": ("0.35", "1"),
    "IDR": ("350", "500"), "INR": ("1.8", "5"), "JPY": ("6", "10"), "KRW": ("55", "100"),
    "KWD": ("0.0125", "0.050"), "MXN": ("0.7", "1"), "MYR": ("0.14", "0.10"),
    "NOK": ("0.55", "1"), "NZD": ("0.08", "0.10"), "PHP": ("1.6", "1"), "PLN": ("0.16", "0.10"),
    "SEK": ("0.5", "1"), "SGD": ("0.07", "0.10"), "TWD": ("1", "1"), "USD": ("0.055", "0.25"),
    "VND": ("600", "1000"), "ZAR": ("0.5", "1"),
}  # fmt: skip
"""By currency: how many units a slice costs for each baht of the menu, and the step that shop
prices come in. Rounded by eye from what such shops ask; no exchange rates."""


class NoCurrency(ValueError):
    """A text that is no ISO 4217 code."""


@dataclass(frozen=True, slots=True)
class PriceLevel:
    """Turns the menu's satang into believable minor units of one currency."""

    per_baht: Decimal
    step_minor: int
    unit_minor: int
    """Minor units in one unit: 100, 1 (yen) or 1000 (dinar)."""

    def price(self, satang: int) -> int:
        """A shop's price: rounded to the step, and never to nothing when it is something."""
        return max(self._rounded(satang, self.step_minor), self.step_minor) if satang else 0

    def cost(self, satang: int) -> int:
        """A cost or a limit: exact to the minor unit."""
        return self._rounded(satang, 1)

    def _rounded(self, satang: int, step: int) -> int:
        steps = Decimal(satang) / 100 * self.per_baht * self.unit_minor / step
        return int(steps.to_integral_value(ROUND_HALF_UP)) * step


def checked_currency(said: str) -> str:
    """The ISO 4217 code that was typed, in capitals. Raises NoCurrency."""
    code = said.strip().upper()
    if code not in list_currencies():
        raise NoCurrency(
            f'"{said}" is no currency: name it by its three letters (ISO 4217), such as EUR.'
        )
    return code


def level_of(currency: str) -> PriceLevel:
    """The price level of a currency.

    One that the table does not know is given that of the euro, or of the yen where it has no
    decimals: a made-up shop needs prices that look like prices.
    """
    unit = 10 ** get_currency_precision(currency)
    if currency == HOME:
        return PriceLevel(Decimal(1), 1, unit)
    per_baht, step = LEVELS.get(currency, LEVELS["EUR" if unit > 1 else "JPY"])
    return PriceLevel(Decimal(per_baht), max(1, int(Decimal(step) * unit)), unit)


def menu_in(menu: Menu, currency: str) -> Menu:
    """`menu` with its prices, notes and rounding in `currency`; itself in the menu's own."""
    if currency == menu.store["currency"]:
        return menu
    level = level_of(currency)
    notes = usual_notes(currency) or tuple(
        each * 10 * level.step_minor for each in (5, 10, 20, 50, 100)
    )
    finer = level.step_minor // (5 if level.step_minor % 2 else 2)
    step = max(cash_step_minor(currency), finer)
    return replace(
        menu,
        store={**menu.store, "currency": currency, "cash_notes_minor": list(notes)},
        policy={**menu.policy, "pricing": {**menu.policy["pricing"], "rounding_minor": step}},
        products=tuple(_product(level, product) for product in menu.products),
        preparations={
            name: {**row, "options": [_option(level, each) for each in row.get("options", ())]}
            for name, row in menu.preparations.items()
        },
    )


def _product(level: PriceLevel, product: MenuProduct) -> MenuProduct:
    price = level.price(product.price_minor)
    whole = None if product.whole_price_minor is None else price * (product.portions or 1)
    return replace(
        product,
        price_minor=price,
        whole_price_minor=whole,
        cost_minor=level.cost(product.cost_minor),
    )


def _option(level: PriceLevel, option: dict[str, Any]) -> dict[str, Any]:
    return {**option, "price_minor": level.price(option.get("price_minor", 0))}
