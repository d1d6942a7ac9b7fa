"""Training in words: a line per person with what each kind is worth today, and their records."""
# ruff: noqa: N815

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.people import Staff
from app.domain.training import (
    Effect,
    Standing,
    Training,
    TrainingKind,
    standing,
    trained_until,
)
from app.services.store_view import StoreView
from app.ui.manager.look_lines import mean_text
from app.ui.shared import format as text
from app.ui.shared import words
from app.ui.shared.refusal_training import training_word

_t = QCoreApplication.translate
_TONES = {Standing.NONE: "muted", Standing.VALID: "ok", Standing.ENDING: "warning",
          Standing.LAPSED: "danger"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person; the columns are named as the kinds are."""

    id: str
    name: str
    role: str
    quality: str
    qualityTone: str
    portioning: str
    portioningTone: str
    food_handling: str
    food_handlingTone: str
    allergens: str
    allergensTone: str


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record of the chosen person."""

    id: str
    name: str
    days: str
    by: str
    effect: str
    counts: bool


def standings(view: StoreView, today: date) -> dict[tuple[UUID, TrainingKind], Standing]:
    """How each kind of each person at work stands."""
    warning = view.settings.food.checkpoints.training_warning
    return {
        (person.id, kind): standing(
            trained_until(view.trainings.values(), person.id, kind, today), today, warning
        )
        for person in view.staff.values()
        if person.active
        for kind in TrainingKind
    }


def person_rows(view: StoreView, today: date) -> list[PersonRow]:
    """Everybody who works here, by name."""
    found = standings(view, today)
    people = [person for person in view.staff.values() if person.active]
    return [
        _person(view, person, found, today)
        for person in sorted(people, key=lambda person: person.name.casefold())
    ]


def _person(
    view: StoreView, person: Staff, found: Mapping[tuple[UUID, TrainingKind], Standing],
    today: date,
) -> PersonRow:  # fmt: skip
    cells: list[str] = []
    for kind in TrainingKind:
        until = trained_until(view.trainings.values(), person.id, kind, today)
        stands = found[person.id, kind]
        cells += [_cell(until, stands, view), _TONES[stands]]
    return PersonRow(str(person.id), person.name, words.role(person.role), *cells)


def _cell(until: date | None, stands: Standing, view: StoreView) -> str:
    if until is None:
        return "–"
    mark = {
        Standing.VALID: "●",
        Standing.ENDING: "◆",
    }.get(stands, "▲")
    return f"{mark} {text.day(until, view.settings)}"


def record_rows(view: StoreView, staff_id: UUID, effects: Mapping[UUID, Effect]) -> list[RecordRow]:
    """A person's records, the newest training first."""
    mine = [each for each in view.trainings.values() if each.staff_id == staff_id]
    mine.sort(key=lambda each: (each.held_on, each.recorded_at), reverse=True)
    return [_record(view, each, effects.get(each.id)) for each in mine]


def _record(view: StoreView, each: Training, effect: Effect | None) -> RecordRow:
    days = _t("Office", "{held} – {until}").format(
        held=text.day(each.held_on, view.settings), until=text.day(each.valid_until, view.settings)
    )
    by = _t("Office", "written down by {name}").format(name=_name(view, each.recorded_by))
    if each.withdrawn_by is not None:
        by = _t("Office", "withdrawn by {name}").format(name=_name(view, each.withdrawn_by))
    if each.note:
        by = f"{by} · {each.note}"
    shown = (
        effect is not None
        and (effect.before or effect.after)
        and each.withdrawn_at is None
        and each.kind in _TAUGHT
    )
    return RecordRow(
        str(each.id), training_word(each.kind), days, by,
        effect_text(effect) if effect and shown else "", each.withdrawn_at is None,
    )  # fmt: skip


_TAUGHT = (TrainingKind.QUALITY, TrainingKind.PORTIONING)


def effect_text(effect: Effect) -> str:
    """Mean scores before and after, with how many looks they are of."""
    return _t(
        "Office",
        "Mean score {before} in the {days} days before ({m} looks), {after} in those after ({n})",
    ).format(
        before=mean_text(effect.before_mean), after=mean_text(effect.after_mean),
        days=effect.days, m=effect.before, n=effect.after,
    )  # fmt: skip


def _name(view: StoreView, staff_id: UUID) -> str:
    person = view.staff.get(staff_id)
    return person.name if person else ""
