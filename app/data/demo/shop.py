"""The demo shop's settings, menu and staff as rows."""

import json
import secrets
from datetime import timedelta
from typing import Any

import psycopg

from app.data.demo.currency import level_of
from app.data.demo.load import insert
from app.data.demo.menu import Menu, MenuProduct, demo_id
from app.data.demo.past_prices import Policies
from app.data.demo.prices import demo_pricing
from app.data.pins import new_verifier
from app.domain.people import Role
from app.domain.policy import QualityPolicy, StoreSettings
from app.services.policy_codec import from_document, to_document


def policies_of(menu: Menu) -> Policies:
    """The menu's policies as the domain knows them."""
    quality = menu.policy["quality"]
    return Policies(
        QualityPolicy(
            version=1,
            grade_a=quality["grade_a"],
            grade_b=quality["grade_b"],
            grade_c=quality["grade_c"],
            markdown_threshold=quality["markdown_threshold"],
            sale_floor=quality["sale_floor"],
            unobserved_after=timedelta(minutes=quality["unobserved_after_minutes"]),
        ),
        demo_pricing(menu),
        menu.store["tax_rate_bp"],
    )


def settings_document(menu: Menu) -> dict[str, Any]:
    """The store's settings as the database keeps them, with every policy written out."""
    level = level_of(menu.store["currency"])
    quality = dict(menu.policy["quality"])
    quality["unobserved_after_s"] = quality.pop("unobserved_after_minutes") * 60
    store = {key: value for key, value in menu.store.items() if key != "name"}
    own = {
        **store,
        "store_name": menu.store["name"],
        "quality": {"version": 1, **quality},
        "pricing": to_document(demo_pricing(menu)),
        # In baht 25.00, the specification's figure, is a single slice.
        "food": {"checkpoints": {"waste_cost_minor": level.price(30_000)}},
        # Every label is read at the pass.
        "kitchen": {"verify_by_code": True},
        # In baht 10.00 would not pay for any slice.
        "refunds": {"cashier_limit_minor": level.price(20_000)},
    }
    return to_document(from_document(StoreSettings, own))


def insert_store(connection: psycopg.Connection, menu: Menu) -> None:
    """Settings, categories, stations and holding units."""
    insert(connection, "settings", version=1, document=json.dumps(settings_document(menu)))
    for position, (name, portionable) in enumerate(menu.categories):
        insert(
            connection,
            "categories",
            id=demo_id("category", name),
            name=name,
            position=position,
            portionable=portionable,
        )
    for name in menu.stations:
        insert(connection, "stations", id=demo_id("station", name), name=name)
    for unit in menu.units:
        insert(
            connection,
            "holding_units",
            id=unit.id,
            name=unit.name,
            kind=unit.kind,
            min_temperature_mc=unit.min_temperature_mc,
            max_temperature_mc=unit.max_temperature_mc,
        )


def insert_products(connection: psycopg.Connection, menu: Menu) -> None:
    """The products with their one configuration each."""
    for product in menu.products:
        quality = product.quality
        prepared = menu.preparations.get(product.category, {})
        insert(
            connection,
            "products",
            id=product.id,
            code_prefix=product.prefix,
            name=product.name,
            category_id=demo_id("category", product.category),
            kind="portioned" if product.portions else "plain",
            base_price_minor=product.price_minor,
            whole_price_minor=product.whole_price_minor,
            whole_of_id=None if product.whole_of is None else demo_id("product", product.whole_of),
            cost_minor=product.cost_minor,
            tax_rate_bp=menu.store["tax_rate_bp"],
            allergens=list(product.allergens),
            station_id=menu.station_id(product.station),
            after_cut_limit_s=product.after_cut_hours and product.after_cut_hours * 3600,
            e7_s=quality and quality.e7_minutes * 60,
            beta=quality and quality.beta,
            q10=quality and quality.q10,
            curve=quality.shape if quality else "weibull",
            reference_temperature_mc=quality and quality.reference_temperature_mc,
            active=True,
            preparations=json.dumps([_option(each) for each in prepared.get("options", ())]),
            preparation_s=prepared.get("takes_s"),
        )
        if product.portions:
            _insert_configuration(connection, product, product.portions)


def _option(option: dict[str, Any]) -> dict[str, Any]:
    return {"price_minor": 0, "seconds": 0, **option}


def _insert_configuration(
    connection: psycopg.Connection, product: MenuProduct, portions: int
) -> None:
    insert(
        connection,
        "portion_configurations",
        id=demo_id("configuration", f"{product.prefix}/{portions}"),
        product_id=product.id,
        name=f"1/{portions}",
        portions_per_whole=portions,
        per_row=product.per_row,
        standard_weight_mg=product.weight_mg,
        is_default=True,
    )


def insert_staff(connection: psycopg.Connection, menu: Menu) -> None:
    """The staff; only verifiers of their PINs are stored."""
    for person in menu.staff:
        salt = secrets.token_bytes(16)
        insert(
            connection,
            "staff",
            id=person.id,
            name=person.name,
            role=person.role,
            pin_salt=salt,
            pin_verifier=new_verifier(person.pin, Role(person.role), salt),
        )
