"""The inspection sheet: a score by large keys, what is wrong, a temperature."""
# ruff: noqa: N815

from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.inspection import FailCause, InspectionKind, Seen
from app.domain.training import kinds_to_sign
from app.services.checks_due import DueCheck
from app.services.inspect_portion import predict
from app.services.store_view import StoreView
from app.ui.kds.checks import what_text
from app.ui.kds.desk import Desk
from app.ui.kds.training_notice import ending_text, missing_text
from app.ui.kds.typed_temperature import TemperatureKeys

_t = QCoreApplication.translate


class InspectModel(TemperatureKeys):
    """`confirmed` carries nothing: `seen` and `portion_id` say what to record."""

    changed = Signal()
    confirmed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._check: DueCheck | None = None
        self.typedChanged.connect(self.changed)
        self._title = self._said = self._line_key = ""
        self._score: float | None = None
        self._causes: set[str] = set()
        self._floor = 0.0
        self._epoch = 0

    def begin(self, check: DueCheck, view: StoreView, line_key: str = "") -> None:
        """Start with an empty sheet for one look; `line_key`: the paid item it is of."""
        self._line_key = line_key
        self._epoch = view.portions[check.portion_id].epoch
        portion = view.portions[check.portion_id]
        product = view.products.get(portion.product_id)
        self._check, self._score, self._causes = check, None, set()
        self._floor = view.settings.quality.sale_floor
        self._can_be = view.settings.food.readings
        self.clear()
        self._title = f"{product.name if product else ''} · {portion.code}"
        expected = predict(view, portion, self._desk.store.feed.now()).score
        self._said = _t("Kitchen", "{what} · the curve says {score}").format(
            what=what_text(check), score=f"{expected:.1f}"
        )
        self.changed.emit()

    @Slot(str)
    def score(self, key: str) -> None:
        """A whole point; the key ½ adds or takes half a one."""
        if key == "half":
            if self._score is not None:
                half = self._score % 1 == 0.5
                self._score = self._score - 0.5 if half else min(10.0, self._score + 0.5)
        else:
            self._score = float(key)
        self.changed.emit()

    @Slot(str)
    def cause(self, key: str) -> None:
        """Name a cause, or take it back."""
        self._causes ^= {key}
        self.changed.emit()

    @Slot()
    def record(self) -> None:
        """It may stay, unless its score says otherwise."""
        if self._acceptable():
            self._passed = True
            self.confirmed.emit()

    @Slot()
    def fail(self) -> None:
        """It leaves sale whatever its score."""
        if self._may_fail():
            self._passed = False
            self.confirmed.emit()

    def portion_id(self) -> UUID | None:
        """Which portion was looked at."""
        return self._check.portion_id if self._check else None

    def seen(self) -> Seen | None:
        """What to write down; None before a score was chosen."""
        if self._check is None or self._score is None:
            return None
        return Seen(
            kind=InspectionKind(self._check.kind),
            score=self._score,
            step=self._check.step,
            passed=self._passed,
            causes=tuple(sorted(self._causes)),
            temperature_mc=self.mc(),
            epoch=self._epoch,
        )

    _passed = True

    def _below(self) -> bool:
        return self._score is not None and self._score < self._floor

    def _acceptable(self) -> bool:
        if self.impossible():
            return False
        if self._below():
            return bool(self._causes)
        return self._score is not None and not self._missing()

    def _may_fail(self) -> bool:
        return self._score is not None and bool(self._causes) and not self.impossible()

    def _missing(self) -> str:
        """What whoever is signed in lacks to let it stay; empty: nothing."""
        ready = self._desk.ready()
        if ready is None or self._check is None:
            return ""
        return missing_text(ready, kinds_to_sign(self._check.step))

    def _training(self) -> str:
        """What is missing to sign, and who may instead; or what ends soon."""
        if missing := self._missing():
            out = _t("Kitchen", "What is bad you can take off sale all the same.")
            return f"{missing} {out}"
        ready = self._desk.ready()
        if ready is None or self._check is None:
            return ""
        return ending_text(ready, kinds_to_sign(self._check.step))

    def _message(self) -> str:
        if self.impossible():
            return _t("Kitchen", "No thermometer reads that. Type what it shows.")
        if self._score is None:
            return self._said
        if self._below() and not self._causes:
            return _t("Kitchen", "Too low to be sold: say what is wrong with it.")
        if self._below():
            return _t("Kitchen", "It leaves sale.")
        return self._said

    def _cause_rows(self) -> list[dict[str, object]]:
        words = {
            FailCause.DRY_EDGE: _t("Kitchen", "Dry edge"),
            FailCause.UNEVEN_CUT: _t("Kitchen", "Uneven cut"),
            FailCause.DAMAGE: _t("Kitchen", "Damaged"),
            FailCause.AGE: _t("Kitchen", "Too old"),
            FailCause.TEMPERATURE: _t("Kitchen", "Temperature"),
            FailCause.OTHER: _t("Kitchen", "Something else"),
        }
        return [{"key": each.value, "text": text} for each, text in words.items()]

    lineKey = Property(str, lambda self: self._line_key, notify=changed)
    title = Property(str, lambda self: self._title, notify=changed)
    message = Property(str, _message, notify=changed)
    scoreText = Property(
        str, lambda self: "–" if self._score is None else f"{self._score:g}", notify=changed
    )
    training = Property(str, _training, notify=changed)
    maySign = Property(bool, lambda self: not self._missing(), notify=changed)
    below = Property(bool, _below, notify=changed)
    acceptable = Property(bool, _acceptable, notify=changed)
    mayFail = Property(bool, _may_fail, notify=changed)
    causes = Property(list, _cause_rows, constant=True)
    chosen = Property(list, lambda self: sorted(self._causes), notify=changed)
