"""Competitors' prices from a CSV file: every row that cannot be is named, or all are taken."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.domain.prices.competitors import CompetitorPrice

COLUMNS = ("product", "price", "date", "origin")
_LONGEST_ORIGIN = 200
_MOST_MINOR = 2_000_000_000


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be: its line in the file (from 1), the column and what stands there."""

    line: int
    column: str
    text: str


class NoSuchColumns(ValueError):
    """The first line does not name the four columns; the argument lists the missing ones."""


def read_prices(
    lines: Iterable[str],
    products: Mapping[str, UUID],
    decimals: int,
    today: date,
) -> tuple[tuple[CompetitorPrice, ...], tuple[BadRow, ...]]:
    """The prices of a file, and every faulty row; a file with one is not to be used at all.

    The first line names the columns (`product,price,date,origin`, any order; `;` separates as
    well). `products` are ids by `product_key`; `decimals` are the currency's. Raises NoSuchColumns.
    """
    rows = iter(lines)
    header = next(rows, "")
    separator = ";" if header.count(";") > header.count(",") else ","
    names = [name.strip().casefold() for name in header.lstrip("\ufeff").split(separator)]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        raise NoSuchColumns(", ".join(missing))
    at = [names.index(name) for name in COLUMNS]
    reader = csv.reader(rows, delimiter=separator)
    prices: list[CompetitorPrice] = []
    bad: list[BadRow] = []
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        line = reader.line_num + 1
        if len(cells) <= max(at):
            bad.append(BadRow(line, COLUMNS[0], separator.join(cells)))
            continue
        product, price, on, origin = (cells[index].strip() for index in at)
        found = CompetitorPrice(
            products.get(product_key(product), UUID(int=0)),
            _minor(price, decimals),
            _date(on),
            origin,
        )
        wrong = next(_faults(found, today), None)
        if wrong is None:
            prices.append(found)
        else:
            shown = dict(zip(COLUMNS, (product, price, on, origin), strict=True))
            bad.append(BadRow(line, wrong, shown[wrong]))
    return tuple(prices), tuple(bad)


def product_key(name: str) -> str:
    """How a product's name is compared: capitals and outer spaces do not count."""
    return " ".join(name.split()).casefold()


def _faults(price: CompetitorPrice, today: date) -> Iterator[str]:
    if price.product_id.int == 0:
        yield "product"
    if not 0 < price.price_minor <= _MOST_MINOR:
        yield "price"
    if price.on == date.min or price.on > today:
        yield "date"
    if not 0 < len(price.origin) <= _LONGEST_ORIGIN:
        yield "origin"


def _minor(text: str, decimals: int) -> int:
    """Minor units; 0 for what is no amount of the currency."""
    try:
        amount = Decimal(text.replace(",", ".")).scaleb(decimals)
    except ArithmeticError:
        return 0
    # Before it becomes an int: 1e999999999 would take for ever.
    if not amount.is_finite() or abs(amount) > _MOST_MINOR:
        return 0
    if amount != amount.to_integral_value():
        return 0
    return int(amount)


def _date(text: str) -> date:
    """`2026-03-01`; the first day of all for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min
