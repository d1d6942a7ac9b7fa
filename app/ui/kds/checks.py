"""The checks that are due and the food that leaves sale, as the checks sheet shows them."""
# ruff: noqa: N815

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal

from app.domain.checkpoints import Due, Step
from app.domain.inspection import InspectionKind
from app.domain.portion import Portion, PortionState
from app.domain.quality_watch import Trouble
from app.domain.time_tracking import Watch
from app.services.checks_due import ClockCheck, DueCheck
from app.services.corrections import Correction, corrections
from app.services.kitchen_stock import KitchenStock
from app.services.off_sale import OffSale
from app.services.store_view import StoreView
from app.ui.kds.temperature_rows import cold_looks, cold_words, correction_words
from app.ui.shared.format import clock, duration
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One look to take; `key` finds its DueCheck, `keyText` says what it asks for."""

    key: str
    name: str
    reason: str
    tone: str
    keyText: str


@dataclass(frozen=True, slots=True)
class LeavingRow:
    """Portions of one lot that are off sale until each has its waste record.

    `otherText` is a second way out: another look, or the one extension, and once the limit has
    passed only to keep it on hold; empty where there is none.
    """

    key: str
    name: str
    reason: str
    tone: str
    otherText: str


class ChecksModel(QObject):
    """`text` is the key's; `tone` is danger while a check is overdue or food is past its limit."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: RowsModel[CheckRow] = RowsModel(CheckRow, "key", self)
        self._leaving: RowsModel[LeavingRow] = RowsModel(LeavingRow, "key", self)
        self._due: dict[str, DueCheck] = {}
        self._clocks: dict[str, ClockCheck] = {}
        self.corrections: list[Correction] = []
        self._lots: dict[str, list[Portion]] = {}
        self._state = (0, 0, "quiet")

    def show(self, stock: KitchenStock) -> None:
        """Show both lists."""
        view, now = stock.view, stock.now
        asked = (Watch.MANUAL_DUE, Watch.MANUAL_OVERDUE)
        self._clocks = {
            f"unit_{each.unit_id}": each for each in stock.clocks if each.tracking.watch in asked
        }
        clock_rows = [_clock_row(key, each, view) for key, each in self._clocks.items()]
        self._due = {f"again_{each.whole_id}": each for each in stock.again}
        self._due |= {f"{each.kind.value}_{each.portion_id}": each for each in stock.checks}
        checks = [*stock.again, *stock.checks]
        food_rows = [_row(key, each, view, now) for key, each in self._due.items()]
        unit_rows = self._of_temperatures(view, now)
        self._rows.set_rows([*unit_rows, *clock_rows, *food_rows])
        self._lots = dict(stock.leaving)
        sale = OffSale(view)
        self._leaving.set_rows(
            [_leaving(key, each, view, now, sale) for key, each in self._lots.items()]
        )
        pressing = [each for each in checks if each.state is not Due.SCHEDULED]
        overdue = [each for each in checks if each.state is Due.OVERDUE]
        alarm = overdue or any(row.tone == "danger" for row in (*unit_rows, *clock_rows))
        alarm = alarm or any(row.tone == "danger" for row in self._leaving.rows)
        due = len(pressing) + len(clock_rows) + len(unit_rows)
        tone = "danger" if alarm else "warning" if due or self._lots else "quiet"
        state = (due, len(self._lots), tone)
        if state != self._state:
            self._state = state
            self.changed.emit()

    def _of_temperatures(self, view: StoreView, now: datetime) -> list[CheckRow]:
        rows = []
        self.corrections = corrections(view)
        for each in self.corrections:
            said, tone = correction_words(each, view, now)
            key = f"correct_{each.deviation_id}"
            rows.append(CheckRow(key, each.unit_name, said, tone, _t("Kitchen", "Act")))
        for key, (task, look) in cold_looks(view).items():
            self._due[key] = look
            name = _row(key, look, view, now).name
            rows.append(CheckRow(key, name, cold_words(task), "warning", _t("Kitchen", "Look")))
        return rows

    def due(self, key: str) -> DueCheck | None:
        """The check behind a row."""
        return self._due.get(key)

    def clock(self, key: str) -> ClockCheck | None:
        """The silent unit behind a row."""
        return self._clocks.get(key)

    def silent_units(self) -> list[tuple[str, ClockCheck]]:
        """The units a person measures, with the keys of their rows."""
        return list(self._clocks.items())

    def overdue_clocks(self) -> list[ClockCheck]:
        """The units whose signed check was missed."""
        clocks = self._clocks.values()
        return [each for each in clocks if each.tracking.watch is Watch.MANUAL_OVERDUE]

    def lot(self, key: str) -> list[Portion]:
        """The portions behind a row of what leaves sale."""
        return self._lots.get(key, [])

    def _text(self) -> str:
        due, leaving, tone = self._state
        mark = {"danger": "▲", "warning": "◆"}.get(tone, "■")
        return _t("Kitchen", "{mark} Checks {due} · off sale {leaving}").format(
            mark=mark, due=due, leaving=leaving
        )

    rows = Property(QObject, lambda self: self._rows, constant=True)
    leaving = Property(QObject, lambda self: self._leaving, constant=True)
    text = Property(str, _text, notify=changed)
    tone = Property(str, lambda self: self._state[2], notify=changed)


def _clock_row(key: str, check: ClockCheck, view: StoreView) -> CheckRow:
    overdue = check.tracking.watch is Watch.MANUAL_OVERDUE
    said = (
        _t("Kitchen", "Backup mode, silent since {time}: entry missed at {due}, food blocked")
        if overdue
        else _t("Kitchen", "Backup mode, silent since {time}: measure and sign by {due}")
    )
    reason = said.format(
        time=clock(check.last_at, view.settings),
        due=clock(check.tracking.overdue_at, view.settings),
    )
    tone = "danger" if overdue else "warning"
    return CheckRow(key, check.name, reason, tone, _t("Kitchen", "Measure"))


def off_by_score(sale: OffSale, lot: list[Portion], now: datetime) -> bool:
    """Whether another look could put the lot on sale again: no clock or hold stands against it."""
    return all(now < sale.sale_ends_at(each) and not is_held(each) for each in lot)


def is_held(portion: Portion) -> bool:
    """Kept apart: by a person, a review or a temperature deviation."""
    return (
        portion.state is PortionState.QUARANTINED
        or portion.deviation_id is not None
        or not portion.quality_status.sellable
    )


def _row(key: str, check: DueCheck, view: StoreView, now: datetime) -> CheckRow:
    portion, whole = view.portions[check.portion_id], view.wholes.get(check.whole_id)
    product = view.products.get(portion.product_id)
    where = portion.code if check.portions == 1 or whole is None else whole.code
    return CheckRow(
        key,
        _t("Kitchen", "{name} · {code}").format(name=product.name if product else "", code=where),
        " · ".join(
            e for e in (what_text(check), _when(check, view, now), _often(check, view, now)) if e
        ),
        {Due.SCHEDULED: "ok", Due.DUE: "warning", Due.OVERDUE: "danger"}[check.state],
        _t("Kitchen", "Look"),
    )


def what_text(check: DueCheck) -> str:
    """Which look it is."""
    if check.codes:
        return _t("Kitchen", "Re-inspect {codes}: a guest complained").format(
            codes=", ".join(check.codes)
        )
    if check.demanded:
        return _t("Kitchen", "A sibling failed: look at it before it goes out")
    if check.step is not None:
        return {
            Step.AFTER_CUT: _t("Kitchen", "After cutting"),
            Step.ON_DISPLAY: _t("Kitchen", "Put on display"),
            Step.HANDOVER: _t("Kitchen", "Hand-over"),
        }[check.step]
    if check.kind is InspectionKind.RANDOM:
        return _t("Kitchen", "By chance")
    return _t("Kitchen", "Score it again")


def _when(check: DueCheck, view: StoreView, now: datetime) -> str:
    at = clock(check.due_at, view.settings)
    if check.state is Due.OVERDUE:
        late = duration((now - check.due_at).total_seconds())
        return _t("Kitchen", "due {time}, overdue {late}").format(time=at, late=late)
    return _t("Kitchen", "due {time}").format(time=at)


def _often(check: DueCheck, view: StoreView, now: datetime) -> str:
    """Why it comes sooner than usual: its product or unit is under watch. Empty otherwise."""
    portion = view.portions[check.portion_id]
    if check.kind is not InspectionKind.RECHECK or check.demanded:
        return ""
    if not OffSale(view).is_watched(portion, now):
        return ""
    subjects = (portion.product_id, portion.holding_unit_id)
    late = any(
        each.trouble is Trouble.LATE_FAILURE and each.since <= now < each.until
        for each in view.watches.values()
        if each.subject_id in subjects
    )
    return (
        _t("Kitchen", "twice as often: failed late today")
        if late
        else _t("Kitchen", "twice as often: lost its grade today")
    )


def _leaving(
    key: str, lot: list[Portion], view: StoreView, now: datetime, sale: OffSale
) -> LeavingRow:
    product, whole = view.products.get(lot[0].product_id), view.wholes.get(lot[0].whole_id)
    limit = min(each.expires_at for each in lot)
    past, by_score = limit <= now, off_by_score(sale, lot, now)
    apart = all(each.state is PortionState.QUARANTINED for each in lot)
    if past and apart:
        said = _t("Kitchen", "{codes} · on hold, past its limit since {time}: waste it")
    elif past:
        said = _t("Kitchen", "{codes} · past its limit since {time}: waste it")
    elif by_score:
        said = _t("Kitchen", "{codes} · score too low: waste it or score it again")
    else:
        said = _t("Kitchen", "{codes} · off sale, limit {time}")
    other = ""
    if by_score:
        other = _t("Kitchen", "Score")
    elif past and not apart:
        other = _t("Kitchen", "Keep on hold")
    elif (
        not past
        and not any(is_held(each) for each in lot)
        and (whole is None or whole.extended_from is None)
    ):
        other = _t("Kitchen", "Extend")
    codes = lot[0].code if len(lot) == 1 else f"{lot[0].code} +{len(lot) - 1}"
    return LeavingRow(
        key,
        f"{len(lot)} × {product.name if product else ''}",
        said.format(codes=codes, time=clock(limit, view.settings)),
        "danger" if past else "warning",
        other,
    )
