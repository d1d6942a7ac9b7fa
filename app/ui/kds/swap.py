"""Another portion for a paid item, picked by a cook: the reason, and who must allow it."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.allocation.stock import in_sell_first_window
from app.domain.allocation.swap import SwapReason
from app.domain.approval import ApprovalAction
from app.domain.ticket import TicketLine
from app.services.appraisal import Appraiser
from app.services.line_care import score_milli, stand_ins
from app.services.offers import derive_offer
from app.services.order_stock import stock_for_order
from app.services.ports import Candidate
from app.services.store_view import StoreView
from app.ui.kds.desk import Desk, Ready
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.format import duration
from app.ui.shared.words import piece_word

_t = QCoreApplication.translate
_NO_FAULT = (SwapReason.DAMAGED, SwapReason.NOT_FOUND)
MOST = 6
"""Portions shown; the best ones by the choice's own ranking."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is open: the line, and what may take its portion's place, best first."""

    line: TicketLine
    ranking: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class _Swap:
    """What was picked, and why."""

    sheet: _Sheet
    picked: Candidate
    reason: SwapReason
    note: str


class SwapModel(QObject):
    """The sheet is open while `lineKey` is not empty."""

    changed = Signal()

    def __init__(self, desk: Desk, approval: ApprovalDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._approval = desk, approval
        self._sheet: _Sheet | None = None
        self._reason, self._note = SwapReason.GUEST_REQUEST, ""
        self._rows: list[dict[str, str]] = []

    @Slot(str)
    def open(self, line_key: str) -> None:
        """Show what may stand in for a paid item's portion."""
        ready = self._desk.ready()
        line = ready.view.ticket_lines.get(UUID(line_key)) if ready and line_key else None
        if ready is None or line is None or line.portion_id is None:
            return
        offer = derive_offer(ready.view, line.product_id, ready.now)
        row = stand_ins(ready.view, Appraiser(ready.view), offer, line, ready.now)
        self._sheet = _Sheet(line, row)
        self._reason, self._note = SwapReason.GUEST_REQUEST, ""
        self._rows = [_row(ready, each) for each in row[:MOST]]
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        if self._sheet is not None:
            self._sheet, self._rows = None, []
            self.changed.emit()

    @Slot(str)
    def because(self, reason: str) -> None:
        """Choose why."""
        self._reason = SwapReason(reason)
        self.changed.emit()

    @Slot(str)
    def write(self, note: str) -> None:
        """Say more about another reason."""
        self._note = note.strip()
        self.changed.emit()

    @Slot(int)
    def take(self, index: int) -> None:
        """This one; what has to go first is left only with a second person's consent."""
        ready, sheet = self._desk.ready(), self._sheet
        if ready is None or sheet is None or not self._may_take():
            return
        if 0 <= index < len(sheet.ranking):
            swap = _Swap(sheet, sheet.ranking[index], self._reason, self._note)
            self.close()
            granted: list[UUID] = []
            self._desk.start(sheet.line.id, lambda r: self._carry_out(ready, swap, granted, r))

    async def _carry_out(
        self, ready: Ready, swap: _Swap, granted: list[UUID], request: UUID
    ) -> None:
        """`granted` keeps the consent when a lost answer is asked for again."""
        line, ranking = swap.sheet.line, swap.sheet.ranking
        skips = swap.reason not in _NO_FAULT and _goes_first(ready, line)
        if skips and not granted:
            approval_id = await self._allowed(ready, line, swap.picked)
            if approval_id is None:
                return
            granted.append(approval_id)
        await self._desk.store.kitchen.swap_line(
            ready.session,
            request=request,
            line_id=line.id,
            candidate=swap.picked,
            ranking=ranking,
            reason=swap.reason.value,
            note=swap.note,
            skips_sell_first=skips,
            former_score_milli=score_milli(ready.view, Appraiser(ready.view), line, ready.now),
            approval_id=granted[0] if granted else None,
        )

    async def _allowed(self, ready: Ready, line: TicketLine, picked: Candidate) -> UUID | None:
        new = ready.view.portions.get(picked.portion_id)
        what = _t("Kitchen", "{name}: {old} has to go first. Take {new} instead.").format(
            name=line.name, old=line.portion_code, new=new.code if new else ""
        )
        return await self._approval.obtain(
            ready.session,
            ApprovalAction.SKIP_SELL_FIRST,
            {"line_id": str(line.id), "portion_id": str(picked.portion_id)},
            what=what,
            reasons=[_word(SwapReason.GUEST_REQUEST), _word(SwapReason.PRESENTATION)],
        )

    def _may_take(self) -> bool:
        return self._reason is not SwapReason.OTHER or bool(self._note)

    def _title(self) -> str:
        line = self._sheet.line if self._sheet else None
        if line is None:
            return ""
        return _t("Kitchen", "Instead of {code}: {name}").format(
            name=line.name, code=line.portion_code
        )

    def _reasons(self) -> list[dict[str, str]]:
        return [{"key": each.value, "text": _word(each)} for each in SwapReason]

    lineKey = Property(  # noqa: N815
        str, lambda self: str(self._sheet.line.id) if self._sheet else "", notify=changed
    )
    title = Property(str, _title, notify=changed)
    rows = Property(list, lambda self: self._rows, notify=changed)
    reasons = Property(list, _reasons, constant=True)
    reason = Property(str, lambda self: self._reason.value, notify=changed)
    needsWords = Property(  # noqa: N815
        bool, lambda self: self._reason is SwapReason.OTHER, notify=changed
    )
    ready = Property(bool, _may_take, notify=changed)


def _goes_first(ready: Ready, line: TicketLine) -> bool:
    """Whether the line's own portion is inside the sell-first window."""
    view = ready.view
    stock = stock_for_order(view, Appraiser(view), ready.now, {line.product_id})
    own = next((each for each in stock if each.id == line.portion_id), None)
    return own is not None and in_sell_first_window(own, view.settings.allocation, ready.now)


def _row(ready: Ready, each: Candidate) -> dict[str, str]:
    view: StoreView = ready.view
    portion = view.portions[each.portion_id]
    unit = view.holding_units.get(portion.holding_unit_id)
    age = duration((ready.now - portion.cut_at).total_seconds())
    return {
        "code": portion.code,
        "grade": each.grade.value,
        "place": " / ".join(part for part in (unit.name if unit else "", portion.place) if part),
        "piece": piece_word(view, portion),
        "age": _t("Kitchen", "cut {age} ago").format(age=age),
    }


def _word(reason: SwapReason) -> str:
    return {
        SwapReason.GUEST_REQUEST: _t("Kitchen", "Guest's wish"),
        SwapReason.PRESENTATION: _t("Kitchen", "Looks better"),
        SwapReason.DAMAGED: _t("Kitchen", "Damaged"),
        SwapReason.NOT_FOUND: _t("Kitchen", "Not found"),
        SwapReason.OTHER: _t("Kitchen", "Something else"),
    }[reason]
