"""Deciding about portions that quality holds: the same list in kitchen and back office."""

from collections.abc import Awaitable, Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.people import Session
from app.domain.portion import Portion
from app.domain.portion_check import ReviewOutcome, may_review
from app.services.ports import Store
from app.ui.shared.list_model import RowsModel
from app.ui.shared.review_rows import (
    ReviewRow,
    UnscoredRow,
    held_portions,
    review_rows,
    unscored_rows,
    waste_only,
)

_t = QCoreApplication.translate
Ask = Callable[[UUID], Awaitable[object]]
MARKDOWNS_BP = (1_000, 2_000, 3_000)


Send = Callable[[UUID, tuple[object, ...], Ask], None]
"""How a room asks its store: the thing it is about, all of its input, the call itself."""


class ReviewModel(QObject):
    """`rows` is what is held; people with the right choose some, give a reason, and decide."""

    changed = Signal()

    def __init__(
        self, store: Store, session: Callable[[], Session | None], send: Send, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._store, self._session, self._send = store, session, send
        self._rows: RowsModel[ReviewRow] = RowsModel(ReviewRow, "key", self)
        self._unscored: RowsModel[UnscoredRow] = RowsModel(UnscoredRow, "key", self)
        self._chosen: set[UUID] = set()
        self._looked_at: Mapping[UUID, Portion] | None = None
        self._held: list[Portion] = []
        self._reason = ""

    @property
    def held(self) -> int:
        """How many portions quality holds."""
        return len(self._rows.rows)

    def refresh(self) -> None:
        """Show the store as it is now; what is no longer held is no longer chosen."""
        view = self._store.feed.view
        if view is None:
            return
        if view.portions is not self._looked_at:
            self._looked_at, self._held = view.portions, held_portions(view)
        self._chosen &= {each.id for each in self._held}
        now = self._store.feed.now()
        self._rows.set_rows(review_rows(view, self._held, self._chosen, now))
        self._unscored.set_rows(unscored_rows(view, self._held))
        self.changed.emit()

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Choose a portion, or leave it out again."""
        if self._row(key) is not None:
            self._chosen ^= {UUID(key)}
            self.refresh()

    @Slot(str)
    def toggleBatch(self, whole: str) -> None:
        """Choose all of a batch that may go back on sale, or none of it."""
        keys = {
            UUID(row.key)
            for row in self._rows.rows
            if row.whole == whole and row.decidable and not row.wasteOnly
        }
        self._chosen = self._chosen - keys if keys <= self._chosen else self._chosen | keys
        self.refresh()

    @Slot(str)
    def write(self, reason: str) -> None:
        """Why it is decided like this; kept with the decision."""
        if reason != self._reason:
            self._reason = reason
            self.changed.emit()

    @Slot()
    def release(self) -> None:
        self._decide(ReviewOutcome.RELEASED, 0)

    @Slot(int)
    def markDown(self, share_bp: int) -> None:
        self._decide(ReviewOutcome.MARKED_DOWN, share_bp)

    @Slot()
    def waste(self) -> None:
        self._decide(ReviewOutcome.WASTED, 0)

    def _decide(self, outcome: ReviewOutcome, markdown_bp: int) -> None:
        session, chosen, reason = self._session(), tuple(sorted(self._chosen)), self._reason
        if session is None or not chosen or not reason.strip():
            return
        reviews = self._store.reviews
        self._send(
            chosen[0],
            (chosen, outcome, markdown_bp, reason),
            lambda request: reviews.decide(
                session,
                request=request,
                portion_ids=chosen,
                outcome=outcome,
                reason=reason,
                markdown_bp=markdown_bp,
            ),
        )

    @Slot(str, int)
    def score(self, key: str, score: int) -> None:
        """Give the portion's whole the quality score that it was cut without."""
        session, view = self._session(), self._store.feed.view
        portion = view.portions.get(UUID(key)) if view else None
        if session is None or portion is None:
            return
        reviews, whole_id = self._store.reviews, portion.whole_id
        self._send(
            whole_id,
            (whole_id, score),
            lambda request: reviews.score_whole(
                session, request=request, whole_id=whole_id, score=float(score)
            ),
        )

    def _row(self, key: str) -> ReviewRow | None:
        return next((row for row in self._rows.rows if row.key == key), None)

    def _may(self) -> bool:
        session = self._session()
        return session is not None and may_review(session.role)

    def _ready(self) -> bool:
        return self._may() and bool(self._chosen) and bool(self._reason.strip())

    def _sellable(self) -> bool:
        view = self._store.feed.view
        found = [view.portions.get(key) for key in self._chosen] if view else []
        return self._ready() and not any(
            each is None or (view is not None and waste_only(each, view)) for each in found
        )

    def _hint(self) -> str:
        if not self._may():
            return _t("Review", "A manager or the food-safety manager decides about these.")
        if not self._chosen:
            return _t("Review", "Choose the portions you have looked at.")
        if not self._reason.strip():
            return _t("Review", "Say why.")
        if not self._sellable():
            return _t("Review", "Some of these can only be thrown away.")
        return _t("Review", "{n} chosen").format(n=len(self._chosen))

    rows = Property(QObject, lambda self: self._rows, constant=True)
    count = Property(int, lambda self: self.held, notify=changed)
    may = Property(bool, _may, notify=changed)
    ready = Property(bool, _ready, notify=changed)
    sellable = Property(bool, _sellable, notify=changed)
    hint = Property(str, _hint, notify=changed)
    reason = Property(str, lambda self: self._reason, notify=changed)
    unscored = Property(QObject, lambda self: self._unscored, constant=True)
    markdowns = Property(list, lambda _self: list(MARKDOWNS_BP), constant=True)
