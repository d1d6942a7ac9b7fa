"""The demo's tools, checklists and scores, and what waits for its reviewer."""

import tomllib
from typing import Any

import psycopg

from app.data.demo.load import insert
from app.data.demo.menu import MENU_FILE, Menu, demo_id

CARE_FILE = MENU_FILE.with_name("care.toml")


def insert_tools(connection: psycopg.Connection, menu: Menu) -> None:
    """Tools, and what products and categories say of cutting; nothing in an older schema."""
    if not _knows_tools(connection):
        return
    care = _read()
    for tool in care["tool"]:
        suits = [demo_id("category", name) for name in tool["suits"]]
        insert(connection, "cutting_tools", id=demo_id("tool", tool["code"]), code=tool["code"],
               name=tool["name"], suits=suits)  # fmt: skip
    for category, cut_by in care["cut_by"].items():
        connection.execute(
            "UPDATE wedge.categories SET cut_by = %s WHERE id = %s",
            (cut_by, demo_id("category", category)),
        )
    for product in menu.portioned:
        size = care["size"].get(str(product.portions)) if product.category == "Pizza" else None
        connection.execute(
            "UPDATE wedge.products SET size = %s, tool_id = %s, checklist = %s WHERE id = %s",
            (size, _tool_for(care, product.category), care["checklist"].get(product.category, []),
             product.id),
        )  # fmt: skip


def score_displays(connection: psycopg.Connection) -> None:
    """Presentation scores on what was just put out; one portion looks poor, one is too light.

    The light one waits for a reviewer, so that the review has something to show.
    """
    if not _knows_tools(connection):
        return
    connection.execute(
        "UPDATE wedge.portions SET presentation = 8 + (wedge * 7 % 5) * 0.5"
        " WHERE state = 'available' AND presentation IS NULL"
    )
    connection.execute(
        "UPDATE wedge.portions SET presentation = 6.5 WHERE id = ("
        " SELECT p.id FROM wedge.portions p JOIN wedge.products r ON r.id = p.product_id"
        "  WHERE p.state = 'available' AND r.category_id = %s"
        "  ORDER BY p.cut_at DESC, p.wedge DESC LIMIT 1)",
        (demo_id("category", "Pizza"),),
    )
    connection.execute(
        "WITH light AS (UPDATE wedge.portions SET weight_mg = weight_mg * 8 / 10,"
        "   quality_status = 'review', review_causes = '{size}' WHERE id = ("
        "     SELECT p.id FROM wedge.portions p JOIN wedge.products r ON r.id = p.product_id"
        "      WHERE p.state = 'available' AND p.weight_mg IS NOT NULL AND r.category_id = %s"
        "      ORDER BY p.cut_at DESC, p.wedge DESC LIMIT 1)"
        "   RETURNING id, cut_at)"
        " INSERT INTO wedge.quality_reviews (id, portion_id, causes, opened_at)"
        " SELECT gen_random_uuid(), id, '{size}', cut_at FROM light",
        (demo_id("category", "Cake"),),
    )


def _knows_tools(connection: psycopg.Connection) -> bool:
    row = connection.execute("SELECT to_regclass('wedge.cutting_tools') IS NOT NULL").fetchone()
    return row is not None and bool(row[0])


def _tool_for(care: dict[str, Any], category: str) -> Any:
    fitting = [tool["code"] for tool in care["tool"] if category in tool["suits"]]
    return demo_id("tool", fitting[0]) if fitting else None


def _read() -> dict[str, Any]:
    with CARE_FILE.open("rb") as source:
        return tomllib.load(source)
