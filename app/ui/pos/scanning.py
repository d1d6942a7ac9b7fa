"""A portion's code from a scanner: that very portion goes into the order, or it is said why not.

A keyboard-wedge scanner types the code of a label or receipt and ends it with Enter.
"""

import re
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.domain.portion import Portion, PortionState
from app.services.off_sale import OffSale
from app.services.offers import Offer, may_be_sold
from app.services.ports import StoreFeed
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import StoreView
from app.ui.shared.freshness_words import look_word
from app.ui.shared.refusal_text import sentence
from app.ui.shared.review_rows import status_word

_t = QCoreApplication.translate
_CODE = re.compile(r"\S{1,8}(-[A-Z]?\d+)+", re.IGNORECASE)
"""A prefix of at most eight characters, then numbers: `P-1182`, `PP-20261122-0007-3`."""


class Scanning(QObject):
    """Finds the portion; `picked` goes the way of one that was picked by hand on the wheel."""

    picked = Signal(str, str)
    """Product and portion."""
    refused = Signal(str, str)

    def __init__(
        self,
        feed: StoreFeed,
        offer_of: Callable[[UUID], Offer],
        ticket_id: Callable[[], UUID],
        paying: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._feed, self._offer_of = feed, offer_of
        self._ticket_id, self._paying = ticket_id, paying

    def take(self, typed: str, *, surely: bool) -> bool:
        """Take the portion whose code ends what was typed; False when it is no code.

        `surely`: it has to be a code even if no portion in sight has it.
        """
        view, text = self._feed.view, typed.strip().casefold()
        if view is None or not text:
            return False
        portion = _longest(view, text)
        if portion is not None:
            self._take(view, portion)
            return True
        sold = any(text.endswith(line.portion_code.casefold())
                   for line in view.ticket_lines.values() if line.portion_code)  # fmt: skip
        if not sold and not (surely and _CODE.fullmatch(text)):
            return False
        why = _sold() if sold else _t(
            "Till", "No portion here has that code: it left the shop, or it was misread."
        )  # fmt: skip
        self.refused.emit(_title(typed.strip().upper()), why)
        return True

    def _take(self, view: StoreView, portion: Portion) -> None:
        if self._paying():
            self.refused.emit(_title(portion.code), _t("Till", "Finish this payment first."))
            return
        product = view.products[portion.product_id]
        if not may_be_sold(view, product):
            off = _t("Till", "The back office does not sell {name} now.").format(name=product.name)
            self.refused.emit(_title(portion.code), off)
            return
        offer = self._offer_of(product.id)
        if any(each.portion_id == portion.id for each in offer.candidates):
            self.picked.emit(str(portion.product_id), str(portion.id))
            return
        why = _why(view, portion, self._ticket_id(), self._feed.now())
        self.refused.emit(_title(portion.code), why)


def _longest(view: StoreView, text: str) -> Portion | None:
    """The portion whose code ends the text: what stood in the search field before may lead it."""
    found = [each for each in view.portions.values() if text.endswith(each.code.casefold())]
    return max(found, key=lambda each: len(each.code), default=None)


def _why(view: StoreView, portion: Portion, ticket_id: UUID, now: datetime) -> str:
    """Why a portion that is in sight can't be taken."""
    if portion.state is PortionState.RESERVED:
        if portion.ticket_id == ticket_id:
            return _t("Till", "It is in this order already.")
        return _t("Till", "It is held for another order.")
    if portion.state in (PortionState.COMMITTED, PortionState.SERVED):
        return _sold()
    if portion.state is PortionState.IN_DOUBT:
        return _t("Till", "It may be sold already: the kitchen has to look.")
    held = status_word(portion.quality_status, portion.review_causes)
    if portion.state is not PortionState.AVAILABLE or held:
        blocked = _t("Till", "It is blocked: {why}. Lay it aside for the kitchen.")
        return blocked.format(why=held or _t("Till", "not for sale"))
    clocks = OffSale(view)
    if now >= portion.expires_at:
        return sentence(Refused(RefusalCode.PORTION_EXPIRED))[1]
    if now >= clocks.sale_ends_at(portion):
        return sentence(Refused(RefusalCode.OFF_SALE, "removal_lead"))[1]
    look = look_word(clocks.look_block(portion, now))
    if look:
        return _t("Till", "It is blocked: {why}. Lay it aside for the kitchen.").format(why=look)
    return sentence(Refused(RefusalCode.OFF_SALE))[1]


def _title(code: str) -> str:
    return _t("Till", "{code} was not added").format(code=code)


def _sold() -> str:
    return _t("Till", "It has been sold.")
