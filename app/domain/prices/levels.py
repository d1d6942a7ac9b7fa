"""How far a score may fall before the price follows: the price is a staircase over the score."""

from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PriceInputs
from app.domain.prices.limits import PriceNeedsApproval, PriceWithheld


class ScoreLevels:
    """The steps of one engine's prices; each step is looked for once, by halving.

    A lower score never makes a portion dearer (docs/pricing.md, guarantee 3), so that the scores
    with one price lie side by side.
    """

    def __init__(self, engine: PriceEngine) -> None:
        self.engine = engine
        self._within = sorted(step.within_s for step in engine.policy.sell_by_steps)
        self._found: dict[PriceInputs, list[tuple[int, int]]] = {}
        """By inputs without their score: (lowest, highest known) score of one price each."""

    def lowest_alike(self, inputs: PriceInputs) -> int:
        """The lowest score in thousandths at which the price is still that of `inputs`."""
        score = inputs.score_milli
        if score is None:
            return 0
        key = inputs._replace(score_milli=0, left_s=self._step(inputs.left_s), counted=())
        found = self._found.setdefault(key, [])
        for index, (low, high) in enumerate(found):
            if low <= score <= high:
                return low
            if score > high and self._amount(key, score) == self._amount(key, high):
                found[index] = (low, score)
                return low
        low = self._search(key, score)
        found.append((low, score))
        return low

    def _search(self, key: PriceInputs, score: int) -> int:
        amount = self._amount(key, score)
        if self._amount(key, 0) == amount:
            return 0
        other, alike = 0, score
        while alike - other > 1:
            middle = (other + alike) // 2
            if self._amount(key, middle) == amount:
                alike = middle
            else:
                other = middle
        return alike

    def _amount(self, key: PriceInputs, score: int) -> int | None:
        try:
            return self.engine.price(key._replace(score_milli=score)).amount_minor
        except (PriceNeedsApproval, PriceWithheld):
            return None

    def _step(self, left_s: int | None) -> int | None:
        """The sell-by step that counts, in place of the seconds left."""
        if left_s is None:
            return None
        return next((within_s for within_s in self._within if left_s <= within_s), None)
