"""A goodwill voucher as the remedy of a complaint: how much, who allows it, and what is said."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.approval import ApprovalAction
from app.domain.compensation import CompensationKind
from app.domain.complaint import Complaint
from app.domain.ids import new_id
from app.domain.people import Role, Session
from app.domain.policy import StoreSettings
from app.domain.voucher import suggested_amounts
from app.services.ports import Refunded, Store
from app.services.recovery import remake_subject
from app.services.store_view import StoreView
from app.ui.pos.recovery_words import line_text
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.format import amount, date_time, money

_t = QCoreApplication.translate


def amounts_minor(view: StoreView, complaint: Complaint) -> list[int]:
    """What a voucher may be worth, as keys."""
    piece_minor = int(complaint.facts.get("piece_minor", 0))
    most_minor = view.settings.recovery.voucher_most_minor
    return suggested_amounts(piece_minor, view.settings.cash_notes_minor, most_minor)


def grant_props(view: StoreView, complaint: Complaint, role: Role | None) -> dict[str, Any]:
    """The keys, and who has to allow it."""
    roles = view.settings.approvals.roles(ApprovalAction.GOODWILL)
    second = role is not None and role not in roles
    return {
        "voucherKeys": [amount(e, view.settings) for e in amounts_minor(view, complaint)],
        "voucherNote": _t("Till", "A manager has to allow it") if second else "",
    }


async def grant(
    store: Store,
    approval: ApprovalDialog,
    session: Session,
    complaint: Complaint,
    minor: int,
) -> str:
    """Grant one and answer what to tell the guest; empty when nobody allowed it.

    Raises Refused, StoreUnreachable or OutcomeUnknown.
    """
    view = store.feed.view
    assert view is not None
    approval_id: UUID | None = None
    if session.role not in view.settings.approvals.roles(ApprovalAction.GOODWILL):
        wish = _t("Till", "Voucher of {amount}: {name}")
        approval_id = await approval.obtain(
            session, ApprovalAction.GOODWILL,
            remake_subject(complaint.id, CompensationKind.VOUCHER),
            what=wish.format(amount=money(minor, view.settings), name=line_text(complaint)),
            amount_minor=minor, reasons=(complaint.reason,),
        )  # fmt: skip
        if approval_id is None:
            return ""
    given = await store.vouchers.grant(
        session, request=new_id(), voucher_id=new_id(), complaint_id=complaint.id,
        amount_minor=minor, approval_id=approval_id,
    )  # fmt: skip
    said = _t("Till", "Voucher {code}: {amount}, valid until {date}. The paper is being printed")
    return said.format(
        code=given.code,
        amount=money(given.amount_minor, view.settings),
        date=date_time(given.expires_at, view.settings),
    )


def handed_back(paid: Refunded, settings: StoreSettings) -> str:
    """What the cashier does after a refund: hand out cash, or nothing where a voucher had paid."""
    cash, back = money(paid.cash_minor, settings), money(paid.voucher_minor, settings)
    if not paid.voucher_minor:
        return _t("Till", "Give {amount} back; the receipt is being printed").format(amount=cash)
    if not paid.cash_minor:
        return _t("Till", "{amount} went back to the voucher").format(amount=back)
    said = _t("Till", "Give {amount} back; {back} went back to the voucher")
    return said.format(amount=cash, back=back)
