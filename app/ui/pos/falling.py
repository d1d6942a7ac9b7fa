"""What lies ahead of a portion, in words: when it comes to its next grade boundary."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import Product
from app.domain.outlook import Line, outlook
from app.domain.portion import Portion
from app.services.appraisal import Appraiser
from app.services.portion_age import started_at
from app.services.store_view import StoreView
from app.ui.shared.format import clock

_t = QCoreApplication.translate


def falls(
    view: StoreView, portion: Portion, product: Product, now: datetime
) -> list[dict[str, str]]:
    """When it will come to its next grade boundary, as things stand."""
    unit = view.holding_units.get(portion.holding_unit_id)
    if product.quality is None or unit is None:
        return []
    curve = Appraiser(view).curve(portion.holding_unit_id, product.quality)
    ahead = outlook(
        portion, curve, started_at(view, portion), unit.kind, now, view.settings.quality,
        view.settings.food,
    )  # fmt: skip
    names = {
        Line.BELOW_A: _t("Till", "Falls below A"),
        Line.BELOW_B: _t("Till", "Falls below B"),
        Line.FLOOR: _t("Till", "Falls below the sale floor"),
    }
    due = [(at, names[line]) for at, line in ahead.crossings if line in names]
    return [{"title": title, "value": clock(at, view.settings)} for at, title in due[:1]]
