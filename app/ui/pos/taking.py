"""What a tap takes: pieces are counted up, portions are chosen; lost ones are looked for again."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol
from uuid import UUID

from app.domain.people import Session
from app.domain.ticket import TicketLine
from app.services.choose_portions import Asked
from app.services.extra_portion import EXTRA
from app.services.offers import Offer
from app.services.ports import Candidate
from app.ui.pos.adder import Adder, Wish
from app.ui.pos.quantities import Quantities

BY_HAND = "by_hand"


class Counter(Protocol):
    """Today's offers, and the choice among what they hold."""

    def offer(self, product_id: UUID) -> Offer: ...
    def choose(self, product_id: UUID, asked: Asked) -> list[tuple[Candidate, ...]]: ...


class Taking:
    """Turns taps into wishes of one order. Nothing is taken while nobody is signed in."""

    def __init__(
        self, adder: Adder, pieces: Quantities, lines: Callable[[], Sequence[TicketLine]]
    ) -> None:
        self._adder = adder
        self._pieces = pieces
        self._lines = lines
        self._session: Session | None = None
        self._counter: Counter | None = None

    def use(self, session: Session | None, counter: Counter) -> None:
        """Sell for `session` from `counter`."""
        self._session, self._counter = session, counter

    def shown(self, product_id: UUID, avoids: frozenset[str] = frozenset()) -> Asked:
        """What the product's tile shows: the next portion's grade and price."""
        offer = self._counter.offer(product_id) if self._counter else None
        if offer is None or offer.price is None:
            return Asked(avoids=avoids)
        return Asked(grade=offer.grade, quote_minor=offer.price.amount_minor, avoids=avoids)

    def plain(
        self, ticket_id: UUID, product_id: UUID, name: str, asked: Asked | None = None
    ) -> None:
        """One more piece: on its line, on one that is on its way, or on a new one.

        What is asked for something special has a line of its own.
        """
        if self._session is None:
            return
        if asked is not None and (asked.options or asked.note):
            wish = Wish(self._session, ticket_id, product_id, name, (), plain=True, asked=asked)
            self._adder.add(wish)
            return
        for line in self._lines():
            if line.product_id == product_id and not (line.preparations or line.note):
                known = self._pieces.wanted.get(line.id, line.quantity)
                self._pieces.wish(self._session, line.id, max(known, line.quantity) + 1)
                return
        if not self._adder.raise_plain(ticket_id, product_id):
            self._adder.add(Wish(self._session, ticket_id, product_id, name, (), plain=True))

    def portions(self, ticket_id: UUID, product_id: UUID, name: str, asked: Asked) -> list[UUID]:
        """A line for each portion that can be had; returns their ids."""
        if self._session is None or self._counter is None:
            return []
        return [
            self._adder.add(
                Wish(self._session, ticket_id, product_id, name, row, plain=False, asked=asked)
            )
            for row in self._counter.choose(product_id, asked)
        ]

    def row(
        self, ticket_id: UUID, product_id: UUID, name: str, row: Sequence[Candidate]
    ) -> UUID | None:
        """The first of these that is still free, as they are offered; the line's id."""
        if self._session is None or not row:
            return None
        asked = Asked(grade=row[0].grade, quote_minor=row[0].unit_price_minor)
        wish = Wish(
            self._session, ticket_id, product_id, name, tuple(row), plain=False, asked=asked
        )
        return self._adder.add(wish)

    def proposal(self, product_id: UUID, asked: Asked) -> Candidate | None:
        """The portion that would be taken."""
        rows = self._counter.choose(product_id, asked) if self._counter else []
        return rows[0][0] if rows else None

    def by_hand(
        self, ticket_id: UUID, product_id: UUID, name: str, portion_id: UUID, asked: Asked
    ) -> bool:
        """This very portion; False when it can't be had any more."""
        row = self._very(product_id, portion_id, asked)
        if self._session is not None and row:
            self._adder.add(
                Wish(
                    self._session, ticket_id, product_id, name, row, plain=False, asked=asked,
                    by_hand=True,
                )
            )  # fmt: skip
        return bool(row)

    def again(self, wish: Wish) -> Sequence[Candidate]:
        """The candidates of a wish as they are now; an extra stays what was offered."""
        if self._counter is None or (wish.candidates and wish.candidates[0].reason == EXTRA):
            return ()
        if wish.by_hand:
            return self._very(wish.product_id, wish.candidates[0].portion_id, wish.asked)
        rows = self._counter.choose(wish.product_id, replace(wish.asked, quantity=1))
        return rows[0] if rows else ()

    def _very(self, product_id: UUID, portion_id: UUID, asked: Asked) -> tuple[Candidate, ...]:
        """One portion by hand, at its own price."""
        if self._counter is None:
            return ()
        offered = self._counter.offer(product_id).candidates
        cut_free = Asked(avoids=asked.avoids, cut=asked.cut)
        told = {
            each.portion_id: each
            for row in self._counter.choose(product_id, cut_free)
            for each in row
        }
        return tuple(
            replace(told.get(portion_id, each), reason=BY_HAND)
            for each in offered
            if each.portion_id == portion_id
        )
