"""Prices of thousands of portions at one moment: equal portions share one calculation."""

from app.domain.price import Price
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PortionFacts, inputs_of
from app.domain.prices.limits import PriceNeedsApproval, PriceWithheld
from app.domain.prices.promotion import Circumstances


class Repricer:
    """The prices at one moment. Portions of one whole have equal facts and cost one look-up."""

    __slots__ = ("_at", "_engine", "_known")

    def __init__(self, engine: PriceEngine, at: Circumstances) -> None:
        self._engine = engine
        self._at = at
        self._known: dict[PortionFacts, Price | None] = {}

    def price(self, facts: PortionFacts) -> Price | None:
        """The price; None where only a person may decide, or must score the portion again."""
        try:
            return self._known[facts]
        except KeyError:
            price = self._known[facts] = self._worked_out(facts)
            return price

    def _worked_out(self, facts: PortionFacts) -> Price | None:
        engine = self._engine
        inputs = inputs_of(facts, self._at, engine.quality_version, engine.policy)
        try:
            return engine.price(inputs)
        except (PriceNeedsApproval, PriceWithheld):
            return None
