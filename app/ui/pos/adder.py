"""Taps on their way to the store: shown at once, waited for at most 3 s, never held twice."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol
from uuid import UUID

from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.ticket import Service
from app.services.choose_portions import Asked
from app.services.ports import Candidate, Selling
from app.services.refusal import OutcomeUnknown, Refused, StoreUnreachable
from app.ui.pos.pending import GIVE_UP_AFTER_S, SLOW_AFTER_S, Pending, PendingPhase
from app.ui.shared.task_owner import TaskOwner


@dataclass(frozen=True, slots=True)
class Wish:
    """What a tap asks for. Plain products have no candidates.

    `asked` is what the guest was shown; `by_hand`: this very portion, picked on the wheel.
    """

    session: Session
    ticket_id: UUID
    product_id: UUID
    name: str
    candidates: tuple[Candidate, ...]
    plain: bool
    asked: Asked = field(default_factory=Asked)
    by_hand: bool = False


class AdderEvents(Protocol):
    """What the order panel hears of its pending additions."""

    def pendings_changed(self) -> None: ...
    def addition_refused(self, wish: Wish, refusal: Refused) -> None: ...


class Adder:
    """Carries out additions, each in its own task, with the waiting sign and the retry."""

    def __init__(
        self,
        selling: Selling,
        tasks: TaskOwner,
        events: AdderEvents,
        candidates_of: Callable[[Wish], Sequence[Candidate]],
    ) -> None:
        self._selling = selling
        self._tasks = tasks
        self._events = events
        self._candidates_of = candidates_of
        self._wishes: dict[UUID, Wish] = {}
        self._pendings: dict[UUID, Pending] = {}
        self._abandoned: set[UUID] = set()

    @property
    def pendings(self) -> tuple[Pending, ...]:
        """The additions that are not known to be done, oldest first."""
        return tuple(self._pendings.values())

    def add(self, wish: Wish) -> UUID:
        """Ask the store for `wish`; its line is pending before this returns the line's id."""
        pending = Pending(new_id(), new_id(), wish.product_id, wish.name)
        self._wishes[pending.line_id] = wish
        self._start(pending)
        return pending.line_id

    def raise_plain(self, ticket_id: UUID, product_id: UUID) -> bool:
        """Wish for one more of a plain product that is on its way; False when none is."""
        for line_id, pending in self._pendings.items():
            wish = self._wishes[line_id]
            if wish.asked.options or wish.asked.note:
                continue
            if wish.plain and (wish.ticket_id, wish.product_id) == (ticket_id, product_id):
                self._pendings[line_id] = replace(pending, quantity=pending.quantity + 1)
                self._events.pendings_changed()
                return True
        return False

    def retry(self, line_id: UUID) -> None:
        """Ask again under the same request id, so that a late first answer counts only once."""
        pending = self._pendings.get(line_id)
        if pending is None or pending.phase is not PendingPhase.RETRY:
            return
        wish = self._wishes[line_id]
        if not wish.plain:
            fresh = tuple(self._candidates_of(wish)) or wish.candidates
            self._wishes[line_id] = replace(wish, candidates=fresh)
        self._start(replace(pending, phase=PendingPhase.WAITING))

    def seen(self, line_id: UUID) -> Asked:
        """Drop a pending line that is in the store's picture now; what it was asked with."""
        wish = self._wishes.get(line_id)
        self._drop(line_id)
        return wish.asked if wish else Asked()

    def forget(self, line_id: UUID) -> None:
        """Give a pending line up; a late success is released again."""
        if line_id in self._pendings:
            self._abandoned.add(line_id)
        self._drop(line_id)

    def _drop(self, line_id: UUID) -> None:
        if self._pendings.pop(line_id, None) is not None:
            self._wishes.pop(line_id, None)
            self._events.pendings_changed()

    def forget_all(self) -> None:
        """Drop every pending line; late successes are released again."""
        for line_id in tuple(self._pendings):
            self.forget(line_id)

    def _start(self, pending: Pending) -> None:
        self._pendings[pending.line_id] = pending
        self._events.pendings_changed()
        self._tasks.start(self._carry_out(pending, self._wishes[pending.line_id]), name="add")

    async def _carry_out(self, pending: Pending, wish: Wish) -> None:
        loop = asyncio.get_running_loop()
        timers = [
            loop.call_later(SLOW_AFTER_S, self._set_phase, pending.line_id, PendingPhase.SLOW),
            loop.call_later(GIVE_UP_AFTER_S, self._set_phase, pending.line_id, PendingPhase.RETRY),
        ]
        try:
            await self._ask(pending, wish)
        except Refused as refusal:
            self._drop(pending.line_id)
            self._events.addition_refused(wish, refusal)
        except (StoreUnreachable, OutcomeUnknown):
            self._set_phase(pending.line_id, PendingPhase.RETRY)
        else:
            await self._settle(pending, wish)
        finally:
            for timer in timers:
                timer.cancel()

    async def _ask(self, pending: Pending, wish: Wish) -> None:
        if wish.plain:
            await self._selling.add_plain(
                wish.session,
                request=pending.request,
                ticket_id=wish.ticket_id,
                line_id=pending.line_id,
                service=Service.COUNTER,
                product_id=wish.product_id,
                quantity=1,
            )
            return
        await self._selling.reserve_first(
            wish.session,
            request=pending.request,
            ticket_id=wish.ticket_id,
            line_id=pending.line_id,
            service=Service.COUNTER,
            candidates=wish.candidates,
        )

    async def _settle(self, pending: Pending, wish: Wish) -> None:
        """A success nobody waits for any more is given back, so that no hold is left behind."""
        current = self._pendings.get(pending.line_id)
        given_up = current is not None and current.phase is PendingPhase.RETRY
        if not given_up and pending.line_id not in self._abandoned:
            return
        self._abandoned.discard(pending.line_id)
        renewed = replace(pending, request=new_id(), line_id=new_id(), phase=PendingPhase.RETRY)
        if current is not None:
            del self._pendings[pending.line_id]
            self._pendings[renewed.line_id] = renewed
            self._wishes[renewed.line_id] = self._wishes.pop(pending.line_id)
            self._events.pendings_changed()
        await self._selling.remove_line(wish.session, request=new_id(), line_id=pending.line_id)

    def _set_phase(self, line_id: UUID, phase: PendingPhase) -> None:
        pending = self._pendings.get(line_id)
        if pending is not None and pending.phase is not phase:
            self._pendings[line_id] = replace(pending, phase=phase)
            self._events.pendings_changed()
