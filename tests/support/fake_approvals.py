"""FakeStore's part for overrides and policies."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from app.domain.approval import Approval, ApprovalAction, ApprovalState
from app.domain.people import Role, Session, Staff
from app.services.policy_codec import from_document, to_document
from app.services.ports import PolicyVersion
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed

NIL = UUID(int=0)


class FakeApprovals:
    """Implements ports.Approvals."""

    def __init__(self, feed: FakeFeed, pin: str) -> None:
        self._feed, self._pin = feed, pin

    async def ask(
        self,
        session: Session,
        *,
        request: UUID,
        approval_id: UUID,
        action: str,
        subject: Mapping[str, Any],
        amount_minor: int | None,
        reason: str,
    ) -> None:
        def work() -> None:
            if not reason.strip():
                raise Refused(RefusalCode.BAD_TEXT, "reason")
            now = self._feed.now()
            asked = Approval(
                approval_id, action, dict(subject), amount_minor, reason.strip(),
                session.terminal_id, session.staff_id, now, ApprovalState.ASKED, None, None, "",
                now + self._feed.known.settings.approvals.ask, None,
            )  # fmt: skip
            self._feed.put((Entity.APPROVAL, approval_id, asked))

        self._feed.run(request, work)

    async def approve_with_pin(
        self, session: Session, *, approval_id: UUID, staff_id: UUID, pin: str
    ) -> None:
        def work() -> None:
            if pin != self._pin:
                raise Refused(RefusalCode.WRONG_PIN, "1")
            self._settle(approval_id, self._feed.known.staff[staff_id], True, "")

        self._feed.run(None, work)

    async def decide(
        self, session: Session, *, request: UUID, approval_id: UUID, granted: bool, comment: str
    ) -> None:
        person = self._feed.known.staff[session.staff_id]
        self._feed.run(request, lambda: self._settle(approval_id, person, granted, comment))

    def _settle(self, approval_id: UUID, person: Staff, granted: bool, comment: str) -> None:
        now, settings = self._feed.now(), self._feed.known.settings
        approval = self._feed.known.approvals[approval_id]
        if approval.state is not ApprovalState.ASKED:
            raise Refused(RefusalCode.CHANGED, approval.state.value)
        if not approval.waiting(now):
            raise Refused(RefusalCode.APPROVAL_INVALID, "expired")
        withdrawn = not granted and person.id == approval.asked_by
        if not withdrawn and not settings.approvals.may_decide(approval, person):
            raise Refused(RefusalCode.NOT_PERMITTED, person.role.value)
        settled = replace(
            approval,
            state=ApprovalState.GRANTED if granted else ApprovalState.REFUSED,
            decided_by=person.id,
            decided_at=now,
            comment=comment,
            expires_at=now + settings.approvals.lifetime,
        )
        self._feed.put((Entity.APPROVAL, approval_id, settled))

    def use(self, approval_id: UUID | None, action: str, subject: Mapping[str, Any]) -> Approval:
        """What the database function of an action does with its approval."""
        approval = self._feed.known.approvals.get(approval_id) if approval_id else None
        if approval is None:
            raise Refused(RefusalCode.APPROVAL_NEEDED, action)
        fits = approval.action == action and dict(approval.subject) == dict(subject)
        if not fits or not approval.usable(self._feed.now()):
            raise Refused(RefusalCode.APPROVAL_INVALID, "subject")
        used = replace(approval, state=ApprovalState.USED, used_at=self._feed.now())
        self._feed.put((Entity.APPROVAL, approval.id, used))
        return used


class FakePolicies:
    """Implements ports.Policies."""

    def __init__(self, feed: FakeFeed, approvals: FakeApprovals) -> None:
        self._feed, self._approvals = feed, approvals
        self.versions: list[PolicyVersion] = []

    async def change(
        self,
        session: Session,
        *,
        request: UUID,
        section: str,
        document: Mapping[str, Any],
        note: str,
        approval_id: UUID,
    ) -> int:
        return self._feed.run(
            request, lambda: self._change(session, section, dict(document), note, approval_id)
        )

    def _change(
        self, session: Session, section: str, document: dict[str, Any], note: str, approval: UUID
    ) -> int:
        document.pop("version", None)
        subject = {"section": section, "document": document}
        used = self._approvals.use(approval, ApprovalAction.POLICY_CHANGE.value, subject)
        settings = self._feed.known.settings
        whole = to_document(settings)
        *parents, name = section.split(".")
        home = whole
        for parent in parents:
            home = home[parent]
        before = home[name]
        version = before["version"] + 1
        staff = self._feed.known.staff
        assert used.decided_by is not None
        approver = staff[used.decided_by].name
        if section == "pricing":
            for window in document["windows"]:
                if window["justification"]:
                    window["justification"]["approved_by"] = approver
            for promotion in document["promotions"]:
                if promotion["approval"]:
                    promotion["approval"]["approved_by"] = approver
        home[name] = {**document, "version": version}
        self._feed.put((Entity.SETTINGS, NIL, from_document(type(settings), whole)))
        self.versions.insert(
            0,
            PolicyVersion(
                section, version, home[name], before, note, session.staff_name,
                approver, self._feed.now() + timedelta(0),
            ),
        )  # fmt: skip
        return int(version)

    async def switch_extra(self, session: Session, *, request: UUID, on: bool) -> None:
        def work() -> None:
            if session.role not in (Role.SHIFT_LEAD, Role.MANAGER, Role.ADMINISTRATOR):
                raise Refused(RefusalCode.NOT_PERMITTED, session.role.value)
            settings = self._feed.known.settings
            rules = replace(settings.suggestions, extra=on)
            self._feed.put((Entity.SETTINGS, NIL, replace(settings, suggestions=rules)))

        self._feed.run(request, work)

    async def history(self, section: str) -> tuple[PolicyVersion, ...]:
        return tuple(each for each in self.versions if each.section == section)
