"""The corrective action in memory, for windows; the database tests have its rules."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from app.domain.people import Session
from app.domain.portion import PortionState
from app.domain.safety_limits import Disposition
from app.domain.task import TaskState
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed


class FakeDeviations:
    """Frees what is released, takes away what is wasted, and closes the task."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed
        self.corrected: list[tuple[str, str, dict[UUID, Disposition]]] = []

    def complete(
        self,
        session: Session,
        request: UUID,
        deviation_id: UUID,
        cause: str,
        action: str,
        lots: Mapping[UUID, Disposition],
    ) -> None:
        def work() -> None:
            view = self._feed.known
            task = next(
                each
                for each in view.tasks.values()
                if each.subject.get("deviation_id") == str(deviation_id)
            )
            blocked = {p.whole_id for p in view.portions.values() if p.deviation_id == deviation_id}
            if blocked - lots.keys():
                raise Refused(RefusalCode.DISPOSITION_MISSING)
            self.corrected.append((cause, action, dict(lots)))
            for lot, decision in lots.items():
                self.decide(deviation_id, lot, decision)
            done = replace(
                task, state=TaskState.DONE, done_by=session.staff_id, done_at=self._feed.now(),
                outcome=f"{cause} · {action}",
            )  # fmt: skip
            self._feed.put((Entity.TASK, task.id, done))

        self._feed.run(request, work)

    def decide(self, deviation_id: UUID, lot: UUID, decision: Disposition) -> None:
        """Put one lot's decision into effect."""
        mine = [
            each
            for each in self._feed.known.portions.values()
            if each.whole_id == lot and each.deviation_id == deviation_id
        ]
        if decision is Disposition.RELEASE:
            free = [replace(each, deviation_id=None) for each in mine]
            self._feed.put(*((Entity.PORTION, each.id, each) for each in free))
        elif decision is Disposition.WASTE:
            gone = [each for each in mine if each.state is PortionState.AVAILABLE]
            self._feed.put(*((Entity.PORTION, each.id, None) for each in gone))
