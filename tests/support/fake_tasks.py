"""FakeStore's part for tasks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from app.domain.people import Role, Session
from app.domain.task import Task, TaskState
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed


class FakeTasks:
    """Implements ports.Tasks."""

    def __init__(self, feed: FakeFeed, terminal_id: UUID) -> None:
        self._feed, self._terminal_id = feed, terminal_id

    async def open(
        self,
        session: Session | None,
        *,
        request: UUID,
        task_id: UUID,
        kind: str,
        title: str,
        subject: Mapping[str, Any],
        owner: Role,
        due_s: int | None,
    ) -> UUID:
        def work() -> UUID:
            for task in self._feed.known.tasks.values():
                same = task.kind == kind and dict(task.subject) == dict(subject)
                if same and task.state is TaskState.OPEN:
                    return task.id
            now = self._feed.now()
            due_at = None if due_s is None else now + timedelta(seconds=due_s)
            opened_by = session.staff_id if session else None
            task = Task(
                task_id, kind, title, dict(subject), owner, now, opened_by, self._terminal_id,
                due_at, TaskState.OPEN, None, None, "",
            )  # fmt: skip
            self._feed.put((Entity.TASK, task_id, task))
            return task_id

        return self._feed.run(request, work)

    async def close(self, session: Session, *, request: UUID, task_id: UUID, outcome: str) -> None:
        def work() -> None:
            task = self._feed.known.tasks.get(task_id)
            if task is None:
                raise Refused(RefusalCode.UNKNOWN_ITEM, "task")
            if not outcome.strip():
                raise Refused(RefusalCode.BAD_TEXT, "outcome")
            if not task.may_close(session.role):
                raise Refused(RefusalCode.NOT_PERMITTED, session.role.value)
            if task.state is not TaskState.OPEN:
                raise Refused(RefusalCode.CHANGED, task.state.value)
            done = replace(
                task, state=TaskState.DONE, done_by=session.staff_id,
                done_at=self._feed.now(), outcome=outcome.strip(),
            )  # fmt: skip
            self._feed.put((Entity.TASK, task_id, done))

        self._feed.run(request, work)
