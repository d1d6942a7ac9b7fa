"""The keys of a refund before it is paid: which lines, how much of them, the goods, the reason."""

from uuid import UUID

from PySide6.QtCore import QObject, Slot

from app.domain.ids import new_id
from app.domain.refund import Goods
from app.services.ports import Store
from app.ui.pos import typed_cash
from app.ui.pos.refund_basket import RefundBasket
from app.ui.pos.shown import Shown

_NUMBER_DIGITS = 9


class RefundKeys(Shown):
    """What was chosen and typed so far. Whatever changes makes it another refund than before."""

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._phase = ""
        self._start_over("")

    def _start_over(self, phase: str) -> None:
        """Begin with nothing chosen."""
        self._phase = phase
        self._basket = RefundBasket()
        self._typed, self._reason = "", ""
        self._error = ("", "")
        self._new_refund()

    def _new_refund(self) -> None:
        """Another refund than before: it gets an id of its own, and its own approval."""
        self._refund_id, self._request = new_id(), new_id()
        self._approved: UUID | None = None

    @Slot(str)
    def toggle(self, line_key: str) -> None:
        """Take the line in whole; the one that is being looked at is left out again."""
        if self._phase == "choosing":
            self._basket.toggle(UUID(line_key))
            self._changed("")

    @Slot()
    def all(self) -> None:
        """Every line that has something left."""
        if self._phase == "choosing":
            self._basket.take_all()
            self._changed("")

    @Slot(int)
    def pieces(self, step: int) -> None:
        """One piece more or less of the line that is being looked at."""
        if self._phase == "choosing":
            self._basket.step(step)
            self._changed("")

    @Slot(str)
    def digit(self, key: str) -> None:
        """Type a part of the price, or the number of a receipt."""
        view = self._store.feed.view
        if self._phase == "finding":
            if key.isdigit() and len(self._typed) < _NUMBER_DIGITS:
                self._type(self._typed + key)
        elif view is not None and self._basket.line is not None:
            self._type(typed_cash.press(self._typed, key, view.settings))

    @Slot()
    def erase(self) -> None:
        self._type(self._typed[:-1])

    @Slot()
    def clear(self) -> None:
        self._type("")

    @Slot(str)
    def goods(self, kind: str) -> None:
        """What becomes of the goods of the line that is being looked at."""
        if self._phase == "choosing":
            self._basket.goods(Goods(kind))
            self._changed(self._typed)

    @Slot(str)
    def reason(self, text: str) -> None:
        """Say why."""
        if self._phase == "choosing":
            self._reason = text
            self._changed(self._typed)

    def _type(self, typed: str) -> None:
        view = self._store.feed.view
        if self._phase == "choosing" and view is not None:
            self._basket.part(typed_cash.minor(typed, view.settings))
        if self._phase in ("choosing", "finding"):
            self._changed(typed)

    def _changed(self, typed: str) -> None:
        self._typed, self._error = typed, ("", "")
        self._new_refund()
        self._derive()

    @Slot()
    def _derive(self) -> None:
        """Show what was chosen and what would be paid back."""
