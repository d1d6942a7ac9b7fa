"""Menus of any length, for benchmarks: believable names in Latin and Thai script."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count, cycle, islice, product
from uuid import UUID

from app.domain.catalog import Category, PortionConfiguration, Product, ProductKind, QualityModel

_FIRST = (
    "Margherita", "Four cheeses", "Smoked", "Crème brûlée", "Lemon", "Matcha", "Dark chocolate",
    "พิซซ่า", "เค้กมะพร้าว", "Blueberry", "Roast pumpkin", "Truffle", "Hazelnut", "Käse", "Apple",
)  # fmt: skip
_SECOND = (
    "pizza", "tart", "pie", "cake", "casserole", "ครีมชีส", "cheesecake", "galette", "quiche",
    "focaccia", "Sachertorte", "gâteau", "strudel",
)  # fmt: skip
_THIRD = ("", "of the house", "with basil", "extra", "small", "large", "vegan", "สูตรพิเศษ")

CATEGORY = Category(UUID(int=0xCA7E), "Everything", 0, True)


def names() -> Iterator[str]:
    """Endless distinct product names."""
    for round_number in count(1):
        for words in product(_THIRD, _SECOND, _FIRST):
            third, second, first = words
            name = f"{first} {second} {third}".strip()
            yield name if round_number == 1 else f"{name} {round_number}"


def products(number: int, *, portions: int = 8) -> tuple[Product, ...]:
    """`number` portioned products with ids that stay the same from run to run."""
    prefixes = cycle("MFSCLTDPKBRH")
    return tuple(
        _product(index, name, f"{prefix}{index}", portions)
        for index, (name, prefix) in enumerate(zip(islice(names(), number), prefixes, strict=False))
    )


def _product(index: int, name: str, prefix: str, portions: int) -> Product:
    product_id = UUID(int=(1 << 96) + index)
    cut = PortionConfiguration(
        id=UUID(int=(2 << 96) + index),
        product_id=product_id,
        name=f"1/{portions}",
        portions_per_whole=portions,
        standard_weight_mg=None,
        is_default=True,
    )
    return Product(
        id=product_id,
        code_prefix=prefix,
        name=name,
        category_id=CATEGORY.id,
        kind=ProductKind.PORTIONED,
        base_price_minor=8_900,
        cost_minor=2_500,
        tax_rate_bp=700,
        allergens=frozenset({"gluten", "milk"}),
        station_id=None,
        after_cut_limit=timedelta(hours=4),
        quality=QualityModel(timedelta(hours=3), 1.3, 2.0, 62_000),
        configurations=(cut,),
        active=True,
    )
