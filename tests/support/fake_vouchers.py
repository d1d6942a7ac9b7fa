"""FakeStore's part for goodwill vouchers."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from app.domain.approval import ApprovalAction
from app.domain.compensation import Compensation, CompensationKind
from app.domain.people import Session
from app.domain.voucher import Voucher, VoucherUse, VoucherWorth
from app.services.ports import Paid
from app.services.ports.vouchers import Granted
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_complaints import FakeComplaints
from tests.support.fake_feed import FakeFeed
from tests.support.fake_selling import FakeSelling


class FakeVouchers:
    """Implements ports.vouchers.Vouchers; the code of each voucher is known by its id."""

    def __init__(
        self, feed: FakeFeed, selling: FakeSelling, complaints: FakeComplaints, terminal_id: UUID
    ) -> None:
        self._feed, self._selling, self._complaints = feed, selling, complaints
        self._terminal_id = terminal_id
        self.codes: dict[str, UUID] = {}

    async def grant(
        self,
        session: Session,
        *,
        request: UUID,
        voucher_id: UUID,
        complaint_id: UUID,
        amount_minor: int,
        approval_id: UUID | None,
    ) -> Granted:
        def work() -> Granted:
            view, now = self._feed.known, self._feed.now()
            complaint, approver = self._complaints.open_one(complaint_id), None
            if session.role not in view.settings.approvals.roles(ApprovalAction.GOODWILL):
                approval = view.approvals.get(approval_id) if approval_id else None
                if approval is None or not approval.usable(now):
                    raise Refused(RefusalCode.APPROVAL_NEEDED, "goodwill")
                approver = approval.decided_by
            code = f"GOOD-WILL-{1000 + len(self.codes)}"
            self.codes[code] = voucher_id
            given = Voucher(
                voucher_id, code[-4:], amount_minor, amount_minor,
                now + view.settings.recovery.voucher_valid, complaint.ticket_id, complaint.reason,
                now, now, session.staff_id, approver, self._terminal_id,
            )  # fmt: skip
            self._feed.put((Entity.VOUCHER, voucher_id, given))
            self._complaints.book(Compensation(
                voucher_id, CompensationKind.VOUCHER, complaint_id, complaint.ticket_id,
                complaint.line_id, amount_minor, 0, complaint.reason, None, session.staff_id,
                approver, self._terminal_id, now,
            ), session)  # fmt: skip
            return Granted(voucher_id, code, amount_minor, given.expires_at)

        return self._feed.run(request, work)

    async def check(self, session: Session, code: str) -> VoucherWorth:
        return self._feed.run(None, lambda: self._worth(code))

    def _worth(self, code: str) -> VoucherWorth:
        key = self.codes.get(code.strip().upper())
        if key is None:
            raise Refused(RefusalCode.VOUCHER_REFUSED, "unknown")
        known = self._feed.known.vouchers[key]
        if known.expires_at <= self._feed.now():
            raise Refused(RefusalCode.VOUCHER_REFUSED, "expired")
        if not known.balance_minor:
            raise Refused(RefusalCode.VOUCHER_REFUSED, "spent")
        return VoucherWorth(code.strip().upper(), known.balance_minor, known.expires_at)

    async def pay(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        expected_total_minor: int,
        tendered_minor: int,
        used: Sequence[VoucherUse],
    ) -> Paid:
        for each in used:
            if self._worth(each.code).balance_minor < each.amount_minor:
                raise Refused(RefusalCode.VOUCHER_REFUSED, "spent")
        taken_minor = sum(each.amount_minor for each in used)
        paid = await self._selling.pay_cash(
            session, request=request, ticket_id=ticket_id,
            expected_total_minor=expected_total_minor,
            tendered_minor=tendered_minor + taken_minor,
        )  # fmt: skip
        for each in used:
            known = self._feed.known.vouchers[self.codes[each.code]]
            left = replace(known, balance_minor=known.balance_minor - each.amount_minor)
            self._feed.put((Entity.VOUCHER, known.id, left))
        return paid
