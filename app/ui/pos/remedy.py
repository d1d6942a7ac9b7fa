"""What makes a complaint good: another portion or the money back, by a second person if need be."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.approval import ApprovalAction
from app.domain.compensation import CompensationKind
from app.domain.complaint import Complaint
from app.domain.ids import new_id
from app.domain.people import Session
from app.services.ports import Candidate, Store
from app.services.recovery import remake_subject, second_person_needed
from app.services.refusal import RefusalCode, Refused
from app.ui.pos.granting import grant, handed_back
from app.ui.pos.recovery_words import line_text
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.format import money

_t = QCoreApplication.translate


class Remedy:
    """`candidates` are what may replace the complained portion at this moment."""

    def __init__(
        self,
        store: Store,
        approval: ApprovalDialog,
        candidates: Callable[[], tuple[Candidate, ...]],
    ) -> None:
        self._store, self._approval, self._candidates = store, approval, candidates

    async def give(self, session: Session, complaint: Complaint, kind: CompensationKind) -> str:
        """Do it and say what was done; empty when the second person did not allow it.

        Another person is asked where the rules, or the store, want one. Raises what the store does.
        """
        view = self._store.feed.view
        minor = _worth(complaint, kind)
        assert view is not None
        needed = second_person_needed(view, session.role, kind, complaint, minor)
        if needed is None:
            try:
                return await self._carry_out(session, complaint, kind, None)
            except Refused as refused:
                if refused.code is not RefusalCode.APPROVAL_NEEDED:
                    raise
                needed = ApprovalAction(refused.detail)
        approval = await self._approve(session, complaint, kind, minor, needed)
        if approval is None:
            return ""
        return await self._carry_out(session, complaint, kind, approval)

    async def voucher(self, session: Session, complaint: Complaint, minor: int) -> str:
        """A goodwill voucher; as `give`."""
        return await grant(self._store, self._approval, session, complaint, minor)

    def _carry_out(
        self,
        session: Session,
        complaint: Complaint,
        kind: CompensationKind,
        approval_id: UUID | None,
    ) -> Awaitable[str]:
        how = self._replace if kind is CompensationKind.REPLACEMENT else self._refund
        return how(session, complaint, approval_id)

    async def _approve(
        self,
        session: Session,
        complaint: Complaint,
        kind: CompensationKind,
        minor: int,
        action: ApprovalAction,
    ) -> UUID | None:
        view = self._store.feed.view
        assert view is not None
        wish = {
            CompensationKind.REPLACEMENT: _t("Till", "Another one at no charge: {name}, {amount}"),
            CompensationKind.REFUND: _t("Till", "Money back: {name}, {amount}"),
        }[kind]
        return await self._approval.obtain(
            session,
            action,
            remake_subject(complaint.id, kind),
            what=wish.format(name=line_text(complaint), amount=money(minor, view.settings)),
            amount_minor=minor,
            reasons=(complaint.reason,),
        )

    async def _replace(
        self, session: Session, complaint: Complaint, approval_id: UUID | None
    ) -> str:
        given = await self._store.complaints.replace(
            session, request=new_id(), compensation_id=new_id(), complaint_id=complaint.id,
            ticket_id=new_id(), line_id=new_id(), candidates=self._candidates(),
            approval_id=approval_id,
        )  # fmt: skip
        return _t("Till", "Order {number} is in the kitchen, at no charge").format(
            number=given.number
        )

    async def _refund(
        self, session: Session, complaint: Complaint, approval_id: UUID | None
    ) -> str:
        paid = await self._store.complaints.refund(
            session, request=new_id(), compensation_id=new_id(), complaint_id=complaint.id,
            approval_id=approval_id,
        )  # fmt: skip
        view = self._store.feed.view
        assert view is not None
        return handed_back(paid, view.settings)


def _worth(complaint: Complaint, kind: CompensationKind) -> int:
    name = "piece_minor" if kind is CompensationKind.REPLACEMENT else "amount_minor"
    return int(complaint.facts.get(name, 0))
