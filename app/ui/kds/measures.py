"""What is weighed, measured and scored at a cut, portion by portion, with each verdict at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.food_policy import PortionPolicy
from app.domain.portion_check import Measured, Standard, judge_portion, presentation_markdown
from app.ui.shared.list_model import RowsModel
from app.ui.shared.review_rows import cause_word

_t = QCoreApplication.translate
_DIGITS = 6
_MOST = {"weight": Decimal(20_000), "angle": Decimal(360), "looks": Decimal(10)}
_LEAST = {"weight": Decimal(1), "angle": Decimal(1), "looks": Decimal(0)}
Typed = dict[str, str]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One portion; `tone` is muted (nothing measured), ok, warning (review) or danger."""

    key: str
    title: str
    figures: str
    verdict: str
    tone: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Measuring:
    """What is cut and by which rules it is judged."""

    standard: Standard
    policy: PortionPolicy
    checklist: tuple[str, ...] = ()


class MeasuresModel(QObject):
    """Digits go to one field of one portion; `Next` goes on to the next portion."""

    changed = Signal()
    begun = Signal()
    """Another whole: what stays the same while one is measured is read again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._of = Measuring(Standard(0, None, cake=False), PortionPolicy())
        self._typed: list[Typed] = []
        self._at, self._field = 0, "looks"
        self._rows: RowsModel[MeasureRow] = RowsModel(MeasureRow, "key", self)

    def begin(self, of: Measuring) -> None:
        """Start anew for a whole that gives `of.standard.portions` portions."""
        self._of = of
        self._typed = [{} for _ in range(of.standard.portions)]
        self._at = 0
        self._field = self._fields()[0]
        self.begun.emit()
        self._show()

    def measured(self) -> list[Measured]:
        """What was typed; what cannot be a measurement counts as not measured."""
        return [self._measured(typed) for typed in self._typed]

    @property
    def valid(self) -> bool:
        """Whether everything typed is a possible measurement."""
        return all(_number(name, text) is not None for t in self._typed for name, text in t.items())

    @Slot(str)
    def choose(self, key: str) -> None:
        """Go to a portion."""
        self._at = int(key)
        self._show()

    @Slot(str)
    def chooseField(self, name: str) -> None:
        """Go to weight, angle or looks."""
        if name in self._fields():
            self._field = name
            self._show()

    @Slot(str)
    def digit(self, key: str) -> None:
        known = self._text()
        if len(known) < _DIGITS and not (key == "." and "." in known):
            self._write(known + key)

    @Slot()
    def erase(self) -> None:
        self._write(self._text()[:-1])

    @Slot()
    def next(self) -> None:
        """The next portion; after the last the first again."""
        self._at = (self._at + 1) % max(1, len(self._typed))
        self._show()

    @Slot()
    def sameForAll(self) -> None:
        """What stands in this field goes to every portion."""
        text = self._text()
        for typed in self._typed:
            typed.pop(self._field, None)
            if text:
                typed[self._field] = text
        self._show()

    def _write(self, text: str) -> None:
        if not self._typed:
            return
        typed = self._typed[self._at]
        typed.pop(self._field, None)
        if text:
            typed[self._field] = text
        self._show()

    def _text(self) -> str:
        return self._typed[self._at].get(self._field, "") if self._typed else ""

    def _fields(self) -> list[str]:
        standard = self._of.standard
        weighed = ["weight"] if standard.weight_mg is not None else []
        return [*weighed, *(["angle"] if standard.round_cut else []), "looks"]

    def _measured(self, typed: Typed) -> Measured:
        weight, angle, looks = (_number(n, typed.get(n, "")) for n in ("weight", "angle", "looks"))
        return Measured(
            weight_mg=None if weight is None else round(weight * 1000),
            angle_mdeg=None if angle is None else round(angle * 1000),
            presentation=None if looks is None else float(looks),
        )

    def _show(self) -> None:
        self._rows.set_rows([self._row(at, typed) for at, typed in enumerate(self._typed)])
        self.changed.emit()

    def _row(self, at: int, typed: Typed) -> MeasureRow:
        verdict, tone = self._verdict(typed)
        units = {"weight": "g", "angle": "°", "looks": "/10"}
        figures = " · ".join(
            f"{typed[n]}{_space(n)}{units[n]}" for n in self._fields() if n in typed
        )
        return MeasureRow(str(at), str(at + 1), figures, verdict, tone, at == self._at)

    def _verdict(self, typed: Typed) -> tuple[str, str]:
        if not typed:
            return "", "muted"
        if any(_number(name, text) is None for name, text in typed.items()):
            return _t("Kitchen", "not possible"), "danger"
        measured = self._measured(typed)
        causes = judge_portion(measured, self._of.standard, self._of.policy).causes
        if causes:
            named = ", ".join(cause_word(cause) for cause in sorted(causes))
            return _t("Kitchen", "review: {causes}").format(causes=named), "warning"
        off = 0
        if measured.presentation is not None:
            off = int(100 * (presentation_markdown(measured.presentation, self._of.policy) or 0))
        if off:
            return _t("Kitchen", "good · −{share} %").format(share=off), "ok"
        return _t("Kitchen", "good"), "ok"

    def _summary(self) -> str:
        judged = [self._verdict(typed)[1] for typed in self._typed if typed]
        if not judged:
            return _t("Kitchen", "Nothing measured")
        text = _t("Kitchen", "{n} of {all} measured").format(n=len(judged), all=len(self._typed))
        held = judged.count("warning")
        return text + (_t("Kitchen", " · {n} to review").format(n=held) if held else "")

    def _titles(self) -> dict[str, str]:
        return {
            "weight": _t("Kitchen", "Weight in g"),
            "angle": _t("Kitchen", "Angle in °"),
            "looks": _t("Kitchen", "Looks, 0 to 10"),
        }

    def _aim(self) -> str:
        """What the portion should be in the chosen field."""
        standard, policy = self._of.standard, self._of.policy
        if self._field == "weight" and standard.weight_mg is not None:
            return _t("Kitchen", "should be {grams} g").format(
                grams=f"{standard.weight_mg / 1000:g}"
            )
        if self._field == "angle" and standard.portions:
            return _t("Kitchen", "should be {angle}°").format(angle=f"{360 / standard.portions:g}")
        return _t("Kitchen", "aim for {score} and more").format(
            score=f"{policy.presentation_target:g}"
        )

    rows = Property(QObject, lambda self: self._rows, constant=True)
    summary = Property(str, _summary, notify=changed)
    aim = Property(str, _aim, notify=changed)
    title = Property(str, lambda self: self._titles()[self._field], notify=changed)
    text = Property(str, lambda self: self._text() or "–", notify=changed)
    at = Property(str, lambda self: str(self._at + 1), notify=changed)
    possible = Property(bool, lambda self: self.valid, notify=changed)
    fieldName = Property(str, lambda self: self._field, notify=changed)  # noqa: N815
    fields = Property(
        list,
        lambda self: [{"key": name, "text": self._titles()[name]} for name in self._fields()],
        notify=begun,
    )
    checklist = Property(list, lambda self: list(self._of.checklist), notify=begun)


def weights_of(measured: Sequence[Measured]) -> tuple[int | None, ...] | None:
    """The weights as the store takes them; None when nothing was weighed."""
    return _any(tuple(each.weight_mg for each in measured))


def angles_of(measured: Sequence[Measured]) -> tuple[int | None, ...] | None:
    """The angles likewise."""
    return _any(tuple(each.angle_mdeg for each in measured))


def looks_of(measured: Sequence[Measured]) -> tuple[float | None, ...] | None:
    """The presentation scores likewise."""
    return _any(tuple(each.presentation for each in measured))


def _any(values: tuple[Value | None, ...]) -> tuple[Value | None, ...] | None:
    return values if any(each is not None for each in values) else None


def _number(name: str, text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if _LEAST[name] <= value <= _MOST[name] else None


def _space(name: str) -> str:
    return " " if name == "weight" else ""
