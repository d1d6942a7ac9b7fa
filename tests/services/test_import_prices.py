"""A file of prices: the wrong rows are named by line and column, however many there are."""

import time
from datetime import date, timedelta
from uuid import uuid4

import pytest

from app.services.import_prices import BadRow, NoSuchColumns, product_key, read_prices

TODAY = date(2026, 3, 6)
NAMES = [f"Product {n}" for n in range(50)]
PRODUCTS = {product_key(name): uuid4() for name in NAMES}
MANY = 100_000


def many_lines() -> list[str]:
    days = [TODAY - timedelta(days=n) for n in range(40)]
    return ["product,price,date,origin\n"] + [
        f'{NAMES[n % 50]},{2 + n % 300 / 100:.2f},{days[n % 40]},"Shop, {n % 9}"\n'
        for n in range(MANY)
    ]


def test_of_a_hundred_thousand_rows_the_three_wrong_ones_are_named() -> None:
    lines = many_lines()
    lines[17] = "Prodct 3,3.20,2026-03-01,Corner Slice\n"
    lines[50_000] = "Product 3,3.205,2026-03-01,Corner Slice\n"
    lines[100_000] = "Product 3,3.20,2026-02-30,Corner Slice\n"
    begun = time.process_time()
    _prices, bad = read_prices(lines, PRODUCTS, 2, TODAY)
    assert bad == (
        BadRow(18, "product", "Prodct 3"),
        BadRow(50_001, "price", "3.205"),
        BadRow(100_001, "date", "2026-02-30"),
    )
    assert time.process_time() - begun < 5


def test_a_right_file_is_read_whole() -> None:
    prices, bad = read_prices(many_lines(), PRODUCTS, 2, TODAY)
    assert (len(prices), bad) == (MANY, ())
    first = prices[0]
    assert (first.product_id, first.price_minor, first.on) == (
        PRODUCTS["product 0"], 200, TODAY)  # fmt: skip
    assert first.origin == "Shop, 0"


def test_columns_come_in_any_order_and_semicolons_separate() -> None:
    lines = ["\ufeffOrigin;Date;Price;Product\n", "Corner;2026-03-05;3,20;product  7\n", "\n"]
    prices, bad = read_prices(lines, PRODUCTS, 2, TODAY)
    assert bad == ()
    assert [(each.price_minor, each.origin) for each in prices] == [(320, "Corner")]


@pytest.mark.parametrize(
    ("row", "column"),
    [("Product 1,-3.20,2026-03-01,Corner", "price"), ("Product 1,NaN,2026-03-01,Corner", "price"),
     ("Product 1,0,2026-03-01,Corner", "price"), ("Product 1,1e99,2026-03-01,Corner", "price"),
     ("Product 1,1e999999999,2026-03-01,Corner", "price"),
     ("Product 1,3.20,2026-03-07,Corner", "date"), ("Product 1,3.20,2026-03-01,", "origin"),
     ("Product 1,3.20,2026-03-01," + "x" * 201, "origin"), ("Product 1,3.20", "product"),
     (",3.20,2026-03-01,Corner", "product")],
)  # fmt: skip
def test_what_cannot_be_is_named_by_its_column(row: str, column: str) -> None:
    _prices, bad = read_prices(["product,price,date,origin\n", row + "\n"], PRODUCTS, 2, TODAY)
    assert [(each.line, each.column) for each in bad] == [(2, column)]


@pytest.mark.parametrize("lines", [[], ["a,b,c\n"], ["product,price,date\n"]])
def test_a_file_without_the_columns_is_none(lines: list[str]) -> None:
    with pytest.raises(NoSuchColumns):
        read_prices(lines, PRODUCTS, 2, TODAY)
