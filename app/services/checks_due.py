"""Which food must be looked at, and when: derived from the picture alone (docs/quality.md)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.catalog import HoldingKind
from app.domain.checkpoints import Due, Step, due_state, random_check_at
from app.domain.inspection import InspectionKind
from app.domain.looks import last_look_at
from app.domain.portion import Portion, PortionState
from app.domain.time_tracking import Tracking, Watch, tracking
from app.services.appraisal import Appraiser
from app.services.off_sale import OffSale
from app.services.store_view import StoreView
from app.services.unit_safety import last_observed

_LIVE = (PortionState.AVAILABLE, PortionState.RESERVED, PortionState.COMMITTED)


@dataclass(frozen=True, slots=True)
class DueCheck:
    """One look that is due or comes soon. `portions` is how many portions it is about."""

    portion_id: UUID
    whole_id: UUID
    kind: InspectionKind
    step: Step | None
    due_at: datetime
    state: Due
    portions: int
    demanded: bool = False
    """A sibling failed after it was sold: this one must be seen before it goes out."""
    codes: tuple[str, ...] = ()
    """The portions of a lot that a guest complained about; empty for other looks."""


FloorAt = Callable[[Portion], datetime | None]
"""When a portion's score is predicted to reach the sale floor; None where nobody can say."""


def checks_due(
    view: StoreView, now: datetime, ahead: timedelta, floor_at: FloorAt | None = None
) -> list[DueCheck]:
    """Every look due until `now` + `ahead`, soonest first: steps, rechecks, demands, by chance."""
    clocks = OffSale(view)
    if floor_at is None:
        appraiser = Appraiser(view)

        def floor_at(portion: Portion) -> datetime | None:
            return appraiser.floor_at(portion, now)

    lots: dict[tuple[UUID, UUID], list[Portion]] = {}
    for portion in view.portions.values():
        if portion.state in _LIVE and now < portion.expires_at:
            lots.setdefault((portion.whole_id, portion.holding_unit_id), []).append(portion)
    found = [
        check
        for lot in lots.values()
        for check in _of_lot(view, clocks, floor_at, lot, now, now + ahead)
    ]
    return sorted(found, key=lambda check: (check.due_at, check.portion_id))


@dataclass(frozen=True, slots=True)
class ClockCheck:
    """A unit in backup mode: its sensor is silent since `last_at`, somebody has to sign
    temperatures; the last one at `entry_at`."""

    unit_id: UUID
    name: str
    last_at: datetime
    entry_at: datetime | None
    tracking: Tracking


def clock_checks(view: StoreView, now: datetime) -> list[ClockCheck]:
    """The monitored units with food that are in backup mode, by name (BR-05.5, BR-06.4)."""
    since: dict[UUID, datetime] = {}
    for portion in view.portions.values():
        if portion.state in _LIVE:
            known = since.get(portion.holding_unit_id, portion.cut_at)
            since[portion.holding_unit_id] = min(known, portion.cut_at)
    found = []
    for unit in view.holding_units.values():
        if unit.kind is HoldingKind.AMBIENT or unit.id not in since:
            continue
        last_at, entry_at = last_observed(view, unit.id)
        # Before any sensor spoke the food itself began the clock.
        automatic = last_at or (since[unit.id] if entry_at is None else None)
        food = view.settings.food
        signed = () if entry_at is None else (entry_at,)
        state = tracking(automatic, signed, now, food.shelf_life, food.readings)
        if state.watch is not Watch.AUTOMATIC:
            silent_since = last_at or since[unit.id]
            found.append(ClockCheck(unit.id, unit.name, silent_since, entry_at, state))
    return sorted(found, key=lambda each: each.name)


def _of_lot(
    view: StoreView,
    clocks: OffSale,
    floor_at: FloorAt,
    lot: list[Portion],
    now: datetime,
    until: datetime,
) -> Iterator[DueCheck]:
    policy = view.settings.food.checkpoints
    whole = view.wholes.get(lot[0].whole_id)
    first = min(lot, key=lambda portion: (portion.wedge, portion.id))

    def check(
        portion: Portion, kind: InspectionKind, at: datetime, count: int,
        step: Step | None = None, *, demanded: bool = False,
    ) -> DueCheck:  # fmt: skip
        return DueCheck(
            portion.id, portion.whole_id, kind, step, at, due_state(at, now, policy), count,
            demanded,
        )  # fmt: skip

    for portion in lot:
        if portion.recheck_at is not None:
            yield check(portion, InspectionKind.RECHECK, portion.recheck_at, 1, demanded=True)
    if whole is not None and whole.checks_missing:
        at = first.cut_at + policy.step_due
        if at <= until:
            step = Step(whole.checks_missing[0])
            yield check(first, InspectionKind.CHECKPOINT, at, len(lot), step)
        return
    plain = [portion for portion in lot if portion.recheck_at is None]
    if plain:
        oldest = min(plain, key=last_look_at)
        ends_at = floor_at(oldest)
        # What is at its floor already left sale by its score: no look is late for it.
        at = clocks.look_due_at(oldest, now, ends_at if ends_at and ends_at > now else None)
        if at <= until:
            yield check(oldest, InspectionKind.RECHECK, at, len(plain))
            return
    for portion, at in _by_chance(plain, clocks, view):
        if at <= until:
            yield check(portion, InspectionKind.RANDOM, at, 1)


def _by_chance(
    lot: Iterable[Portion], clocks: OffSale, view: StoreView
) -> Iterator[tuple[Portion, datetime]]:
    for portion in lot:
        if portion.state is not PortionState.AVAILABLE:
            continue
        at = random_check_at(
            portion.id, portion.cut_at, clocks.sale_ends_at(portion), view.settings.food.checkpoints
        )
        if at is not None and (portion.inspected is None or portion.inspected.at < at):
            yield portion, at
