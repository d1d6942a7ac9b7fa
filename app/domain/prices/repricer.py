"""Prices of thousands of portions at one moment: equal portions share one calculation."""

from app.domain.price import Price
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import Moment, PortionFacts, PriceInputs
from app.domain.prices.limits import PriceNeedsApproval, PriceWithheld
from app.domain.prices.promotion import Circumstances


class Repricer:
    """The prices at one moment. Portions of one whole come together and have equal facts."""

    __slots__ = ("_engine", "_facts", "_moment", "_priced")

    def __init__(self, engine: PriceEngine, at: Circumstances) -> None:
        self._engine = engine
        self._moment = Moment(at, engine.quality_version, engine.policy)
        self._facts: PortionFacts | None = None
        self._priced: tuple[Price | None, PriceInputs]

    def price(self, facts: PortionFacts) -> Price | None:
        """The price; None where only a person may decide, or must score the portion again."""
        return self.priced(facts)[0]

    def priced(self, facts: PortionFacts) -> tuple[Price | None, PriceInputs]:
        """The price with all it was worked out from. Raises ValueError for impossible facts."""
        if facts != self._facts:
            self._priced = self._worked_out(facts)
            self._facts = facts
        return self._priced

    def without_promotions(self, inputs: PriceInputs) -> Price:
        """The price of `inputs` before any promotion."""
        return self._engine.without_promotions(inputs)

    def _worked_out(self, facts: PortionFacts) -> tuple[Price | None, PriceInputs]:
        inputs = self._moment.inputs(facts)
        try:
            return self._engine.price(inputs), inputs
        except (PriceNeedsApproval, PriceWithheld):
            return None, inputs
