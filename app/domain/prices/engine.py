"""The price engine: from inputs and two policies to a price whose steps explain it.

Pure and deterministic; amounts are exact fractions until the cent. docs/pricing.md has the order
of the steps and what is guaranteed.
"""

from bisect import bisect_left
from collections.abc import Iterable
from fractions import Fraction

from app.domain.money import round_half_up
from app.domain.policy import PricingPolicy, QualityPolicy
from app.domain.price import Price, PriceCode, PriceReason, PriceStep
from app.domain.prices.inputs import PriceInputs
from app.domain.prices.limits import (
    BASIS_POINTS,
    PriceNeedsApproval,
    cost_floor,
    margin_floor,
    rounded_within,
)
from app.domain.prices.moving import Moving
from app.domain.prices.promotion import ON_ONE_PORTION, Promotion, PromotionKind
from app.domain.prices.quality_step import QualityRule
from app.domain.prices.stages import Stage, basis_points, told

_SECONDS = 60
_STALE = {
    PriceCode.GRADE: PriceCode.GRADE_STALE,
    PriceCode.FRESHNESS: PriceCode.FRESHNESS_STALE,
}
_MOST_KEPT = 50_000
"""Prices kept at a time; a day of 25 products under every rule stays far below."""


_Case = tuple[object, ...]
"""The inputs with the score and step that count in place of the score and the seconds left."""
_SCORE = PriceInputs._fields.index("score_milli")
_AFTER_LEFT = PriceInputs._fields.index("left_s") + 1
_COUNTED = PriceInputs._fields.index("counted")
"""What the store looks at, and no price depends on."""


class PriceEngine:
    """Prices under one pair of policies. Equal cases are worked out once and kept."""

    def __init__(self, quality: QualityPolicy, policy: PricingPolicy) -> None:
        self.policy = policy
        self._quality = QualityRule(quality, policy)
        self._steps = sorted(policy.sell_by_steps, key=lambda step: step.within_s)
        self._within_s = [step.within_s for step in self._steps]
        self._windows = {window.id: window for window in policy.windows}
        self._promotions = {
            each.id: each for each in policy.promotions if each.kind in ON_ONE_PORTION
        }
        self._known: dict[_Case, Price | PriceNeedsApproval] = {}

    @property
    def quality_version(self) -> int:
        """The version of the quality policy that the engine prices under."""
        return self._quality.version

    def price(self, inputs: PriceInputs) -> Price:
        """The price of one portion with its steps, which sum exactly to it.

        Raises PriceNeedsApproval when the margin floor is above the cap, PriceWithheld for a
        stale score of the lowest grade, ValueError for amounts below 0, a score outside 0 to 10
        and inputs of other policies.
        """
        if inputs.base_minor < 0 or inputs.cost_minor < 0:
            raise ValueError("a price and a cost are never negative")
        if inputs.pricing_version != self.policy.version:
            raise ValueError("the inputs belong to another version of the pricing policy")
        if inputs.quality_version != self._quality.version:
            raise ValueError("the inputs belong to another version of the quality policy")
        score = self._quality.counting(inputs.score_milli, stale=inputs.score_stale)
        left_s = inputs.left_s
        step = len(self._within_s) if left_s is None else bisect_left(self._within_s, left_s)
        case = (score, step, *inputs[:_SCORE], inputs.score_stale, *inputs[_AFTER_LEFT:_COUNTED])
        known = self._known.get(case)
        if known is None:
            known = self._known_now(case, Moving.of(inputs, score, step))
        if isinstance(known, PriceNeedsApproval):
            raise PriceNeedsApproval(*known.args)
        return known

    def without_promotions(self, inputs: PriceInputs) -> Price:
        """The price before any promotion, which group promotions of an order start from."""
        return self.price(inputs._replace(promotions=()) if inputs.promotions else inputs)

    def _known_now(self, case: _Case, moving: Moving) -> Price | PriceNeedsApproval:
        known: Price | PriceNeedsApproval
        try:
            known = self._work_out(moving)
        except PriceNeedsApproval as error:
            known = error
        if len(self._known) >= _MOST_KEPT:
            self._known.clear()
        self._known[case] = known
        return known

    def _work_out(self, moving: Moving) -> Price:
        stages = self._before_promotions(moving)
        reached = stages[-1].amount if stages else Fraction(moving.base_minor)
        finished = self._finished(moving, reached, ())
        if finished is None:
            raise PriceNeedsApproval("the margin floor lies above the price cap")
        for promotions in self._choices(moving.promotions):
            other = self._finished(moving, reached, promotions)
            if other is not None and other[-1].amount < finished[-1].amount:
                finished = other
        base_code = PriceCode.LIST if moving.score_milli is None else PriceCode.SHARE
        base = PriceStep(PriceReason.BASE, moving.base_minor, self.policy.version, base_code)
        return told(base, (*stages, *finished))

    def _before_promotions(self, moving: Moving) -> list[Stage]:
        """Quality, looks, time or pace, slow hours, peak."""
        version = self.policy.version
        reached = Fraction(moving.base_minor)
        stages: list[Stage] = []
        if (quality := self._quality.effect(moving.score_milli)) is not None:
            reached *= quality.factor
            code = _STALE[quality.code] if moving.score_stale else quality.code
            rule = (quality.version, code, quality.params)
            stages.append(Stage(PriceReason.QUALITY, reached, *rule))
        if (stage := _marked_down(reached, moving.markdown, version)) is not None:
            reached = stage.amount
            stages.append(stage)
        factor, pace = Fraction(1), Fraction(moving.pace_milli, 1_000)
        if moving.sell_by_step < len(self._steps):
            factor = self._steps[moving.sell_by_step].factor
        last_call = self.policy.last_call_factor if moving.last_call else Fraction(1)
        # All answer the same fact, a portion that may stay unsold: the deepest one counts.
        if last_call < min(factor, pace):
            reached *= last_call
            factor, taken = last_call, (basis_points(last_call - 1),)
            stages.append(Stage(PriceReason.TIME, reached, version, PriceCode.LAST_CALL, taken))
        elif pace < factor:
            reached *= pace
            taken = (basis_points(pace - 1),)
            stages.append(Stage(PriceReason.PACE, reached, version, PriceCode.PACE, taken))
        elif factor != 1:
            reached *= factor
            minutes = str(self._steps[moving.sell_by_step].within_s // _SECONDS)
            named = (minutes, basis_points(factor - 1))
            stages.append(Stage(PriceReason.TIME, reached, version, PriceCode.SELL_BY, named))
        slow = self._windows.get(moving.slow_window)
        if slow:
            reached += slow.points * moving.base_minor
            named = (slow.name, basis_points(slow.points))
            stages.append(Stage(PriceReason.TIME, reached, version, PriceCode.SLOW_HOURS, named))
        peak = self._windows.get(moving.peak_window)
        if peak and not slow and min(factor, pace) >= 1:
            reached += peak.points * moving.base_minor
            named = (peak.name, basis_points(peak.points))
            stages.append(Stage(PriceReason.PEAK, reached, version, PriceCode.PEAK, named))
        return stages

    def _choices(self, offered: tuple[tuple[str, int], ...]) -> Iterable[tuple[Promotion, ...]]:
        """The sets of promotions that may act together: every stackable one and one other."""
        known = [self._promotions[name] for name, _ in offered if name in self._promotions]
        known.sort(key=lambda each: (each.kind is not PromotionKind.PERCENT, each.id))
        stacked = [each for each in known if each.stackable and each.approval is None]
        alone = [each for each in known if each not in stacked]
        if stacked:
            yield tuple(stacked)
        for one in alone:
            yield tuple(each for each in known if each in stacked or each is one)

    def _finished(
        self, moving: Moving, reached: Fraction, promotions: tuple[Promotion, ...]
    ) -> list[Stage] | None:
        """Promotions, cap, margin floor and rounding; None where that is not allowed."""
        policy, base = self.policy, moving.base_minor
        stages: list[Stage] = []
        for each in promotions:
            reached = _reduced(Fraction(round_half_up(reached)), each)
            stages.append(_promoted(each, reached, policy.version))
        change = self._allowed_change(moving, promotions)
        cap_low, cap_high = base * (1 - change), base * (1 + change)
        floor = margin_floor(moving.cost_minor, policy, moving.tax_rate_bp, moving.min_margin)
        if any(each.approval for each in promotions):
            floor = Fraction(0)
        low = max(cap_low, floor, Fraction(0))
        if low > cap_high:
            return None
        capped = min(max(reached, cap_low), cap_high)
        floored = max(capped, low)
        margin = policy.min_margin if moving.min_margin is None else moving.min_margin
        for reason, code, amount, params in (
            (PriceReason.CAP, PriceCode.CAP, capped, (basis_points(change),)),
            (PriceReason.MARGIN_FLOOR, PriceCode.MARGIN_FLOOR, floored, (basis_points(margin),)),
        ):
            stages.append(Stage(reason, amount, policy.version, code, params))
        charged = rounded_within(floored, base, low, cap_high, policy.rounding_minor)
        if not self._within_budget(moving, promotions, charged):
            return None
        rounding = (policy.version, PriceCode.ROUNDING, (str(policy.rounding_minor),))
        stages.append(Stage(PriceReason.ROUNDING, Fraction(charged), *rounding))
        return stages

    def _allowed_change(self, moving: Moving, promotions: tuple[Promotion, ...]) -> Fraction:
        approved = [p.approval.max_change for p in promotions if p.approval]
        granted = [each for each in (moving.approved_change, *approved) if each is not None]
        return max([self.policy.max_change, *granted])

    def _within_budget(
        self, moving: Moving, promotions: tuple[Promotion, ...], amount_minor: int
    ) -> bool:
        """Whether the loss of this sale, if any, fits what each approved promotion may lose."""
        loss = cost_floor(moving.cost_minor, moving.tax_rate_bp, self.policy) - amount_minor
        budgets = dict(moving.promotions)
        return all(loss <= budgets[each.id] for each in promotions if each.approval)


def _marked_down(reached: Fraction, markdown: tuple[int, str], version: int) -> Stage | None:
    """Off for the looks of the portion, or what a reviewer took off (BR-02.5)."""
    share_bp, looks = markdown
    if not share_bp:
        return None
    reached *= 1 - Fraction(share_bp, BASIS_POINTS)
    off = str(-share_bp)
    code, named = (PriceCode.PRESENTATION, (looks, off)) if looks else (PriceCode.REVIEW, (off,))
    return Stage(PriceReason.QUALITY, reached, version, code, named)


def _reduced(reached: Fraction, promotion: Promotion) -> Fraction:
    """What is left after one promotion, to the cent (FUL-06.5) and never below 0."""
    if promotion.kind is PromotionKind.PERCENT:
        return Fraction(round_half_up(reached * (1 - promotion.percent)))
    return max(reached - promotion.amount_minor, Fraction(0))


def _promoted(promotion: Promotion, reached: Fraction, version: int) -> Stage:
    percent = promotion.kind is PromotionKind.PERCENT
    params = (promotion.name, basis_points(-promotion.percent)) if percent else (promotion.name,)
    params = (*params, promotion.id)
    code = PriceCode(f"promotion.{promotion.kind.value}")
    return Stage(PriceReason.PROMOTION, reached, version, code, params)
