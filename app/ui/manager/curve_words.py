"""A product's curve in words: each field of two versions that differs, old → new."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import CurveShape
from app.services.policy_form import duration_text
from app.services.product_curve import document_of
from app.services.store_view import StoreView

_t = QCoreApplication.translate


def curve_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """A line for each field that differs."""
    old, new = _told(before), _told(after)
    return [f"{label}: {old[label]} → {new[label]}" for label in old if old[label] != new[label]]


def asked_curve(section: str, document: Mapping[str, Any], view: StoreView) -> list[str] | None:
    """The product and what its curve would become; None when the section is no product's."""
    kind, _, key = section.partition(".")
    if kind != "product":
        return None
    product = view.products.get(UUID(key))
    if product is None:
        return []
    title = _t("Office", "{name}: how it keeps").format(name=product.name)
    return [title, *curve_changes(document_of(product), document)]


def _told(curve: Mapping[str, Any]) -> dict[str, str]:
    mc = curve["reference_temperature_mc"]
    return {
        _t("Office", "Keeps above the sale floor for"): _time(curve["e7_s"]),
        _t("Office", "Course of the fall"): {
            CurveShape.WEIBULL.value: _t("Office", "a curve"),
            CurveShape.LINEAR.value: _t("Office", "a straight line"),
        }.get(curve["curve"], curve["curve"]),
        _t("Office", "Bend of the curve"): _number(curve["beta"]),
        _t("Office", "Temperature factor"): _number(curve["q10"]),
        _t("Office", "At a temperature of"): "–" if mc is None else f"{mc / 1000:g} °C",
        _t("Office", "Sold after cutting for"): _time(curve["after_cut_limit_s"]),
    }


def _time(seconds: float | None) -> str:
    return "–" if seconds is None else duration_text(round(seconds))


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"
