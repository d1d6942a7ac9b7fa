"""A believable small store in memory: pizzas, cakes, drinks, staff, readings, some reserved."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar
from uuid import NAMESPACE_OID, UUID, uuid5

from app.domain.catalog import (
    Category,
    CutBy,
    HoldingKind,
    HoldingTemperature,
    HoldingUnit,
    PortionConfiguration,
    Product,
    ProductKind,
    QualityModel,
    Station,
)
from app.domain.cutting_tools import CuttingTool
from app.domain.exposure import ExposureCurve
from app.domain.ids import human_code
from app.domain.people import Mode, Role, Staff, Terminal
from app.domain.policy import PricingPolicy, QualityPolicy, StoreSettings
from app.domain.portion import Inspected, Portion, PortionState, Whole, WholeState
from app.domain.quality import score_of
from app.services.store_view import StoreView

Row = TypeVar("Row")


def sample_id(name: str) -> UUID:
    """The stable id of a sample row, e.g. `sample_id("product M")`, `sample_id("staff Nok")`."""
    return uuid5(NAMESPACE_OID, f"sample {name}")


HOT_SLICE = QualityModel(timedelta(minutes=150), 1.3, 1.8, 63_000)
CAKE = QualityModel(timedelta(hours=48), 1.5, 2.2, 4_000)


class _Menu(NamedTuple):
    prefix: str
    name: str
    category: str
    price_minor: int
    cost_minor: int
    allergens: frozenset[str] | None
    portions: int = 0
    unit: str = ""
    cut_minutes_ago: tuple[int, ...] = ()
    uncut: int = 0


def _has(*allergens: str) -> frozenset[str]:
    return frozenset(allergens)


MENU = (
    _Menu(
        "M", "Margherita", "Pizza", 8900, 3100, _has("gluten", "milk"), 8, "Cabinet 2", (25, 95), 2
    ),
    _Menu(
        "P",
        "Pepperoni",
        "Pizza",
        9900,
        3600,
        _has("gluten", "milk", "sulphites"),
        8,
        "Cabinet 2",
        (10,),
        1,
    ),
    _Menu(
        "F", "Four cheese", "Pizza", 9500, 3900, _has("gluten", "milk"), 8, "Cabinet 1", (130,), 1
    ),
    _Menu("H", "Hawaiian", "Pizza", 9200, 3400, _has("gluten", "milk"), 6, "Cabinet 1", (200,), 1),
    _Menu("V", "Vegan garden", "Pizza", 8900, 2900, _has("gluten", "soy"), 6, "Cabinet 1", (), 1),
    _Menu(
        "C",
        "Chocolate cake",
        "Cake",
        11500,
        4200,
        _has("egg", "gluten", "milk", "soy"),
        12,
        "Display 1",
        (600, 60),
        1,
    ),
    _Menu(
        "K",
        "Carrot cake",
        "Cake",
        10500,
        3700,
        _has("egg", "gluten", "milk", "tree_nuts"),
        8,
        "Display 1",
        (2400,),
        0,
    ),
    _Menu("L", "Lemon tart", "Cake", 9800, 3500, None, 8, "Display 1", (), 1),
    _Menu("E1", "Espresso", "Drinks", 5500, 1400, _has()),
    _Menu("E2", "Iced latte", "Drinks", 7500, 2200, _has("milk")),
    _Menu("E4", "Lime soda", "Drinks", 4500, 900, _has()),
)
"""Four cheese is down to C, Hawaiian below the floor, Vegan sold out, Lemon tart incomplete."""

_UNITS = {
    "Cabinet 1": (HoldingKind.HOT, 60_000, None, 62_400),
    "Cabinet 2": (HoldingKind.HOT, 60_000, None, 63_600),
    "Display 1": (HoldingKind.COLD, 1_667, 5_000, 3_800),
}
_STAFF = {
    "Nok": Role.CASHIER,
    "Somchai": Role.CASHIER,
    "Ploy": Role.KITCHEN,
    "Anan": Role.MANAGER,
    "Dr. Siri": Role.FOOD_SAFETY_MANAGER,
    "Mali": Role.ADMINISTRATOR,
}
_TERMINALS = {
    "Till 1": (Mode.POS, "1"),
    "Till 2": (Mode.POS, "2"),
    "Kitchen": (Mode.KDS, None),
    "Office": (Mode.MANAGER, None),
    "Guest screen": (Mode.CUSTOMER, None),
}


def sample_settings() -> StoreSettings:
    """Prices in satang, Bangkok, the specification's thresholds."""
    return StoreSettings(
        store_name="Sunday Slice & Cake",
        address="88 Charoen Krung Road, Bangkok 10500",
        tax_id="0105569000001",
        currency="THB",
        locale="en_TH",
        time_zone="Asia/Bangkok",
        tax_label="VAT",
        hold_s=300,
        promise_s=360,
        few_left=3,
        cash_notes_minor=(2_000, 5_000, 10_000, 50_000, 100_000),
        quality=QualityPolicy(1, 9.0, 8.0, 7.0, 8.0, 7.0, timedelta(minutes=15)),
        pricing=PricingPolicy(1, Fraction(3, 10), Fraction(1, 5), Fraction(1, 4), 100),
    )


def stocked_view(now: datetime) -> StoreView:
    """The sample store with stock but without any ticket."""
    wholes = [whole for item in MENU for whole in _wholes(item, now)]
    portions = [
        portion for whole in wholes if whole.state is WholeState.CUT for portion in _cut(whole)
    ]
    return StoreView(
        seq=1,
        settings=sample_settings(),
        categories=_by_id(_categories()),
        stations=_by_id(Station(sample_id(f"station {name}"), name) for name in _STATIONS),
        products=_by_id(_product(item) for item in MENU),
        holding_units=_by_id(_holding_units()),
        holding_temperatures=MappingProxyType(
            {sample_id(f"unit {name}"): _readings(name, now) for name in _UNITS}
        ),
        staff=_by_id(
            Staff(sample_id(f"staff {name}"), name, role, name.encode(), True)
            for name, role in _STAFF.items()
        ),
        terminals=_by_id(
            Terminal(sample_id(f"terminal {name}"), name, mode, register, now)
            for name, (mode, register) in _TERMINALS.items()
        ),
        wholes=_by_id(wholes),
        portions=_by_id(inspected_all(portions, now)),
        cutting_tools=_by_id(_tools()),
    )


_STATIONS = ("Slices & pies", "Cakes")


def _by_id(rows: Iterable[Row]) -> Mapping[UUID, Row]:
    def id_of(row: Any) -> UUID:
        found: UUID = row.id
        return found

    return MappingProxyType({id_of(row): row for row in rows})


def _categories() -> list[Category]:
    names = {"Pizza": CutBy.ANGLE, "Cake": CutBy.WEIGHT, "Drinks": None}
    return [
        Category(sample_id(f"category {name}"), name, position, name != "Drinks", cut_by)
        for position, (name, cut_by) in enumerate(names.items())
    ]


def _tools() -> list[CuttingTool]:
    tools = (("PW-1", "Pizza wheel", "Pizza"), ("CK-1", "Cake knife", "Cake"))
    return [
        CuttingTool(
            sample_id(f"tool {code}"), code, name, frozenset({sample_id(f"category {suits}")})
        )
        for code, name, suits in tools
    ]


def _holding_units() -> list[HoldingUnit]:
    return [
        HoldingUnit(sample_id(f"unit {name}"), name, kind, low, high)
        for name, (kind, low, high, _) in _UNITS.items()
    ]


def _readings(unit: str, now: datetime) -> HoldingTemperature:
    """One reading every minute for the last two days, swinging a little around the middle."""
    middle_mc = _UNITS[unit][3]
    newest = now.timestamp() // 60 * 60
    readings = tuple(
        (newest - 60 * age, middle_mc + (age * 37 % 13 - 6) * 40) for age in range(2880, -1, -1)
    )
    return HoldingTemperature(sample_id(f"unit {unit}"), readings)


def _product(item: _Menu) -> Product:
    portioned = item.portions > 0
    product_id = sample_id(f"product {item.prefix}")
    cake = item.category == "Cake"
    configuration = PortionConfiguration(
        id=sample_id(f"configuration {item.prefix}"),
        product_id=product_id,
        name=f"1/{item.portions}",
        portions_per_whole=item.portions,
        standard_weight_mg=100_000 if cake else None,
        is_default=True,
    )
    station = "Cakes" if cake else "Slices & pies"
    return Product(
        id=product_id,
        code_prefix=item.prefix,
        name=item.name,
        category_id=sample_id(f"category {item.category}"),
        kind=ProductKind.PORTIONED if portioned else ProductKind.PLAIN,
        base_price_minor=item.price_minor,
        cost_minor=item.cost_minor,
        tax_rate_bp=700,
        allergens=item.allergens,
        station_id=sample_id(f"station {station}") if portioned else None,
        after_cut_limit=timedelta(hours=72 if cake else 4) if portioned else None,
        quality=(CAKE if cake else HOT_SLICE) if portioned else None,
        configurations=(configuration,) if portioned else (),
        active=True,
        min_portion_bp=8_500,
        max_portion_bp=11_500,
    )


def _wholes(item: _Menu, now: datetime) -> list[Whole]:
    fresh = Whole(
        id=sample_id(f"whole {item.prefix}"),
        product_id=sample_id(f"product {item.prefix}"),
        code="",
        state=WholeState.IN_STOCK,
        received_at=now - timedelta(hours=3),
        expires_at=now + timedelta(hours=96 if item.category == "Cake" else 5),
        cut_at=None,
        portions_per_whole=None,
    )
    uncut = [
        replace(fresh, id=sample_id(f"whole {item.prefix}-W{n}"), code=f"{item.prefix}-W{n}")
        for n in range(1, item.uncut + 1)
    ]
    cut = [
        replace(
            fresh,
            id=sample_id(f"whole {item.prefix}-C{n}"),
            code=f"{item.prefix}-C{n}",
            state=WholeState.CUT,
            cut_at=now - timedelta(minutes=minutes),
            portions_per_whole=item.portions,
        )
        for n, minutes in enumerate(item.cut_minutes_ago, start=1)
    ]
    return uncut + cut


def inspected_all(portions: Iterable[Portion], now: datetime) -> list[Portion]:
    """Each with a look a while ago that agreed with its curve, where one was due since the cut."""
    by_lot: dict[tuple[UUID, datetime], Inspected | None] = {}
    looked = []
    for portion in portions:
        lot = (portion.holding_unit_id, portion.cut_at)
        if lot not in by_lot:
            by_lot[lot] = _look(portion, now)
        looked.append(replace(portion, inspected=by_lot[lot]))
    return looked


def _look(portion: Portion, now: datetime) -> Inspected | None:
    unit = next(each for each in _holding_units() if each.id == portion.holding_unit_id)
    kind = unit.kind
    ago = timedelta(minutes=12) if kind is HoldingKind.HOT else timedelta(hours=3)
    if portion.cut_at >= now - 2 * ago:
        return None
    curve = ExposureCurve(
        _readings(unit.name, now).readings,
        unit,
        HOT_SLICE if kind is HoldingKind.HOT else CAKE,
        timedelta(minutes=15),
    )
    look_at = now - ago
    return Inspected(look_at, score_of(portion, curve, look_at))


def _cut(whole: Whole) -> list[Portion]:
    item = next(each for each in MENU if sample_id(f"product {each.prefix}") == whole.product_id)
    assert whole.cut_at is not None and whole.portions_per_whole is not None
    limit = timedelta(hours=72 if item.category == "Cake" else 4)
    number = 1000 + sum(whole.code.encode()) % 90 * 20
    gone = 2 if whole.code.endswith("C2") else 0
    return [
        Portion(
            id=sample_id(f"portion {whole.code} {wedge}"),
            code=human_code(item.prefix, number + wedge),
            product_id=whole.product_id,
            whole_id=whole.id,
            wedge=wedge,
            state=PortionState.AVAILABLE,
            epoch=1,
            cut_at=whole.cut_at,
            expires_at=min(whole.expires_at, whole.cut_at + limit),
            holding_unit_id=sample_id(f"unit {item.unit}"),
            place=f"2 / {wedge + 1}",
            weight_mg=100_000 - 900 * (wedge % 3) if item.category == "Cake" else None,
            initial_quality=9.8,
            ticket_id=None,
            reserved_until=None,
        )
        for wedge in range(gone, whole.portions_per_whole)
    ]
