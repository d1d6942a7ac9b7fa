"""Lots that a corrective action put on hold, until somebody releases or wastes them."""

from PySide6.QtCore import QCoreApplication

from app.services.corrections import corrections
from app.services.store_view import StoreView
from app.ui.manager.quality_item import QualityItem

_t = QCoreApplication.translate


def held_lots(view: StoreView) -> list[QualityItem]:
    """One row for the lots of each completed corrective action."""
    return [
        QualityItem(
            id=str(each.deviation_id),
            name=_t("Office", "Lots on hold: {unit}").format(unit=each.unit_name),
            detail=", ".join(f"{lot.code} · {lot.portions} × {lot.name}" for lot in each.lots),
            due=_t("Office", "release or waste them"),
            tone="warning",
            kind="held_lots",
            mayClose=False,
            outcome="",
        )
        for each in corrections(view)
        if each.task is None
    ]
