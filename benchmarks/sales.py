"""Reservations and payments of benchmark portions through the service, as a till makes them."""

from uuid import UUID

from uuid_utils.compat import uuid7

from app.domain.people import Session
from app.domain.portion import Grade
from app.domain.price import PriceReason, PriceStep
from app.domain.ticket import Service
from app.services.ports import Candidate, Store

PRICE_MINOR = 8_900
"""The base price of every product of benchmarks.menu."""


async def reserve(store: Store, session: Session, portion: UUID) -> UUID:
    """Reserve a fresh portion at its base price on a new ticket; return the ticket's id."""
    ticket_id = uuid7()
    step = PriceStep(PriceReason.BASE, PRICE_MINOR, 1)
    await store.selling.reserve_first(
        session,
        request=uuid7(),
        ticket_id=ticket_id,
        line_id=uuid7(),
        service=Service.COUNTER,
        candidates=(Candidate(portion, 0, Grade.A, PRICE_MINOR, PRICE_MINOR, (step,)),),
    )
    return ticket_id


async def sell(store: Store, session: Session, portion: UUID) -> None:
    """Reserve a portion and pay for it exactly."""
    ticket_id = await reserve(store, session, portion)
    await store.selling.pay_cash(
        session,
        request=uuid7(),
        ticket_id=ticket_id,
        expected_total_minor=PRICE_MINOR,
        tendered_minor=PRICE_MINOR,
    )


async def reserve_and_release(store: Store, session: Session, portion: UUID) -> None:
    """Reserve a portion and give the order up: two changes."""
    ticket_id = await reserve(store, session, portion)
    await store.selling.void_ticket(session, request=uuid7(), ticket_id=ticket_id)
