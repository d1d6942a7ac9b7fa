"""Fill a store with a menu of any length, straight into its tables, as its owner may."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import psycopg

from app.domain.catalog import Product
from benchmarks.menu import CATEGORY

_UNIT = UUID(int=(3 << 96))


@dataclass(frozen=True, slots=True)
class Stocked:
    """What was put in: `portion_ids` of the cut wholes, in order of products and wedges."""

    products: tuple[Product, ...]
    portion_ids: tuple[UUID, ...]


def fill(
    admin_url: str, menu: Sequence[Product], *, wholes_each: int, cut_products: int | None = None
) -> Stocked:
    """Add `menu`; its first `cut_products` (all by default) get `wholes_each` fresh cut wholes."""
    cut = menu if cut_products is None else menu[:cut_products]
    with psycopg.connect(admin_url) as link, link.cursor() as cursor:
        cursor.execute("SET wedge.bulk = 'on'")
        _shelf(cursor)
        _products(cursor, menu)
        portions = _portions(cursor, cut, wholes_each)
        cursor.execute("SELECT wedge.feed_bump()")
    return Stocked(tuple(menu), portions)


def _shelf(cursor: psycopg.Cursor[tuple[object, ...]]) -> None:
    cursor.execute(
        "INSERT INTO wedge.categories (id, name, position, portionable) VALUES (%s, %s, 99, true)"
        " ON CONFLICT DO NOTHING",
        (CATEGORY.id, CATEGORY.name),
    )
    cursor.execute(
        "INSERT INTO wedge.holding_units (id, name, kind, min_temperature_mc)"
        " VALUES (%s, 'Benchmark cabinet', 'hot', 60000) ON CONFLICT DO NOTHING",
        (_UNIT,),
    )
    cursor.execute(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, at, temperature_mc)"
        " VALUES (%s, clock_timestamp(), 62000)",
        (_UNIT,),
    )


def _products(cursor: psycopg.Cursor[tuple[object, ...]], menu: Sequence[Product]) -> None:
    cursor.executemany(
        "INSERT INTO wedge.products (id, code_prefix, name, category_id, kind, base_price_minor,"
        " cost_minor, tax_rate_bp, allergens, after_cut_limit_s, e7_s, beta, q10,"
        " reference_temperature_mc, active)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, true)",
        [
            (
                product.id, product.code_prefix, product.name, product.category_id,
                product.kind.value, product.base_price_minor, product.cost_minor,
                product.tax_rate_bp, sorted(product.allergens or ()),
                product.after_cut_limit and int(product.after_cut_limit.total_seconds()),
                product.quality and product.quality.e7.total_seconds(),
                product.quality and product.quality.beta,
                product.quality and product.quality.q10,
                product.quality and product.quality.reference_temperature_mc,
            )
            for product in menu
        ],
    )  # fmt: skip
    cursor.executemany(
        "INSERT INTO wedge.portion_configurations (id, product_id, name, portions_per_whole,"
        " standard_weight_mg, is_default) VALUES (%s, %s, %s, %s, %s, %s)",
        [
            (c.id, c.product_id, c.name, c.portions_per_whole, c.standard_weight_mg, c.is_default)
            for product in menu
            for c in product.configurations
        ],
    )


def _portions(
    cursor: psycopg.Cursor[tuple[object, ...]], cut: Sequence[Product], wholes_each: int
) -> tuple[UUID, ...]:
    wholes = []
    portions: list[tuple[UUID, str, UUID, UUID, int, UUID]] = []
    for index, product in enumerate(cut):
        count = product.configurations[0].portions_per_whole
        for batch in range(wholes_each):
            number = index * wholes_each + batch
            whole_id = UUID(int=(4 << 96) + number)
            wholes.append((whole_id, product.id, f"BW-{number}", count))
            portions += [
                (_portion_id(number, wedge), f"B-{number}-{wedge}", product.id,
                 whole_id, wedge, _UNIT)
                for wedge in range(count)
            ]  # fmt: skip
    # As wedge.cut_whole does, all portions of a whole are cut at one moment.
    cursor.executemany(
        "INSERT INTO wedge.wholes (id, product_id, code, state, received_at, expires_at, cut_at,"
        " portions_per_whole) VALUES (%s, %s, %s, 'cut', now(),"
        " now() + interval '1 day', now(), %s)",
        wholes,
    )
    cursor.executemany(
        "INSERT INTO wedge.portions (id, code, product_id, whole_id, wedge, state, cut_at,"
        " expires_at, holding_unit_id, place, weight_mg, initial_quality) VALUES (%s, %s, %s, %s,"
        " %s, 'available', now(), now() + interval '4 hours', %s,"
        " 'shelf 1 / slot 1', NULL, 9.8)",
        portions,
    )
    return tuple(portion[0] for portion in portions)


def portion_id(index: int, *, portions_per_whole: int = 8) -> UUID:
    """The `index`-th portion that `fill` made, counted whole by whole."""
    return _portion_id(*divmod(index, portions_per_whole))


def _portion_id(whole: int, wedge: int) -> UUID:
    return UUID(int=(5 << 96) + whole * 16 + wedge)
