"""A plot of price ladders that follows what is typed, a moment after the last letter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot

from app.domain.policy import PricingPolicy
from app.services.price_ladder import LadderCase, price_ladder
from app.ui.manager.desk import Desk
from app.ui.manager.ladder_plot import Drawn, ladder_plot

_t = QCoreApplication.translate
LadderCases = Sequence[tuple[str, str, LadderCase, PricingPolicy]]
_SETTLE_MS = 250
"""Typing goes on: a ladder takes some milliseconds, and nobody reads one between two letters."""


class LadderModel(QObject):
    """`plot` is what LadderPlot draws, with `empty` when there is nothing to draw.

    `cases` answers (name, tone, product, pricing) of each ladder, the one that is measured by
    last; none while what was typed makes no sense.
    """

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        cases: Callable[[], LadderCases],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._cases = desk, cases
        self._plot: dict[str, object] = {}
        self._drawn_of: object = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._draw)

    def follow(self) -> None:
        """Draw what holds a moment from now."""
        self._settle.start()

    @Slot()
    def _draw(self) -> None:
        settings = self._desk.settings
        if settings is None:
            return
        cases = tuple(self._cases())
        wanted = (cases, settings.quality, settings.food.freshness, settings.currency)
        if wanted == self._drawn_of:
            return
        self._drawn_of = wanted
        drawn = [
            Drawn(
                name, tone, price_ladder(case, settings.quality, pricing, settings.food.freshness)
            )
            for name, tone, case, pricing in cases
        ]
        empty = _t("Office", "Price, cost and how it keeps are needed for this picture")
        self._plot = ladder_plot(drawn, settings) if drawn else {"empty": empty}
        self.changed.emit()

    plot = Property(dict, lambda self: self._plot, notify=changed)
