"""Verifying a portion before it is prepared, in memory."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from app.domain.people import Session
from app.domain.portion import PortionState
from app.domain.ticket import KitchenState, TicketLine
from app.domain.verification import Checked, VerifyOutcome
from app.services.ports import Candidate
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed


class FakeVerifying:
    """`verified` are the labels read, with what was said of each."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed
        self.verified: list[tuple[str, Checked]] = []

    async def verify_portion(
        self,
        session: Session,
        *,
        request: UUID,
        verification_id: UUID,
        line_id: UUID,
        scanned: str,
        checked: Checked,
        candidates: Sequence[Candidate] = (),
    ) -> VerifyOutcome:
        def work() -> VerifyOutcome:
            line = self._line(line_id, KitchenState.QUEUED)
            if scanned.upper() != line.portion_code:
                raise Refused(RefusalCode.WRONG_PORTION, line.portion_code or "")
            self.verified.append((scanned, checked))
            if checked.reason is not None:
                return self._fail(line, candidates)
            state = KitchenState.VERIFIED if checked.prepare else KitchenState.QUEUED
            done = replace(
                line, checked_at=self._feed.now(), failed_checks=0, kitchen_state=state,
                verified_at=self._feed.now() if checked.prepare else None,
                verified_temperature_mc=checked.temperature_mc,
            )  # fmt: skip
            self._feed.put((Entity.TICKET_LINE, line_id, done))
            return VerifyOutcome(True, None, 0, False)

        return self._feed.run(request, work)

    def _fail(self, line: TicketLine, candidates: Sequence[Candidate]) -> VerifyOutcome:
        view = self._feed.known
        failed = line.failed_checks + 1
        ask = failed >= view.settings.kitchen.failures_in_a_row
        assert line.portion_id is not None
        held = replace(
            view.portions[line.portion_id], state=PortionState.QUARANTINED, ticket_id=None
        )
        rows: list[tuple[Entity, UUID, object]] = [(Entity.PORTION, held.id, held)]
        taken = None if ask else next((c for c in candidates if self._is_free(line, c)), None)
        after = replace(line, failed_checks=failed, checked_at=None)
        if taken is not None:
            new = view.portions[taken.portion_id]
            after = replace(
                after, portion_id=new.id, portion_code=new.code, place=new.place,
                grade=taken.grade, former_code=line.portion_code, former_reason="other",
                choice_reason="substituted", reselected_code=new.code,
            )  # fmt: skip
            sold = replace(new, state=PortionState.COMMITTED, ticket_id=line.ticket_id,
                           epoch=new.epoch + 1)  # fmt: skip
            rows.append((Entity.PORTION, new.id, sold))
        self._feed.put(*rows, (Entity.TICKET_LINE, line.id, after))
        return VerifyOutcome(False, taken.portion_id if taken else None, failed, ask)

    def _is_free(self, line: TicketLine, candidate: Candidate) -> bool:
        portion = self._feed.known.portions.get(candidate.portion_id)
        return (
            portion is not None
            and portion.product_id == line.product_id
            and portion.state is PortionState.AVAILABLE
            and portion.epoch == candidate.epoch
            and portion.expires_at > self._feed.now()
        )

    def _line(self, line_id: UUID, state: KitchenState) -> TicketLine:
        line = self._feed.known.ticket_lines.get(line_id)
        if line is None:
            raise Refused(RefusalCode.UNKNOWN_ITEM)
        if line.kitchen_state is not state:
            raise Refused(RefusalCode.CHANGED)
        return line
