"""The versions of a product's curve, a second person's yes to another, and the way back."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject

from app.domain.approval import ApprovalAction
from app.domain.people import Session
from app.services.ports import NewProduct, PolicyVersion
from app.services.product_curve import (
    curve_from,
    curve_section,
    curve_subject,
    document_of,
)
from app.services.save_product import new_product_of
from app.services.store_view import StoreView
from app.ui.manager.curve_words import curve_changes
from app.ui.manager.desk import Desk
from app.ui.manager.product_draft import ProductDraft, draft_of, limit_text, with_quality
from app.ui.manager.version_history import VersionHistory
from app.ui.shared.approval_dialog import ApprovalDialog

_t = QCoreApplication.translate
_FIELDS = ("keeps_h", "shape", "beta", "q10", "reference_c", "shelf_life_h")


class ProductCurves(QObject):
    """`rows` are the versions of the product read last, the newest first."""

    def __init__(self, desk: Desk, approval: ApprovalDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._approval = approval
        self._history = VersionHistory(desk, _moved, self)

    def read(self, product: UUID) -> None:
        """Read the versions of a product."""
        self._history.read(curve_section(product))

    def before(self, version: str, draft: ProductDraft) -> ProductDraft:
        """The draft with the curve that held before that version."""
        found = self._history.find(version)
        if found is None or found.before is None:
            return draft
        model, limit = curve_from(found.before)
        draft = with_quality(draft, model) if model else replace(draft, keeps_h="")
        return replace(draft, shelf_life_h=limit_text(limit))

    def exact(self, product: NewProduct, draft: ProductDraft, view: StoreView) -> NewProduct:
        """The product with the curve that holds, where nobody touched it in the form.

        The form rounds what inspections taught.
        """
        known = view.products.get(product.id)
        if known is None:
            return product
        shown = draft_of(known, view.settings.currency)
        if any(getattr(draft, name) != getattr(shown, name) for name in _FIELDS):
            return product
        kept = new_product_of(known)
        return replace(product, quality=kept.quality, after_cut_limit_s=kept.after_cut_limit_s)

    async def approved(
        self,
        session: Session,
        product: NewProduct,
        view: StoreView,
        reasons: tuple[str, ...] = (),
    ) -> NewProduct | None:
        """The product with another person's yes to its other curve; None without one.

        `reasons` are offered first.
        """
        known = view.products[product.id]
        subject = curve_subject(product, known)
        granted = await self._approval.obtain(
            session,
            ApprovalAction.POLICY_CHANGE,
            subject,
            what=_t("Office", "{name}: how it keeps").format(name=product.name),
            details=curve_changes(document_of(known), subject["document"]),
            reasons=[
                *reasons,
                _t("Office", "Tasted and timed"),
                _t("Office", "Another recipe"),
            ],
        )
        return None if granted is None else replace(product, curve_approval_id=granted)

    rows = Property(QObject, lambda self: self._history.rows, constant=True)


def _moved(version: PolicyVersion) -> str:
    return "\n".join(curve_changes(version.before or {}, version.document))
