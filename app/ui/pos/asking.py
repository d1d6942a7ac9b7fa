"""Asked for more than a tap says: which cut, which grade, how many, how prepared, and a note.

Opened for a product it puts lines into the order; opened for a line it changes what that one asks
for. What is short is said, and what may be done about it; nothing is put in its place by itself.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from app.domain.catalog import Product
from app.domain.configuration import default_configuration
from app.domain.portion import Grade
from app.services.choose_portions import Asked
from app.services.ports import Store
from app.services.service_time import product_minutes, queues
from app.services.store_view import StoreView
from app.services.validate_order import LineCheck, LineWish, Supply, check_order, eligible
from app.ui.pos.ask_words import (
    ANY,
    answer,
    chosen_options,
    cuts_asked,
    grade_keys,
    option_key,
    price_text,
)
from app.ui.pos.shelf import OfferShelf
from app.ui.pos.shown import Shown
from app.ui.shared.format import duration

_t = QCoreApplication.translate
NOTE_LENGTH = 140
"""As many characters as the store keeps."""
MOST = 99


class AskModel(Shown):
    """Open while `props.name` is not empty; `props.line` tells which of the two it is."""

    added = Signal(object, object)
    """The product's id and the `Asked`."""
    changed = Signal(object, object, str)
    """A line's id, the names of its options, and its note."""
    cutWanted = Signal(object, int)  # noqa: N815
    """The product's id, and how many wholes the kitchen shall cut."""
    othersWanted = Signal(object, object)  # noqa: N815
    """The product's id and the `Asked` that cannot be had."""

    def __init__(
        self,
        store: Store,
        shelf: OfferShelf,
        avoids: Callable[[], frozenset[str]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._store, self._shelf, self._avoids = store, shelf, avoids
        self._product_id: UUID | None = None
        self._line_id: UUID | None = None
        self._cut: int | None = None
        self._grade: Grade | None = None
        self._quantity = 1
        self._options: tuple[str, ...] = ()
        self._note = ""
        self.derive()

    @Slot(str)
    def open(self, key: str) -> None:
        """Ask about a product; it starts as its tile shows it."""
        self.start(UUID(key), Asked())

    def start(self, product_id: UUID, asked: Asked) -> None:
        """Ask about a product with some of it filled in."""
        view = self._store.feed.view
        product = view.products.get(product_id) if view else None
        if product is None:
            return
        default = default_configuration(product)
        self._product_id, self._line_id = product_id, None
        self._cut = asked.cut or (default.portions_per_whole if default else None)
        self._grade, self._quantity = asked.grade, asked.quantity
        self._options, self._note = asked.options, asked.note
        self.derive()

    @Slot(str)
    def openLine(self, key: str) -> None:
        """Change what a line asks for."""
        view = self._store.feed.view
        line = view.ticket_lines.get(UUID(key)) if view else None
        if line is not None and not line.voided:
            self._product_id, self._line_id = line.product_id, line.id
            self._options = tuple(each.name for each in line.preparations)
            self._note, self._quantity = line.note, line.quantity
            self.derive()

    @Slot()
    def close(self) -> None:
        self._product_id = self._line_id = None
        self.derive()

    @Slot(int)
    def cut(self, portions: int) -> None:
        """Which way of cutting."""
        self._cut = portions
        self.derive()

    @Slot(str)
    def grade(self, grade: str) -> None:
        """The lowest grade that will do, or any."""
        self._grade = None if grade == ANY else Grade(grade)
        self.derive()

    @Slot(int)
    def quantity(self, quantity: int) -> None:
        """How many; more than there are is answered, not taken."""
        self._quantity = max(1, min(MOST, quantity))
        self.derive()

    @Slot(str)
    def option(self, name: str) -> None:
        """Ask for one of the product's options, or take that back."""
        chosen = self._options
        self._options = (
            tuple(each for each in chosen if each != name) if name in chosen else (*chosen, name)
        )
        self.derive()

    @Slot(str)
    def write(self, note: str) -> None:
        """What the guest says, in one line."""
        self._note = note
        self.derive()

    @Slot()
    def takeFewer(self) -> None:
        """As many as there are."""
        check = self._check()
        if check is not None and check.ready:
            self.quantity(check.ready)

    @Slot()
    def other(self) -> None:
        """Look for something else instead."""
        product_id, asked = self._product_id, self._asked()
        if product_id is not None:
            self.close()
            self.othersWanted.emit(product_id, asked)

    @Slot()
    def askToCut(self) -> None:
        """Tell the kitchen; the sheet stays and follows what becomes of it."""
        check = self._check()
        if check is not None and check.wholes:
            self.cutWanted.emit(check.wish.product_id, check.wholes)

    @Slot()
    def confirm(self) -> None:
        """Put it into the order, or keep what the line asks for."""
        if self._product_id is None or not self._get_props().get("ready"):
            return
        product_id, line_id, asked = self._product_id, self._line_id, self._asked()
        self.close()
        if line_id is not None:
            self.changed.emit(line_id, asked.options, asked.note)
        else:
            self.added.emit(product_id, asked)

    def derive(self) -> None:
        """Show it as the store and the clock have it now."""
        view = self._store.feed.view
        product = view.products.get(self._product_id) if view and self._product_id else None
        line = view.ticket_lines.get(self._line_id) if view and self._line_id else None
        if view is None or product is None or (self._line_id and (line is None or line.voided)):
            self.show_props({"name": "", "options": [], "cuts": [], "grades": []})
            return
        long = len(self._note.strip()) - NOTE_LENGTH
        shown: dict[str, Any] = {
            "name": product.name,
            "line": self._line_id is not None,
            "options": [option_key(each, self._options, view) for each in product.preparations],
            "note": self._note,
            "noteLabel": _t("Till", "Note for the kitchen, {left} characters left").format(
                left=max(0, -long)
            ),
            "noteError": _t("Till", "At most {most} characters: {n} too many").format(
                most=NOTE_LENGTH, n=long
            )
            if long > 0
            else "",
            "ready": long <= 0,
            "cuts": [],
            "grades": [],
        }
        if self._line_id is None:
            shown |= self._of_product(view, product)
            shown["ready"] = shown["enough"] and long <= 0
        self.show_props(shown)

    def _of_product(self, view: StoreView, product: Product) -> dict[str, Any]:
        now = self._store.feed.now()
        offer = self._shelf.offer(product.id, now)
        check = check_order(view, self._shelf.appraiser, [self._wish(product.id)], now)[0]
        places = eligible(view, self._shelf.appraiser, self._wish(product.id), now)
        first = next((c for c in offer.candidates if places and c.portion_id == places[0]), None)
        options = chosen_options(product, self._options)
        minutes = product_minutes(
            view, product, places[0] if places else None, queues(view, now), options,
            self._quantity,
        )  # fmt: skip
        title, text = answer(check, len(places))
        asked = cuts_asked(view, product.id)
        return {
            "cuts": [
                {"portions": each.portions_per_whole, "text": each.name,
                 "chosen": each.portions_per_whole == self._cut}
                for each in product.configurations
            ],
            "grades": grade_keys(offer, self._grade),
            "quantity": self._quantity,
            "enough": check.supply is Supply.SUFFICIENT,
            "answer": title,
            "advice": _t("Till", "The kitchen has been asked to cut.") if asked else text,
            "tone": "ok" if check.supply is Supply.SUFFICIENT else "warning",
            "fewer": check.ready if check.supply is not Supply.SUFFICIENT else 0,
            "wholes": 0 if asked or check.refused else check.wholes,
            "price": price_text(first, options, view),
            "minutes": duration(60 * minutes) if minutes else "",
        }  # fmt: skip

    def _wish(self, product_id: UUID) -> LineWish:
        return LineWish(product_id, self._quantity, self._cut, self._grade, self._avoids())

    def _check(self) -> LineCheck | None:
        view = self._store.feed.view
        if view is None or self._product_id is None or self._line_id is not None:
            return None
        now = self._store.feed.now()
        return check_order(view, self._shelf.appraiser, [self._wish(self._product_id)], now)[0]

    def _asked(self) -> Asked:
        return Asked(
            quantity=self._quantity,
            grade=self._grade,
            cut=self._cut,
            avoids=self._avoids(),
            options=self._options,
            note=self._note.strip(),
        )
