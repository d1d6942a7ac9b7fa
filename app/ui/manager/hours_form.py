"""Slow and peak hours, and margins of single products, as forms."""

from collections.abc import Callable
from fractions import Fraction
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.ids import new_id
from app.domain.policy import StoreSettings
from app.domain.prices.rules import Justification, PriceWindow, ProductMargin
from app.services.policy_form import share_text
from app.services.store_view import StoreView
from app.ui.manager.list_editor import RuleLine, Shape
from app.ui.manager.rule_fields import read_percent, read_text
from app.ui.manager.schedule_fields import Values, read_date, read_schedule, schedule_values
from app.ui.manager.schedule_words import schedule_words
from app.ui.manager.typed import Fault, Faults

_t = QCoreApplication.translate
View = Callable[[], StoreView]


def hours_shape(view: View) -> Shape:
    """How slow and peak hours are shown, filled in and read."""
    return Shape(
        key=lambda window: window.id,
        line=lambda window, new: _hours_line(window, new, view().settings),
        blank=lambda: hours_values(PriceWindow(str(new_id()), "", Fraction(0))),
        values=hours_values,
        read=read_hours,
    )


def hours_values(window: PriceWindow) -> Values:
    """The form of one entry."""
    reason = window.justification
    return {
        "id": window.id,
        "name": window.name,
        "points": share_text(window.points) if window.points else "",
        **schedule_values(window.schedule),
        "analysis": reason.text if reason else "",
        "author": reason.author if reason else "",
        "on": reason.on.isoformat() if reason else "",
    }


def read_hours(values: Values) -> tuple[PriceWindow | None, Faults]:
    """The hours in a form, or None with every fault; a surcharge needs its market analysis."""
    faults: Faults = {}
    name = read_text("name", values, faults)
    points = read_percent("points", values, faults)
    if points == 0 and "points" not in faults:
        faults["points"] = Fault.NOT_ZERO
    schedule = read_schedule(values, faults)
    reason = None
    if points > 0:
        analysis = read_text("analysis", values, faults, 2000)
        author = read_text("author", values, faults)
        on = read_date("on", values, faults, needed=True)
        reason = Justification(analysis, author, on) if on else None
    if faults:
        return None, faults
    return PriceWindow(values["id"], name, points, schedule, reason), {}


def _hours_line(window: PriceWindow, new: bool, settings: StoreSettings) -> RuleLine:
    reason, note = window.justification, ""
    if reason is not None:
        note = _t("Office", "“{text}” {author}, {day}; approved by {who}").format(
            text=reason.text,
            author=reason.author,
            day=reason.on.isoformat(),
            who=reason.approved_by or _t("Office", "nobody yet"),
        )
    sign = "+" if window.points > 0 else ""
    share = f"{sign}{share_text(window.points)}".replace("-", "−")
    return RuleLine(
        window.id, window.name, f"{share} · {schedule_words(window.schedule, settings)}", note, new
    )


def margin_shape(view: View) -> Shape:
    """How margins of single products are shown, filled in and read."""
    return Shape(
        key=lambda margin: str(margin.product_id),
        line=lambda margin, new: _margin_line(margin, new, view()),
        blank=lambda: {"product": "", "margin": ""},
        values=lambda margin: {
            "product": str(margin.product_id),
            "margin": share_text(margin.min_margin),
        },
        read=read_margin,
    )


def read_margin(values: Values) -> tuple[ProductMargin | None, Faults]:
    """The margin in a form, or None with every fault."""
    faults: Faults = {}
    if not values["product"]:
        faults["product"] = Fault.MISSING
    margin = read_percent("margin", values, faults)
    if not 0 <= margin < 1:
        faults["margin"] = Fault.OUT_OF_RANGE
    if faults:
        return None, faults
    return ProductMargin(UUID(values["product"]), margin), {}


def _margin_line(margin: ProductMargin, new: bool, view: StoreView) -> RuleLine:
    product = view.products.get(margin.product_id)
    name = product.name if product else _t("Office", "A product no longer sold")
    least = _t("Office", "at least {share} of the price").format(
        share=share_text(margin.min_margin)
    )
    return RuleLine(str(margin.product_id), name, least, "", new)
