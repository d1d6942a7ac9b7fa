"""Putting in force what inspections taught: another version of a product's curve, by two people."""

from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject

from app.domain.people import Session
from app.services.product_curve import needs_approval, with_learned
from app.services.store_view import StoreView
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.manager.product_curves import ProductCurves
from app.ui.shared.approval_dialog import ApprovalDialog

_t = QCoreApplication.translate


class CurveAdoption(QObject):
    """Asks another person as for a change by hand; `errand` says how it went."""

    def __init__(self, desk: Desk, approval: ApprovalDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._versions = ProductCurves(desk, approval, self)
        self.errand = Errand(desk.shell, "adopt curve", self)

    def adopt(self, product: UUID, unit: UUID, e7: timedelta, looks: int) -> None:
        """Put `e7`, learned from so many looks, in force for the product."""
        session, view = self._desk.session(), self._desk.view
        if session is not None and view is not None and not self.errand.busy:
            work = self._adopt(session, view, product, unit, e7, looks)
            self._desk.shell.tasks.start(work, name="approve learned curve")

    async def _adopt(
        self, session: Session, view: StoreView, product: UUID, unit: UUID, e7: timedelta,
        looks: int,
    ) -> None:  # fmt: skip
        known = view.products.get(product)
        new = with_learned(known, e7) if known else None
        if new is None:
            return
        approval = None
        if needs_approval(new, view):
            reason = _t("Office", "Learned from {n} looks").format(n=looks)
            approved = await self._versions.approved(session, new, view, (reason,))
            if approved is None:
                return
            approval = approved.curve_approval_id
        quality = self._desk.store.quality
        self.errand.ask(
            (product, unit, e7, approval),
            lambda r: quality.adopt_curve(
                session, request=r, product_id=product, holding_unit_id=unit, e7=e7,
                approval_id=approval,
            ),
            lambda _: (
                _t("Office", "The learned curve is in force"),
                _t("Office", "Scores and prices follow it from now on."),
            ),
        )  # fmt: skip
