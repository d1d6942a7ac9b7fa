"""A product's curve and limit after cutting, kept like a policy of its own (docs/quality.md)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from app.domain.catalog import CurveShape, Product, QualityModel
from app.services.ports import NewProduct
from app.services.save_product import new_product_of
from app.services.store_view import StoreView


def curve_section(product_id: UUID) -> str:
    """The name its versions are kept under."""
    return f"product.{product_id}"


def curve_document(
    quality: QualityModel | None, limit_s: int | None, shape: CurveShape
) -> dict[str, Any]:
    """The curve as the store compares it; `shape` stays where there is no curve."""
    return {
        "e7_s": quality.e7.total_seconds() if quality else None,
        "beta": quality.beta if quality else None,
        "q10": quality.q10 if quality else None,
        "reference_temperature_mc": quality.reference_temperature_mc if quality else None,
        "curve": (quality.shape if quality else shape).value,
        "after_cut_limit_s": limit_s,
    }


def document_of(product: Product) -> dict[str, Any]:
    """The curve in force."""
    limit = product.after_cut_limit
    limit_s = int(limit.total_seconds()) if limit else None
    return curve_document(product.quality, limit_s, CurveShape.WEIBULL)


def curve_subject(product: NewProduct, known: Product | None) -> dict[str, Any]:
    """What another person approves; the store computes the same."""
    shape = known.quality.shape if known and known.quality else CurveShape.WEIBULL
    document = curve_document(product.quality, product.after_cut_limit_s, shape)
    return {"section": curve_section(product.id), "document": document}


def needs_approval(product: NewProduct, view: StoreView) -> bool:
    """Whether the curve of a product becomes another that is on sale or of which some is left."""
    known = view.products.get(product.id)
    if known is None or curve_subject(product, known)["document"] == document_of(known):
        return False
    # The view holds no portion that is served or wasted.
    return known.active or any(each.product_id == known.id for each in view.portions.values())


def with_learned(product: Product, e7: timedelta) -> NewProduct | None:
    """The product with what inspections taught in place of its curve's time; None without one."""
    if product.quality is None:
        return None
    return replace(new_product_of(product), quality=replace(product.quality, e7=e7))


def curve_from(document: Mapping[str, Any]) -> tuple[QualityModel | None, timedelta | None]:
    """The curve and the limit of a kept version."""
    limit_s, e7_s = document["after_cut_limit_s"], document["e7_s"]
    limit = None if limit_s is None else timedelta(seconds=limit_s)
    if e7_s is None:
        return None, limit
    model = QualityModel(
        timedelta(seconds=e7_s), document["beta"], document["q10"],
        document["reference_temperature_mc"], shape=CurveShape(document["curve"]),
    )  # fmt: skip
    return model, limit
