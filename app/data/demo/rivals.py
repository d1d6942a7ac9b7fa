"""What other shops around the demo charge, seen over the last weeks."""

from datetime import datetime, timedelta

import psycopg

from app.data.demo.load import insert
from app.data.demo.menu import Menu, demo_id

SHOPS = (("Corner Slice", 96), ("Station kiosk", 88), ("Napoli Express, delivery", 104))
"""Where prices were seen, and about how many percent of ours they are."""
CHEAP_EVERY = 5
"""Every fifth product is much cheaper elsewhere, so that the page has something to say."""


def insert_rivals(connection: psycopg.Connection, menu: Menu, now: datetime) -> None:
    """One price per product and shop, and a very old one that counts no more."""
    manager = next(person.id for person in menu.staff if person.role == "manager")
    delivery = demo_id("competitors", "first look")
    insert(connection, "competitor_imports", id=delivery, begun_by=manager, begun_at=now,
           done_at=now)  # fmt: skip
    step = menu.policy["pricing"]["rounding_minor"]
    for at, product in enumerate(menu.products):
        for shop, (name, percent) in enumerate(SHOPS):
            share = percent - 20 if at % CHEAP_EVERY == 0 else percent
            seen_on = (now - timedelta(days=3 + 4 * shop + at % 3)).date()
            insert(connection, "competitor_prices", import_id=delivery, product_id=product.id,
                   price_minor=max(step, product.price_minor * share // 100 // step * step),
                   seen_on=seen_on, origin=name)  # fmt: skip
