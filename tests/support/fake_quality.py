"""Inspections, extensions and waste of many in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.domain.approval import ApprovalAction
from app.domain.calibration import Calibration, Observation, learn, uncalibrated
from app.domain.catalog import HoldingKind, HoldingTemperature
from app.domain.ids import new_id
from app.domain.inspection import Inspection, InspectionKind, Outcome, Prediction, Seen
from app.domain.people import Role, Session
from app.domain.portion import Inspected, Portion, PortionState, Whole
from app.domain.safety_limits import Disposition
from app.domain.task import Task, TaskState
from app.domain.ticket import KitchenState, TicketLine
from app.services.ports import Candidate
from app.services.ports.quality import NOTHING_FREE
from app.services.product_curve import with_learned
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_approvals import FakeApprovals
from tests.support.fake_catalogue import FakeCatalogue
from tests.support.fake_deviations import FakeDeviations
from tests.support.fake_feed import FakeFeed

_ON_ORDER = (PortionState.RESERVED, PortionState.COMMITTED)


class FakeQuality:
    """Implements ports.Quality for the plain cases; the database tests have the rest."""

    def __init__(self, feed: FakeFeed, approvals: FakeApprovals, catalogue: FakeCatalogue) -> None:
        self._feed, self._approvals, self._catalogue = feed, approvals, catalogue
        self.deviations = FakeDeviations(feed)
        self.recorded: list[Inspection] = []
        self.readings: list[tuple[UUID, str, int]] = []
        self.wasted: list[tuple[UUID, str]] = []
        self._learned: dict[tuple[UUID, UUID], tuple[Calibration, float]] = {}

    async def record_inspection(
        self,
        session: Session,
        *,
        request: UUID,
        inspection_id: UUID,
        portion_id: UUID,
        seen: Seen,
        prediction: Prediction,
        candidates: Mapping[UUID, Sequence[Candidate]] = NOTHING_FREE,
    ) -> Outcome:
        def work() -> Outcome:
            return self._record(session, inspection_id, portion_id, seen, prediction, candidates)

        return self._feed.run(request, work)

    def _record(
        self,
        session: Session,
        inspection_id: UUID,
        portion_id: UUID,
        seen: Seen,
        prediction: Prediction,
        candidates: Mapping[UUID, Sequence[Candidate]],
    ) -> Outcome:
        view, now = self._feed.known, self._feed.now()
        portion = view.portions.get(portion_id)
        if portion is None:
            raise Refused(RefusalCode.UNKNOWN_ITEM)
        whole = view.wholes[portion.whole_id]
        if seen.step == "on_display" and "after_cut" in whole.checks_missing:
            raise Refused(RefusalCode.CHECKPOINT_MISSING, "after_cut")
        passed = seen.passed and seen.score >= view.settings.quality.sale_floor
        if not passed and not seen.causes:
            raise Refused(RefusalCode.BAD_TEXT, "cause")
        late = not passed and portion.state in _ON_ORDER
        self._teach(portion, seen, prediction)
        self.recorded.append(
            Inspection(
                inspection_id, now, portion.product_id, portion.holding_unit_id, portion.code,
                seen.kind, seen.score, prediction.score, prediction.effective_age_s, passed,
                seen.causes, session.staff_name,
            )
        )  # fmt: skip
        looked = replace(
            portion,
            inspected=Inspected(now, seen.score),
            recheck_at=None if passed else portion.recheck_at,
            state=portion.state if passed else PortionState.QUARANTINED,
            ticket_id=portion.ticket_id if passed else None,
            reserved_until=portion.reserved_until if passed else None,
        )
        rows = [(Entity.PORTION, portion_id, looked), (Entity.WHOLE, whole.id, _owes(whole, seen))]
        rows += self._set_off(portion, seen, prediction, passed=passed, late=late)
        self._feed.put(*rows)
        stand_in = self._stand_in(portion, candidates) if late else None
        return Outcome(passed, late, stand_in)

    def _set_off(
        self, portion: Portion, seen: Seen, prediction: Prediction, *, passed: bool, late: bool
    ) -> list[tuple[Entity, UUID, object]]:
        view, now = self._feed.known, self._feed.now()
        rows: list[tuple[Entity, UUID, object]] = []
        policy = view.settings.food.checkpoints
        under = round(prediction.score - seen.score, 3) >= policy.under_curve_points
        if not passed or under:
            title = f"{view.products[portion.product_id].name} · {portion.code}"
            cause = "under_curve" if passed else "failed_checkpoint"
            task = Task(
                new_id(), "investigation", title,
                {"portion_id": str(portion.id), "product_id": str(portion.product_id),
                 "cause": cause},
                Role.MANAGER, now, None, None, now + policy.failure_due, TaskState.OPEN, None,
                None, "",
            )  # fmt: skip
            rows.append((Entity.TASK, task.id, task))
        if late:
            rows += [
                (Entity.PORTION, each.id, replace(each, recheck_at=now))
                for each in view.portions.values()
                if each.whole_id == portion.whole_id and each.id != portion.id
            ]
        return rows

    def _stand_in(
        self, failed: Portion, candidates: Mapping[UUID, Sequence[Candidate]]
    ) -> UUID | None:
        view = self._feed.known
        line = next(
            each
            for each in view.ticket_lines.values()
            if each.portion_id == failed.id and not each.voided
        )
        for each in candidates.get(line.id, ()):
            portion = view.portions.get(each.portion_id)
            if portion is None or portion.state is not PortionState.AVAILABLE:
                continue
            if portion.recheck_at is None:
                self._give(line, portion, failed, each)
                return portion.id
        return None

    def _give(self, line: TicketLine, new: Portion, old: Portion, taken: Candidate) -> None:
        unit = self._feed.known.holding_units[new.holding_unit_id]
        moved = replace(
            line, portion_id=new.id, portion_code=new.code, place=new.place,
            holding_unit_name=unit.name, weight_mg=new.weight_mg, grade=taken.grade,
            verified_at=None, verified_temperature_mc=None,
            kitchen_state=line.kitchen_state
            if line.kitchen_state is KitchenState.NONE
            else KitchenState.QUEUED,
        )  # fmt: skip
        held = replace(
            new, state=old.state, ticket_id=line.ticket_id, epoch=new.epoch + 1,
            reserved_until=old.reserved_until,
        )  # fmt: skip
        self._feed.put((Entity.PORTION, new.id, held), (Entity.TICKET_LINE, line.id, moved))

    def _teach(self, portion: Portion, seen: Seen, prediction: Prediction) -> None:
        model = self._feed.known.products[portion.product_id].quality
        policy = self._feed.known.settings.food.calibration
        if model is None:
            return
        key = (portion.product_id, portion.holding_unit_id)
        state, prior = self._learned.get(key) or (
            fresh := uncalibrated(*key, model, policy),
            fresh.theta,
        )
        look = Observation(
            self._feed.now(), portion.initial_quality, prediction.effective_age_s, seen.score
        )
        self._learned[key] = (learn(state, look, model.beta, policy).after, prior)

    async def extend_life(
        self, session: Session, *, request: UUID, whole_id: UUID, until_s: int, approval_id: UUID
    ) -> None:
        def work() -> None:
            view, to_at = self._feed.known, datetime.fromtimestamp(until_s, UTC)
            whole = view.wholes[whole_id]
            mine = [each for each in view.portions.values() if each.whole_id == whole_id]
            fault = self._extension_fault(whole, mine, to_at)
            if fault:
                raise Refused(RefusalCode.EXTENSION_REFUSED, fault)
            subject = {"whole_id": str(whole_id), "until_s": until_s}
            self._approvals.use(approval_id, ApprovalAction.QUALITY_EXTENSION.value, subject)
            until = max(each.expires_at for each in mine)
            self._feed.put(
                (Entity.WHOLE, whole_id, replace(whole, extended_from=until)),
                *((Entity.PORTION, each.id, replace(each, expires_at=to_at)) for each in mine),
            )

        self._feed.run(request, work)

    def _extension_fault(self, whole: Whole, mine: list[Portion], to_at: datetime) -> str:
        view, until = self._feed.known, max(each.expires_at for each in mine)
        kind = view.holding_units[mine[0].holding_unit_id].kind
        limits = view.settings.food.jurisdiction
        longest = {
            HoldingKind.HOT: limits.hot_display_limit,
            HoldingKind.COLD: limits.cold_after_cut_limit,
        }.get(kind) or timedelta(days=999)
        safety = min(whole.expires_at, mine[0].cut_at + longest)
        checks = {
            "already_extended": whole.extended_from is not None,
            "expired": self._feed.now() >= until,
            "not_later": to_at <= until,
            "past_safety_limit": to_at > safety,
            "too_long": to_at > until + view.settings.food.shelf_life.max_extension,
        }
        return next((fault for fault, holds in checks.items() if holds), "")

    async def waste_portions(
        self, session: Session, *, request: UUID, portion_ids: Sequence[UUID], cause: str
    ) -> None:
        def work() -> None:
            known = self._feed.known.portions
            busy = [known[each].code for each in portion_ids if known[each].state in _ON_ORDER]
            if busy:
                raise Refused(RefusalCode.CHANGED, ", ".join(busy))
            self.wasted += [(each, cause) for each in portion_ids]
            self._feed.put(*((Entity.PORTION, each, None) for each in portion_ids))

        self._feed.run(request, work)

    async def hold_portions(
        self, session: Session, *, request: UUID, portion_ids: Sequence[UUID]
    ) -> None:
        def work() -> None:
            known = self._feed.known.portions
            held = [replace(known[each], state=PortionState.QUARANTINED) for each in portion_ids]
            self._feed.put(*((Entity.PORTION, each.id, each) for each in held))

        self._feed.run(request, work)

    async def record_reading(
        self,
        *,
        request: UUID,
        holding_unit_id: UUID,
        sensor: str,
        at: datetime,
        temperature_mc: int,
    ) -> str | None:
        def work() -> str | None:
            self.readings.append((holding_unit_id, sensor, temperature_mc))
            by_hand = (at.timestamp(),) if sensor.startswith("hand: ") else ()
            new = HoldingTemperature(holding_unit_id, ((at.timestamp(), temperature_mc),), by_hand)
            self._feed.put((Entity.HOLDING_TEMPERATURE, holding_unit_id, new))
            return None

        return self._feed.run(request, work)

    async def sign_check(
        self,
        session: Session,
        *,
        request: UUID,
        check_id: UUID,
        holding_unit_id: UUID,
        temperature_mc: int,
    ) -> None:
        await self.record_reading(
            request=request, holding_unit_id=holding_unit_id,
            sensor=f"hand: {session.staff_name}", at=self._feed.now(),
            temperature_mc=temperature_mc,
        )  # fmt: skip

    async def complete_correction(
        self,
        session: Session,
        *,
        request: UUID,
        deviation_id: UUID,
        cause: str,
        action: str,
        lots: Mapping[UUID, Disposition],
    ) -> None:
        self.deviations.complete(session, request, deviation_id, cause, action, lots)

    async def decide_held_lot(
        self,
        session: Session,
        *,
        request: UUID,
        deviation_id: UUID,
        whole_id: UUID,
        disposition: Disposition,
    ) -> None:
        self._feed.run(request, lambda: self.deviations.decide(deviation_id, whole_id, disposition))

    async def adopt_curve(
        self,
        session: Session,
        *,
        request: UUID,
        product_id: UUID,
        holding_unit_id: UUID,
        e7: timedelta,
        approval_id: UUID | None,
    ) -> None:
        def work() -> None:
            state, _ = self._learned[product_id, holding_unit_id]
            policy = self._feed.known.settings.food.calibration
            if state.inspections < policy.propose_after:
                raise Refused(RefusalCode.NOT_READY, str(state.inspections))
            product = self._feed.known.products[product_id]
            new = with_learned(product, e7)
            assert new is not None
            self._catalogue.change_curve(session, replace(new, curve_approval_id=approval_id))
            row = replace(product, quality=new.quality)
            self._feed.put((Entity.PRODUCT, product_id, row))

        self._feed.run(request, work)

    async def reset_watch(self, session: Session, *, request: UUID, subject_id: UUID) -> None:
        def work() -> None:
            watches = self._feed.known.watches.values()
            mine = [each for each in watches if each.subject_id == subject_id]
            if not mine:
                raise Refused(RefusalCode.CHANGED)
            self._feed.put(*((Entity.WATCH, each.id, None) for each in mine))

        self._feed.run(request, work)

    async def check_effect(
        self, session: Session, *, request: UUID, task_id: UUID, finding: str
    ) -> None:
        def work() -> None:
            if not finding.strip():
                raise Refused(RefusalCode.BAD_TEXT, "finding")

        self._feed.run(request, work)

    async def inspections(self, since: datetime) -> tuple[Inspection, ...]:
        newest = sorted(self.recorded, key=lambda each: each.at, reverse=True)
        return tuple(each for each in newest if each.at >= since)

    async def calibrations(self) -> tuple[tuple[Calibration, float], ...]:
        return tuple(self._learned.values())


def _owes(whole: Whole, seen: Seen) -> Whole:
    if seen.kind is not InspectionKind.CHECKPOINT or seen.step is None:
        return whole
    left = tuple(step for step in whole.checks_missing if step != seen.step.value)
    return replace(whole, checks_missing=left)
