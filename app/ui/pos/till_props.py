"""What the till shows around its pages: the clock, how current it is, notices and the printer."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.services.store_view import StoreView
from app.ui.pos.age import LinkProps
from app.ui.shared.format import clock
from app.ui.shared.legend import legend_notes, legend_rows

_t = QCoreApplication.translate


def till_props(
    view: StoreView | None,
    link: LinkProps,
    now: datetime,
    notice: tuple[str, str],
    printer: tuple[str, int] | None,
) -> dict[str, Any]:
    """`notice` is title and text; `printer` its fault as a sentence and how many receipts wait;
    None when no printer is set up."""
    title, text = notice
    fault, waiting = printer or (_t("Till", "No printer is set up"), 0)
    return {
        "clock": clock(now, view.settings) if view else "",
        "storeName": view.settings.store_name if view else "",
        "legend": legend_rows(view.settings) if view else [],
        "legendNotes": legend_notes(view.settings) if view else [],
        "loading": view is None,
        "stale": link.stale and view is not None,
        "lost": link.lost and view is not None,
        "canSell": link.can_sell,
        "ageText": _t("Till", "not current: {age} s old").format(age=link.age_s),
        "noticeTitle": title,
        "noticeText": text,
        "printerFault": fault,
        "printerText": _printer_words(fault, waiting) if printer else _no_printer(),
    }


def _printer_words(fault: str, waiting: int) -> str:
    if waiting and fault:
        return _t("Till", "{count} receipts wait. Selling goes on.").format(count=waiting)
    if fault:
        return _t("Till", "Receipts will wait. Selling goes on.")
    return _t("Till", "The printer works.")


def _no_printer() -> str:
    return _t(
        "Till",
        "Nothing is printed here; receipts are shown after paying and wait for a printer."
        " Name one in WEDGE_PRINTER and start the till again.",
    )
