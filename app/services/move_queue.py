"""Products by the instant at which their offer next moves by itself: the soonest first."""

import heapq
from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from app.services.budget import Budget

NextMove = Callable[[UUID, datetime], datetime | None]


class MoveQueue:
    """`touch` what changed; `work` looks at whose instant has come, then looks ahead anew.

    An instant already known stays until it is found anew, so that nothing is missed while many
    products wait for that. A second without anything due costs one comparison.
    """

    def __init__(self, next_move: NextMove) -> None:
        self._next_move = next_move
        self._heap: list[tuple[datetime, UUID]] = []
        self._at: dict[UUID, datetime] = {}
        self._due: dict[UUID, None] = {}
        self._stale: dict[UUID, None] = {}

    def touch(self, product_ids: Iterable[UUID]) -> None:
        """Something about these products is another: look ahead again."""
        self._stale.update(dict.fromkeys(product_ids))

    @property
    def next_at(self) -> datetime | None:
        """The soonest instant known."""
        return self._heap[0][0] if self._heap else None

    def work(self, now: datetime, look: Callable[[UUID], None], budget_s: float) -> bool:
        """Work for `budget_s` at most, but one step at least; True while there is more to do.

        `look` is called once for every instant that has come.
        """
        while self._heap and self._heap[0][0] <= now:
            at, product_id = heapq.heappop(self._heap)
            if self._at.get(product_id) == at:
                del self._at[product_id]
                self._due[product_id] = None
        budget = Budget(budget_s)
        while self._due or self._stale:
            if self._due:
                product_id = next(iter(self._due))
                del self._due[product_id]
                self._stale[product_id] = None
                look(product_id)
            else:
                self._look_ahead(now)
            if budget.spent():
                break
        return bool(self._due or self._stale)

    def _look_ahead(self, now: datetime) -> None:
        product_id = next(iter(self._stale))
        del self._stale[product_id]
        self._at.pop(product_id, None)
        at = self._next_move(product_id, now)
        if at is not None:
            self._at[product_id] = at
            heapq.heappush(self._heap, (at, product_id))
