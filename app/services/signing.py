"""Who may sign checks today, from the picture: the screens say it before the store refuses."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.people import Role, works_as
from app.domain.training import (
    Standing,
    TrainingKind,
    binding_kinds,
    standing,
    trained_until,
)
from app.services.store_view import StoreView

_SIGNS = frozenset({Role.KITCHEN, Role.MANAGER, Role.FOOD_SAFETY_MANAGER, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Lacking:
    """What keeps somebody from signing; `until`: its last day, None when it was never held."""

    kind: TrainingKind
    until: date | None
    may: tuple[str, ...]
    """The names of those who can sign."""


def store_day(view: StoreView, now: datetime) -> date:
    """The store's own day."""
    return now.astimezone(ZoneInfo(view.settings.time_zone)).date()


def binding(view: StoreView, kinds: Iterable[TrainingKind]) -> tuple[TrainingKind, ...]:
    """Of `kinds` those that this shop asks for (`wedge.binding_trainings`)."""
    required = view.settings.food.checkpoints.training_required
    return binding_kinds(view.trainings.values(), kinds, required=required)


def lacking(
    view: StoreView, staff_id: UUID, kinds: Iterable[TrainingKind], now: datetime
) -> Lacking | None:
    """Why this person may not sign; None: they may (`wedge.require_training`)."""
    today, asked = store_day(view, now), binding(view, kinds)
    for kind in asked:
        until = trained_until(view.trainings.values(), staff_id, kind, today)
        if until is None or until < today:
            return Lacking(kind, until, _who_may(view, asked, today))
    return None


def ending(
    view: StoreView, staff_id: UUID, kinds: Iterable[TrainingKind], now: datetime
) -> tuple[TrainingKind, date] | None:
    """The first of this person's trainings that ends soon, and its last day."""
    today, warning = store_day(view, now), view.settings.food.checkpoints.training_warning
    for kind in binding(view, kinds):
        until = trained_until(view.trainings.values(), staff_id, kind, today)
        if until is not None and standing(until, today, warning) is Standing.ENDING:
            return kind, until
    return None


def _who_may(view: StoreView, kinds: tuple[TrainingKind, ...], today: date) -> tuple[str, ...]:
    def has(staff_id: UUID, kind: TrainingKind) -> bool:
        until = trained_until(view.trainings.values(), staff_id, kind, today)
        return until is not None and until >= today

    return tuple(
        sorted(
            person.name
            for person in view.staff.values()
            if person.active
            and works_as(person.role) & _SIGNS
            and all(has(person.id, kind) for kind in kinds)
        )
    )
