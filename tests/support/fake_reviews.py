"""FakeStore's port `Reviews`: the rules of tests.models.batch_hold over the fake feed."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from app.domain.people import Session
from app.domain.portion import Portion, PortionState, QualityStatus
from app.domain.portion_check import ReviewOutcome, may_review
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.models.batch_hold import Batch
from tests.support.fake_feed import FakeFeed


class FakeReviews:
    """Portions that quality holds, in memory."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed

    async def fail_portion(
        self, session: Session, *, request: UUID, portion_id: UUID, cause: str
    ) -> None:
        def work() -> None:
            failed = self._feed.known.portions.get(portion_id)
            if failed is None:
                raise Refused(RefusalCode.UNKNOWN_ITEM)
            siblings = [p for p in self._live() if p.whole_id == failed.whole_id]
            batch = Batch({p.id: p.quality_status for p in siblings}).fail(portion_id)
            for each in siblings:
                why = cause if each.id == portion_id else "batch"
                self._put(each, batch.statuses[each.id], causes=(why,))

        self._feed.run(request, work)

    async def decide(
        self,
        session: Session,
        *,
        request: UUID,
        portion_ids: Sequence[UUID],
        outcome: ReviewOutcome,
        reason: str,
        markdown_bp: int = 0,
    ) -> None:
        def work() -> None:
            if not may_review(session.role):
                raise Refused(RefusalCode.NOT_PERMITTED, session.role.value)
            if not reason.strip():
                raise Refused(RefusalCode.BAD_TEXT, "reason")
            found = {p.id: p for p in self._live() if p.id in portion_ids}
            batch = Batch({key: p.quality_status for key, p in found.items()})
            try:
                decided = batch.decide(dict.fromkeys(portion_ids, outcome), session.role)
            except ValueError as error:
                raise Refused(RefusalCode.CHANGED) from error
            for key, status in decided.statuses.items():
                self._put(found[key], status, markdown_bp=markdown_bp)

        self._feed.run(request, work)

    async def score_whole(
        self, session: Session, *, request: UUID, whole_id: UUID, score: float
    ) -> None:
        def work() -> None:
            for each in self._live():
                if (each.whole_id, each.quality_status) == (whole_id, QualityStatus.UNSCORED):
                    self._put(replace(each, initial_quality=score), QualityStatus.GOOD)

        self._feed.run(request, work)

    def _live(self) -> list[Portion]:
        gone = (PortionState.SERVED, PortionState.WASTED)
        return [p for p in self._feed.known.portions.values() if p.state not in gone]

    def _put(
        self,
        portion: Portion,
        status: QualityStatus,
        *,
        causes: tuple[str, ...] = (),
        markdown_bp: int = 0,
    ) -> None:
        if status is QualityStatus.WASTED:
            self._feed.put((Entity.PORTION, portion.id, None))
            return
        marked = markdown_bp if status is QualityStatus.MARKED_DOWN else 0
        new = replace(portion, quality_status=status, review_causes=causes, markdown_bp=marked)
        self._feed.put((Entity.PORTION, portion.id, new))
