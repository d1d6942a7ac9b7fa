"""The demo store's menu, read from resources/demo/menu.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

MENU_FILE = Path(__file__).parents[3] / "resources" / "demo" / "menu.toml"


def demo_id(kind: str, name: str) -> UUID:
    """The same id for the same thing in every demo store, so that pictures can be repeated."""
    return uuid5(NAMESPACE_URL, f"wedge-demo/{kind}/{name}")


@dataclass(frozen=True, slots=True)
class MenuQuality:
    """Decay figures of one kind of food (estimates, see docs/quality.md)."""

    e7_minutes: int
    beta: float
    q10: float
    reference_temperature_mc: int
    shape: str = "weibull"
    """How the score falls (`CurveShape`)."""


@dataclass(frozen=True, slots=True)
class MenuProduct:
    """One product of the file; the fields from `portions` on are None for plain products."""

    prefix: str
    name: str
    category: str
    price_minor: int
    cost_minor: int
    allergens: tuple[str, ...]
    popularity: int
    station: str | None
    portions: int | None
    per_row: int | None
    weight_mg: int | None
    quality: MenuQuality | None
    after_cut_hours: int | None
    whole_shelf_life_hours: int | None
    unit: str | None
    whole_price_minor: int | None = None
    """Where the product is priced by its whole; `price_minor` is then a portion's share."""
    whole_of: str | None = None
    """The prefix of the product of which this one is the whole, sold uncut."""

    @property
    def id(self) -> UUID:
        """The product's id in every demo store."""
        return demo_id("product", self.prefix)


@dataclass(frozen=True, slots=True)
class MenuUnit:
    """A cabinet or display with its critical limits and the temperature it holds in the demo."""

    name: str
    kind: str
    min_temperature_mc: int | None
    max_temperature_mc: int | None
    demo_temperature_mc: int

    @property
    def id(self) -> UUID:
        """The unit's id in every demo store."""
        return demo_id("unit", self.name)


@dataclass(frozen=True, slots=True)
class MenuPerson:
    """A member of the demo's staff with the PIN that `wedge demo` prints."""

    name: str
    role: str
    pin: str

    @property
    def id(self) -> UUID:
        """The person's id in every demo store."""
        return demo_id("staff", self.name)


@dataclass(frozen=True, slots=True)
class Menu:
    """The whole file; `store` and `policy` stay as they are written."""

    store: dict[str, Any]
    policy: dict[str, dict[str, Any]]
    categories: tuple[tuple[str, bool], ...]
    stations: tuple[str, ...]
    units: tuple[MenuUnit, ...]
    products: tuple[MenuProduct, ...]
    staff: tuple[MenuPerson, ...]
    preparations: dict[str, dict[str, Any]]
    """By category: `takes_s` and the options."""

    @property
    def portioned(self) -> tuple[MenuProduct, ...]:
        """The products that are cut into portions."""
        return tuple(product for product in self.products if product.portions is not None)

    @property
    def plain(self) -> tuple[MenuProduct, ...]:
        """The products that are sold by the piece and never were a part of a whole."""
        return tuple(p for p in self.products if p.portions is None and p.whole_of is None)

    @property
    def wholes(self) -> tuple[MenuProduct, ...]:
        """The products that are the whole of another one, sold uncut."""
        return tuple(product for product in self.products if product.whole_of is not None)

    def station_id(self, name: str | None) -> UUID | None:
        """The id of the station of that name; None for goods that no station prepares."""
        return None if name is None else demo_id("station", name)

    def unit_named(self, name: str | None) -> MenuUnit:
        """The unit of that name; KeyError when the file names one it does not describe."""
        for unit in self.units:
            if unit.name == name:
                return unit
        raise KeyError(name)


def read_menu(file: Path = MENU_FILE) -> Menu:
    """Read the menu; KeyError or TOMLDecodeError when the file is not one."""
    with file.open("rb") as source:
        text = tomllib.load(source)
    qualities = {name: MenuQuality(**figures) for name, figures in text["quality"].items()}
    return Menu(
        store=text["store"],
        policy=text["policy"],
        categories=tuple((row["name"], row["portionable"]) for row in text["category"]),
        stations=tuple(row["name"] for row in text["station"]),
        units=tuple(_unit(row) for row in text["holding_unit"]),
        products=tuple(_product(row, qualities) for row in text["product"]),
        staff=tuple(MenuPerson(**row) for row in text["staff"]),
        preparations=text["preparation"],
    )


def _unit(row: dict[str, Any]) -> MenuUnit:
    return MenuUnit(
        name=row["name"],
        kind=row["kind"],
        min_temperature_mc=row.get("min_temperature_mc"),
        max_temperature_mc=row.get("max_temperature_mc"),
        demo_temperature_mc=row["demo_temperature_mc"],
    )


def _product(row: dict[str, Any], qualities: dict[str, MenuQuality]) -> MenuProduct:
    return MenuProduct(
        prefix=row["prefix"],
        name=row["name"],
        category=row["category"],
        price_minor=row["price"],
        cost_minor=row["cost"],
        allergens=tuple(row["allergens"]),
        popularity=row["popularity"],
        station=row.get("station"),
        portions=row.get("portions"),
        per_row=row.get("per_row"),
        weight_mg=row.get("weight_mg"),
        quality=qualities[row["quality"]] if "quality" in row else None,
        after_cut_hours=row.get("after_cut_hours"),
        whole_shelf_life_hours=row.get("whole_shelf_life_hours"),
        unit=row.get("unit"),
        whole_price_minor=row.get("whole_price"),
        whole_of=row.get("whole_of"),
    )
