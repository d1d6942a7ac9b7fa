"""The quality reviews in the back office."""

from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.people import Session
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.shared.reviews import Ask, ReviewModel

_t = QCoreApplication.translate


class ReviewsPage(QObject):
    """What is held, and how the last decision went."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._errand = Errand(desk.shell, "quality review", self)
        self._review = ReviewModel(desk.store, self._who, self._send, self)
        desk.moved.connect(self.refresh)
        desk.shell.languageChanged.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show the store as it is now."""
        self._review.refresh()
        self.changed.emit()

    def _who(self) -> Session | None:
        # Looked up late: the office sets it once somebody can sign in.
        return self._desk.session()

    def _send(self, _key: UUID, what: tuple[object, ...], ask: Ask) -> None:
        self._errand.ask(what, ask, lambda _answer: (_t("Office", "Decided"), ""))

    review = Property(QObject, lambda self: self._review, constant=True)
    errand = Property(QObject, lambda self: self._errand, constant=True)
    waiting = Property(int, lambda self: self._review.held, notify=changed)
