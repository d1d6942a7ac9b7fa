"""One line of the order panel, derived purely: what is held, why it, and what is offered for it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import Preparation
from app.domain.policy import StoreSettings
from app.domain.ticket import TicketLine
from app.services.own_size import at_line_size
from app.ui.pos.breakdown import breakdown_words
from app.ui.pos.choice_words import chosen_because, degraded_because, stood_in
from app.ui.pos.keeper import LineNote
from app.ui.pos.pending import Pending, PendingPhase
from app.ui.shared.format import amount, change, weight

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line; `phase` is held, waiting, slow (over 500 ms), retry (over 3 s) or removing."""

    key: str
    name: str
    detail: str
    breakdown: str
    grade: str
    amount: str
    plain: bool
    quantity: int
    phase: str
    why: str = ""
    """Why this portion was chosen, or what it stands in for."""
    swappable: bool = False
    better: str = ""
    """The offer of a better grade, as a key; empty once it was answered."""
    trouble: str = ""
    """Why it can't be served and is not replaced by itself."""
    lower: str = ""
    """The offer of a lower grade instead, as a key."""
    size: str = ""
    """The guest's own size while it waits for somebody's consent."""
    asked: str = ""
    """What the guest asks for with it."""


def line_row(
    line: TicketLine,
    removing: frozenset[UUID],
    wanted: Mapping[UUID, int],
    settings: StoreSettings,
    note: LineNote,
) -> LineRow:
    """One line that the store has."""
    place = " · ".join(p for p in (line.portion_code, line.holding_unit_name, line.place) if p)
    name = line.name
    if line.weight_mg is not None:
        name = f"{name}, {weight(line.weight_mg)}"
    return LineRow(
        key=str(line.id),
        name=name,
        detail=place,
        breakdown=breakdown_words(line.breakdown, settings),
        grade=line.grade.value if line.grade else "",
        amount=amount(line.amount_minor, settings),
        plain=line.portion_id is None,
        quantity=wanted.get(line.id, line.quantity),
        phase="removing" if line.id in removing else "held",
        why=stood_in(line) or chosen_because(line),
        swappable=line.portion_id is not None and note.unfit is None,
        better=_better(note, settings),
        trouble=_trouble(line, note),
        lower=_lower(line, note, settings),
        size=_size(line),
        asked=asked_words(line.preparations, line.note, settings),
    )


def _size(line: TicketLine) -> str:
    if not line.size_waits or line.asked_mg is None:
        return ""
    return _t("Till", "{size} waits for a shift lead or manager").format(size=weight(line.asked_mg))


def asked_words(preparations: Iterable[Preparation], note: str, settings: StoreSettings) -> str:
    """Options with what each costs, and the note in quotation marks."""
    parts = [
        f"{each.name} {change(each.price_minor, settings)}" if each.price_minor else each.name
        for each in preparations
    ]
    return " · ".join([*parts, *([f"“{note}”"] if note else [])])


def _better(note: LineNote, settings: StoreSettings) -> str:
    if note.better is None:
        return ""
    upgrade = note.better.upgrade
    if not upgrade.more_minor:
        return _t("Till", "{grade} at this price").format(grade=upgrade.grade.value)
    more = amount(upgrade.more_minor, settings)
    return _t("Till", "+{amount} for {grade}").format(amount=more, grade=upgrade.grade.value)


def _trouble(line: TicketLine, note: LineNote) -> str:
    if note.unfit is None:
        return ""
    why = degraded_because(note.unfit.value)
    if note.pending:
        return _t("Till", "{code}: {why}. Looking for another …").format(
            code=line.portion_code, why=why
        )
    if note.own is not None:
        return _t("Till", "{code} was found to be of grade {grade}: ask the guest.").format(
            code=line.portion_code, grade=note.own.grade.value
        )
    return _t("Till", "{code}: {why}. No equal portion is free: ask the guest.").format(
        code=line.portion_code, why=why
    )


def _lower(line: TicketLine, note: LineNote, settings: StoreSettings) -> str:
    first = note.own or (note.lower[0] if note.lower else None)
    if first is None:
        return ""
    price_minor = at_line_size(line, first.unit_price_minor, settings.pricing.rounding_minor)
    price = amount(price_minor, settings)
    return _t("Till", "{grade} for {price}").format(grade=first.grade.value, price=price)


def pending_row(pending: Pending) -> LineRow:
    """One line that is still on its way."""
    return LineRow(
        key=str(pending.line_id),
        name=pending.name,
        detail=_PENDING_WORDS[pending.phase](),
        breakdown="",
        grade="",
        amount="",
        plain=False,
        quantity=pending.quantity,
        phase=pending.phase.value,
    )


_PENDING_WORDS: dict[PendingPhase, Callable[[], str]] = {
    PendingPhase.WAITING: lambda: "",
    PendingPhase.SLOW: lambda: _t("Till", "waiting for the store …"),
    PendingPhase.RETRY: lambda: _t("Till", "no answer, nothing is held"),
}
