"""Watches the order's lines: replaces portions that can't be served, offers better grades."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.allocation.substitute import DegradationReason
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.replacement import Trouble
from app.domain.ticket import TicketLine
from app.services import line_care
from app.services.line_care import BetterGrade
from app.services.line_trouble import trouble_of_line
from app.services.ports import Candidate, Store
from app.services.store_view import StoreView
from app.ui.pos.choice_words import degraded_because
from app.ui.pos.shelf import OfferShelf, ShelfCounter
from app.ui.shared.format import money
from app.ui.shared.task_owner import TaskOwner

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class LineNote:
    """What the order panel adds to a line: a better grade to offer, or a question to the guest."""

    better: BetterGrade | None = None
    unfit: DegradationReason | None = None
    lower: tuple[Candidate, ...] = ()
    pending: bool = False
    own: Candidate | None = None
    """The line's portion at the lower grade it was found to have, to be kept for less."""
    others: tuple[Candidate, ...] = ()
    """Of the grade ordered or a better one, at the same price, where the guest may choose."""


NOTHING = LineNote()


class Keeper:
    """`look` after every change and each second; `said` turns a refusal into a sentence."""

    def __init__(
        self,
        store: Store,
        tasks: TaskOwner,
        said: Callable[[Awaitable[object]], Awaitable[bool]],
        announce: Callable[[str, str], None],
    ) -> None:
        self._store, self._tasks = store, tasks
        self._said, self._announce = said, announce
        self._shelf: OfferShelf | None = None
        self._prefers: Callable[[], frozenset[str]] = frozenset
        self._session: Session | None = None
        self._busy: set[UUID] = set()
        self._tried: dict[UUID, tuple[object, ...]] = {}
        self._notes: dict[UUID, LineNote] = {}

    def use(self, session: Session | None, counter: ShelfCounter) -> None:
        """Act for `session`; without one nothing is replaced by itself."""
        self._session, self._shelf = session, counter.shelf
        self._prefers = counter.prefers

    @property
    def notes(self) -> Mapping[UUID, LineNote]:
        """The notes of the last look, by line."""
        return self._notes

    @property
    def quiet(self) -> bool:
        """Whether every portion can be served and none is being exchanged."""
        return not self._busy and not any(note.unfit for note in self._notes.values())

    def look(self, view: StoreView, lines: Sequence[TicketLine], now: datetime) -> None:
        """Judge every portion line; start what has to be replaced."""
        if self._shelf is None:
            return
        self._notes = {
            line.id: note
            for line in lines
            if line.portion_id is not None and (note := self._note(view, line, now)) != NOTHING
        }

    def accept_better(self, line_id: UUID) -> None:
        """The guest wants the better grade at its price."""
        better = self._note_of(line_id).better
        if better is not None and self._session is not None and line_id not in self._busy:
            call = self._store.choices.swap(
                self._session, request=new_id(), line_id=line_id, candidate=better.candidate,
                reason="upgrade",
            )  # fmt: skip
            self._do(line_id, call, "upgrade")

    def decline_better(self, line_id: UUID) -> None:
        """The guest does not; it is not offered again."""
        better = self._note_of(line_id).better
        if better is not None and self._session is not None and line_id not in self._busy:
            call = self._store.choices.decline_upgrade(
                self._session, request=new_id(), line_id=line_id, candidate=better.candidate
            )
            self._do(line_id, call, "decline upgrade")

    def accept_lower(self, line_id: UUID) -> None:
        """The guest takes a lower grade for less."""
        note = self._note_of(line_id)
        if note.unfit is None or self._session is None or line_id in self._busy:
            return
        if note.own is not None:
            kept = self._store.choices.keep_lower(
                self._session, request=new_id(), line_id=line_id, candidate=note.own,
                reason=note.unfit,
            )  # fmt: skip
            self._do(line_id, kept, "keep lower grade")
            return
        if not note.lower:
            return
        call = self._store.choices.substitute(
            self._session, request=new_id(), line_id=line_id, candidates=note.lower,
            reason=note.unfit, accepts_lower=True,
        )  # fmt: skip
        self._do(line_id, call, "accept lower grade")

    def take_another(self, line_id: UUID) -> None:
        """The guest wants the grade that was ordered, from another portion at the same price."""
        note = self._note_of(line_id)
        if note.unfit is None or not note.others or self._session is None or line_id in self._busy:
            return
        call = self._store.choices.substitute(
            self._session, request=new_id(), line_id=line_id, candidates=note.others,
            reason=note.unfit,
        )  # fmt: skip
        self._do(line_id, call, "take another")

    def note_of(self, line_id: UUID) -> LineNote:
        """The note of the last look at a line."""
        return self._note_of(line_id)

    def did_replace(self, line_id: UUID) -> bool:
        """Whether this till itself asked for another portion of the line."""
        return line_id in self._tried

    def _note_of(self, line_id: UUID) -> LineNote:
        return self._notes.get(line_id, NOTHING)

    def _note(self, view: StoreView, line: TicketLine, now: datetime) -> LineNote:
        assert self._shelf is not None
        appraiser, offer = self._shelf.appraiser, self._shelf.offer(line.product_id, now)
        reason = line_care.unfit(view, appraiser, line, now)
        if reason is None and trouble_of_line(view, line, now) is Trouble.LOWERED:
            return LineNote(
                unfit=DegradationReason.AGE,
                own=line_care.own_portion(view, appraiser, line, now),
                others=line_care.stand_ins(view, appraiser, offer, line, now, self._prefers()),
            )
        if reason is None:
            return LineNote(better=line_care.better_grade(view, appraiser, offer, line, now))
        row = line_care.stand_ins(view, appraiser, offer, line, now, self._prefers())
        if row and self._session is not None:
            score = line_care.score_milli(view, appraiser, line, now)
            self._replace(view, line, row, reason, score)
            return LineNote(unfit=reason, pending=True)
        lower = line_care.lower_grade(view, appraiser, offer, line, now)
        return LineNote(unfit=reason, lower=lower)

    def _replace(
        self,
        view: StoreView,
        line: TicketLine,
        row: tuple[Candidate, ...],
        reason: DegradationReason,
        score: int | None,
    ) -> None:
        """Once for the same portion and stand-ins: what was refused is not asked again."""
        attempt = (line.portion_id, *((each.portion_id, each.epoch) for each in row))
        if line.id in self._busy or self._tried.get(line.id) == attempt or not self._session:
            return
        self._tried[line.id] = attempt
        call = self._store.choices.substitute(
            self._session, request=new_id(), line_id=line.id, candidates=row, reason=reason,
            former_score_milli=score,
        )  # fmt: skip
        title = _t("Till", "{name}: another portion").format(name=line.name)
        text = _t("Till", "{code} was replaced: {why}. It costs {price} at most.").format(
            code=line.portion_code or "",
            why=degraded_because(reason.value),
            price=money(line.unit_price_minor, view.settings),
        )
        self._do(line.id, call, "substitute", lambda: self._announce(title, text))

    def _do(
        self,
        line_id: UUID,
        call: Awaitable[object],
        name: str,
        done: Callable[[], None] | None = None,
    ) -> None:
        self._busy.add(line_id)
        self._tasks.start(self._carry_out(line_id, call, done), name=name)

    async def _carry_out(
        self, line_id: UUID, call: Awaitable[Any], done: Callable[[], None] | None
    ) -> None:
        try:
            if await self._said(call) and done is not None:
                done()
        finally:
            self._busy.discard(line_id)
