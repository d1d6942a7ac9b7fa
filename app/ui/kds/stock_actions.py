"""What the advice's keys ask: cut a whole, throw a portion away."""

from uuid import UUID

from PySide6.QtCore import Property, QObject, Signal, Slot

from app.domain.ids import new_id
from app.services.store_view import StoreView
from app.ui.kds.cut import CutModel
from app.ui.kds.desk import Desk
from app.ui.kds.training_notice import cut_text


class StockActions(QObject):
    """`openCut` asks for the cut sheet, which speaks through `cut`."""

    openCut = Signal()  # noqa: N815

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sheet = CutModel(self)
        self._sheet.confirmed.connect(self._cut)
        self._sheet.started.connect(self._start)
        self._sheet.abandoned.connect(self._abandon)

    def show(self, view: StoreView) -> None:
        """Follow the store."""
        self._sheet.follow(view)

    @Slot(str)
    def remove(self, portion_key: str) -> None:
        """Book a portion as waste."""
        ready = self._desk.ready()
        if ready is None:
            return
        portion_id, stock = UUID(portion_key), self._desk.store.stock
        self._desk.start(
            portion_id,
            lambda r: stock.waste_portion(
                ready.session, request=r, portion_id=portion_id, cause="expired"
            ),
        )

    @Slot(str)
    def planCut(self, whole_key: str) -> None:
        """Open the cut sheet for a whole."""
        ready = self._desk.ready()
        if ready is not None and self._sheet.begin(ready.view, UUID(whole_key), cut_text(ready)):
            self.openCut.emit()

    @Slot()
    def _cut(self) -> None:
        ready, plan = self._desk.ready(), self._sheet.plan()
        if ready is None or plan is None:
            return
        stock = self._desk.store.stock
        self._desk.start(
            plan.whole_id,
            lambda r: stock.cut_whole(
                ready.session,
                request=r,
                whole_id=plan.whole_id,
                configuration_id=plan.configuration_id,
                portions=plan.portions,
                holding_unit_id=plan.holding_unit_id,
                shelf=plan.shelf,
                presentation=plan.presentation,
                weights_mg=plan.weights_mg,
                measured=plan.measured,
            ),
        )

    @Slot()
    def _start(self) -> None:
        ready, plan = self._desk.ready(), self._sheet.plan()
        if ready is None or plan is None:
            return
        job_id, allergens = new_id(), self._desk.store.allergens
        self._desk.start(
            plan.whole_id,
            lambda r: allergens.start_cutting(
                ready.session,
                request=r,
                job_id=job_id,
                whole_id=plan.whole_id,
                tool_id=plan.measured.tool_id,
                surface_id=plan.measured.surface_id,
            ),
        )

    @Slot()
    def _abandon(self) -> None:
        ready, job = self._desk.ready(), self._sheet.job
        if ready is None or job is None:
            return
        allergens = self._desk.store.allergens
        self._desk.start(
            job.whole_id,
            lambda r: allergens.abandon_cutting(ready.session, request=r, job_id=job.id),
        )

    cut = Property(QObject, lambda self: self._sheet, constant=True)
