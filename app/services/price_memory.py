"""The last valid price of each portion, for when one cannot be worked out any more (BR-10.7)."""

from collections.abc import Collection
from uuid import UUID

from app.domain.portion import Portion, PortionState
from app.domain.price import Price
from app.domain.prices.fallback import LastPrice, faults
from app.domain.prices.inputs import PriceInputs

_ON_SALE = (PortionState.AVAILABLE, PortionState.RESERVED)


class PriceMemory:
    """One terminal's memory; it outlives appraisers and changes of the rules."""

    def __init__(self) -> None:
        self._last: dict[UUID, tuple[Price, PriceInputs | None]] = {}
        self.faulty: dict[UUID, UUID] = {}
        """Products by the portion whose price cannot be worked out now."""

    def valid(
        self,
        portion: Portion,
        price: Price | None,
        inputs: PriceInputs | None,
        kept: LastPrice | None = None,
    ) -> tuple[Price | None, PriceInputs | None, bool]:
        """The price to charge, its inputs, and whether it is the last valid one.

        What the store has `kept` counts before this terminal's own memory: so all charge the same.
        """
        if price is not None and not faults(price):
            self._last[portion.id] = (price, inputs)
            self.faulty.pop(portion.id, None)
            return price, inputs, False
        if portion.state in _ON_SALE:
            self.faulty[portion.id] = portion.product_id
        if kept is not None:
            return kept.price, None, True
        known = self._last.get(portion.id)
        return (None, inputs, False) if known is None else (*known, True)

    def last(self, portion_id: UUID) -> Price | None:
        """The last valid price that this terminal saw."""
        known = self._last.get(portion_id)
        return None if known is None else known[0]

    def products_at_fault(self) -> frozenset[UUID]:
        """The products of which some portion has no price of its own now."""
        return frozenset(self.faulty.values())

    def forget_others(self, portion_ids: Collection[UUID]) -> None:
        """Keep only what is known of `portion_ids`."""
        self._last = {key: each for key, each in self._last.items() if key in portion_ids}
        self.faulty = {key: each for key, each in self.faulty.items() if key in portion_ids}
