"""FakeStore's part for allergens: lists, sanitation and incidents in the simple cases."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from app.domain.allergens import canonical
from app.domain.equipment import EquipmentKind, EquipmentRecord, IncidentRecord, IncidentState
from app.domain.people import Session
from app.domain.portion import PortionState
from app.domain.ticket import Service
from app.services.ports import LotFacts, NewSurface, PortionFacts, SanitationEntry
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_approvals import FakeApprovals
from tests.support.fake_feed import FakeFeed
from tests.support.fake_selling import FakeSelling


class FakeAllergens:
    """Implements ports.Allergens."""

    def __init__(self, feed: FakeFeed, selling: FakeSelling, approvals: FakeApprovals) -> None:
        self._feed, self._selling, self._approvals = feed, selling, approvals
        self._log: list[SanitationEntry] = []
        self.withdrawals: list[tuple[UUID, tuple[str, ...]]] = []
        """Who confirmed that the guest withdrew what."""

    async def set_avoidance(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        service: Service,
        codes: Iterable[str],
        withdrawn: bool,
    ) -> None:
        wanted = tuple(sorted({canonical(code) for code in codes}))

        def work() -> None:
            ticket = self._selling.ticket_for(session, ticket_id, service)
            gone = tuple(code for code in ticket.avoids if code not in wanted)
            if gone and not withdrawn:
                raise Refused(RefusalCode.ALLERGEN_CONFLICT, ",".join(gone))
            if gone:
                self.withdrawals.append((session.staff_id, gone))
            self._feed.put((Entity.TICKET, ticket_id, replace(ticket, avoids=wanted)))

        self._feed.run(request, work)

    async def add_to_lot(
        self, session: Session, *, request: UUID, whole_id: UUID, codes: Iterable[str], reason: str
    ) -> None:
        more = {canonical(code) for code in codes}

        def work() -> None:
            if not reason.strip():
                raise Refused(RefusalCode.BAD_TEXT, "reason")
            view = self._feed.known
            for portion in [p for p in view.portions.values() if p.whole_id == whole_id]:
                known = portion.allergens
                if known is None:
                    known = tuple(view.products[portion.product_id].allergens or ())
                both = tuple(sorted({*known, *more}))
                self._feed.put((Entity.PORTION, portion.id, replace(portion, allergens=both)))

        self._feed.run(request, work)

    async def start_cutting(
        self,
        session: Session,
        *,
        request: UUID,
        job_id: UUID,
        whole_id: UUID,
        tool_id: UUID | None,
        surface_id: UUID | None,
    ) -> None:
        self._feed.run(request, lambda: None)

    async def abandon_cutting(self, session: Session, *, request: UUID, job_id: UUID) -> None:
        self._feed.run(request, lambda: None)

    async def log_sanitation(
        self, session: Session, *, request: UUID, equipment_id: UUID, method: str
    ) -> None:
        def work() -> None:
            if not method.strip():
                raise Refused(RefusalCode.BAD_TEXT, "method")
            known = self._feed.known.equipment[equipment_id]
            now = self._feed.now()
            clean = replace(
                known,
                category=None,
                sanitised_at=now,
                sanitised_method=method.strip(),
                sanitised_by=session.staff_id,
            )
            entry = SanitationEntry(
                known.id, known.name, method.strip(), now, known.category, session.staff_name
            )
            self._log.insert(0, entry)
            self._feed.put((Entity.EQUIPMENT, equipment_id, clean))

        self._feed.run(request, work)

    async def save_surface(self, session: Session, *, request: UUID, surface: NewSurface) -> None:
        def work() -> None:
            if not surface.name.strip():
                raise Refused(RefusalCode.BAD_TEXT, "name")
            row = EquipmentRecord(
                surface.id, surface.code, surface.name, EquipmentKind.SURFACE,
                surface.station_id, surface.suits, surface.active, None, None, None, None, None,
            )  # fmt: skip
            self._feed.put((Entity.EQUIPMENT, surface.id, row))

        self._feed.run(request, work)

    async def state_ingredients(
        self, session: Session, *, request: UUID, product_id: UUID, text: str
    ) -> None:
        product = self._feed.known.products[product_id]
        new = replace(product, ingredients=text.strip() or None)
        self._feed.run(request, lambda: self._feed.put((Entity.PRODUCT, product_id, new)))

    async def report_incident(
        self, session: Session, *, request: UUID, incident_id: UUID, whole_id: UUID, note: str
    ) -> None:
        def work() -> None:
            if not note.strip():
                raise Refused(RefusalCode.BAD_TEXT, "note")
            view, now = self._feed.known, self._feed.now()
            incident = IncidentRecord(
                incident_id, whole_id, note.strip(), (whole_id,), (), now, session.staff_id,
                now + view.settings.food.allergens.incident_due, IncidentState.OPEN,
            )  # fmt: skip
            self._feed.put((Entity.ALLERGEN_INCIDENT, incident_id, incident))
            for portion in [p for p in view.portions.values() if p.whole_id == whole_id]:
                blocked = replace(
                    portion, state=PortionState.QUARANTINED, ticket_id=None, reserved_until=None
                )
                self._feed.put((Entity.PORTION, portion.id, blocked))

        self._feed.run(request, work)

    async def read_incident(self, session: Session, *, request: UUID, incident_id: UUID) -> None:
        known = self._feed.known.allergen_incidents[incident_id]
        read = replace(known, read_at=(*known.read_at, session.terminal_id))
        self._feed.run(
            request, lambda: self._feed.put((Entity.ALLERGEN_INCIDENT, incident_id, read))
        )

    async def release_incident(
        self,
        session: Session,
        *,
        request: UUID,
        incident_id: UUID,
        outcome: str,
        approval_id: UUID,
    ) -> None:
        def work() -> None:
            used = self._approvals.use(
                approval_id, "allergen_release", {"incident": str(incident_id)}
            )
            incident = self._feed.known.allergen_incidents[incident_id]
            released = replace(
                incident,
                state=IncidentState.RELEASED,
                released_at=self._feed.now(),
                released_by=session.staff_id,
                approved_by=used.decided_by,
                outcome=outcome,
            )
            self._feed.put((Entity.ALLERGEN_INCIDENT, incident_id, released))

        self._feed.run(request, work)

    async def lot_of(self, code: str) -> UUID:
        def work() -> UUID:
            view = self._feed.known
            for whole in view.wholes.values():
                if whole.code.upper() == code.upper():
                    return whole.id
            for portion in view.portions.values():
                if portion.code.upper() == code.upper():
                    return portion.whole_id
            raise Refused(RefusalCode.UNKNOWN_ITEM, "code")

        return self._feed.run(None, work)

    async def lot_facts(self, code: str) -> LotFacts:
        whole_id, view = await self.lot_of(code.strip()), self._feed.known
        whole = view.wholes[whole_id]
        product = view.products[whole.product_id]
        stated = whole.allergens if whole.allergens is not None else product.allergens
        pieces = (p for p in view.portions.values() if p.whole_id == whole_id and p.allergens)
        for portion in pieces:
            stated = portion.allergens
        known = None if stated is None else tuple(sorted(stated))
        return LotFacts(whole_id, whole.code, product.name, known)

    async def facts(self, portion_id: UUID) -> PortionFacts:
        def work() -> PortionFacts:
            portion = self._feed.known.portions.get(portion_id)
            if portion is None:
                raise Refused(RefusalCode.UNKNOWN_ITEM, "portion")
            whole = self._feed.known.wholes[portion.whole_id]
            stated = portion.allergens or tuple(
                self._feed.known.products[portion.product_id].allergens or ()
            )
            return PortionFacts(
                portion.code, whole.lot_number or whole.code, portion.cut_at, portion.expires_at,
                stated,
            )  # fmt: skip

        return self._feed.run(None, work)

    async def sanitations(self, limit: int = 200) -> tuple[SanitationEntry, ...]:
        return self._feed.run(None, lambda: tuple(self._log[:limit]))
