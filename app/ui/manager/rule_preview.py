"""What a draft of the rules would do to today's stock, beside how it is now."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot

from app.domain.policy import PricingPolicy
from app.services.stock_what_if import SECTIONS, Standing, StockEffect, stock_what_if
from app.services.store_view import StoreView
from app.ui.manager.desk import Desk
from app.ui.manager.price_faults import signed
from app.ui.shared import format as text
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate
_SETTLE_MS = 200
"""Typing goes on while the preview of the last letter is still being worked out."""


@dataclass(frozen=True, slots=True)
class StockLine:
    """One product, as it is and as it would be."""

    id: str
    name: str
    told: str
    """Sellable portions, their grades and prices, each now → then."""
    moved: bool


class RulePreview(QObject):
    """`show` takes a draft, None for none; `rows` follow when they are worked out."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows = RowsModel(StockLine, parent=self)
        self._section = ""
        self._draft: Any = None
        self._said = ""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._start)

    def show(self, section: str, draft: Any) -> None:
        """Work out what `draft` would do; a section that no portion feels at once shows nothing."""
        wanted = draft if section in SECTIONS else None
        if isinstance(wanted, PricingPolicy):
            wanted = signed(wanted)
        if (section, wanted) == (self._section, self._draft):
            return
        self._section, self._draft = section, wanted
        if wanted is None:
            self._settle.stop()
            self._rows.set_rows([])
            self._said = ""
            self.changed.emit()
        else:
            self._settle.start()

    @Slot()
    def _start(self) -> None:
        view = self._desk.view
        if view is not None and self._draft is not None:
            work = self._run(view, self._section, self._draft, self._desk.now)
            self._desk.shell.tasks.start(work, name="preview rules")

    async def _run(self, view: StoreView, section: str, draft: Any, now: datetime) -> None:
        # In a thread: every portion is appraised twice.
        found = await asyncio.to_thread(stock_what_if, view, section, draft, now)
        if (section, draft) == (self._section, self._draft):
            self._rows.set_rows([_line(each, view) for each in found])
            self._said = _in_all(section, found)
            self.changed.emit()

    rows = Property(QObject, lambda self: self._rows, constant=True)
    said = Property(str, lambda self: self._said, notify=changed)


def _in_all(section: str, effects: Iterable[StockEffect]) -> str:
    pairs = [(each.now.sellable, each.draft.sellable) for each in effects]
    leave = sum(max(0, now - draft) for now, draft in pairs)
    come = sum(max(0, draft - now) for now, draft in pairs)
    said = _t("Office", "{n} of {all} portions would leave sale at once.").format(
        n=leave, all=sum(now for now, _ in pairs)
    )
    if come:
        said += " " + _t("Office", "{n} would come on sale.").format(n=come)
    if section == "food.jurisdiction":
        said += " " + _t(
            "Office",
            "A shorter limit after cutting holds at once for what is cut already; a longer one only"
            " for later cuts.",
        )
    return said


def _line(effect: StockEffect, view: StoreView) -> StockLine:
    now, draft = effect.now, effect.draft
    return StockLine(
        id=str(effect.product_id),
        name=view.products[effect.product_id].name,
        told=" · ".join(
            (
                _t("Office", "sellable {n}").format(
                    n=_both(str(now.sellable), str(draft.sellable))
                ),
                _both(_grades(now), _grades(draft)),
                _both(_prices(now, view), _prices(draft, view)),
            )
        ),
        moved=now != draft,
    )


def _both(now: str, draft: str) -> str:
    return now if now == draft else f"{now} → {draft}"


def _grades(standing: Standing) -> str:
    named = zip("ABC", standing.grades, strict=True)
    return "  ".join(f"{grade} {count}" for grade, count in named if count) or "–"


def _prices(standing: Standing, view: StoreView) -> str:
    low, high = standing.lowest_minor, standing.highest_minor
    if low is None or high is None:
        return "–"
    shown = text.amount(low, view.settings)
    return shown if low == high else f"{shown}–{text.amount(high, view.settings)}"
