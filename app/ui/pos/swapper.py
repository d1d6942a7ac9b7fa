"""Another portion for a line, picked by hand: the reason, the price, and who must allow it."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.allocation.stock import GRADE_ORDER, in_sell_first_window
from app.domain.allocation.swap import SwapReason
from app.domain.approval import ApprovalAction
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.ticket import TicketLine
from app.services.choose_portions import Asked, at_most
from app.services.line_care import cut_of, score_milli
from app.services.order_stock import stock_for_order
from app.services.ports import Candidate, Store
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import StoreView
from app.ui.pos.choice_words import swap_reason
from app.ui.pos.shelf import OfferShelf
from app.ui.pos.taking import BY_HAND
from app.ui.shared.approval_dialog import ApprovalDialog

_t = QCoreApplication.translate
UPGRADE = "upgrade"
_NO_FAULT = (SwapReason.DAMAGED, SwapReason.NOT_FOUND)


class Swapper:
    """Swaps portions of lines; asks for an approval where one must go first."""

    def __init__(self, store: Store, shelf: OfferShelf, approval: ApprovalDialog) -> None:
        self._store, self._shelf, self._approval = store, shelf, approval

    async def swap(
        self, session: Session, line_id: UUID, portion_id: UUID, reason: SwapReason, note: str
    ) -> None:
        """Swap; nothing happens when the approval is not given. Raises Refused and its like."""
        view, now = self._store.feed.view, self._store.feed.now()
        line = view.ticket_lines.get(line_id) if view else None
        if view is None or line is None:
            raise Refused(RefusalCode.UNKNOWN_ITEM)
        picked = self._candidate(view, line, portion_id)
        if picked is None:
            raise Refused(RefusalCode.GONE)
        skips = reason not in _NO_FAULT and self._goes_first(view, line)
        approval_id = None
        if skips:
            approval_id = await self._allowed(session, line, picked, view)
            if approval_id is None:
                return
        dearer = picked.unit_price_minor > line.standard_minor
        await self._store.choices.swap(
            session,
            request=new_id(),
            line_id=line_id,
            candidate=picked,
            reason=UPGRADE if dearer else reason.value,
            note=note,
            skips_sell_first=skips,
            former_score_milli=score_milli(view, self._shelf.appraiser, line, now),
            approval_id=approval_id,
        )

    def _candidate(self, view: StoreView, line: TicketLine, portion_id: UUID) -> Candidate | None:
        """The portion at the line's price at most; a better grade at its own."""
        asked = Asked(cut=cut_of(view, line))
        rows = self._shelf.choose(line.product_id, asked, self._store.feed.now())
        found = next((each for row in rows for each in row if each.portion_id == portion_id), None)
        if found is None:
            return None
        better = line.grade is not None and GRADE_ORDER.index(found.grade) < GRADE_ORDER.index(
            line.grade
        )
        limit = None if better else line.standard_minor
        return replace(at_most(found, limit, view.settings.allocation.version), reason=BY_HAND)

    def _goes_first(self, view: StoreView, line: TicketLine) -> bool:
        """Whether the line's own portion is inside the sell-first window."""
        now = self._store.feed.now()
        stock = stock_for_order(view, self._shelf.appraiser, now, {line.product_id})
        own = next((each for each in stock if each.id == line.portion_id), None)
        return own is not None and in_sell_first_window(own, view.settings.allocation, now)

    async def _allowed(
        self, session: Session, line: TicketLine, picked: Candidate, view: StoreView
    ) -> UUID | None:
        portion = view.portions.get(picked.portion_id)
        what = _t("Till", "{name}: {old} has to go first. Take {new} instead.").format(
            name=line.name, old=line.portion_code, new=portion.code if portion else ""
        )
        return await self._approval.obtain(
            session,
            ApprovalAction.SKIP_SELL_FIRST,
            {"line_id": str(line.id), "portion_id": str(picked.portion_id)},
            what=what,
            reasons=[swap_reason(each) for each in SwapReason if each not in _NO_FAULT][:2],
        )
