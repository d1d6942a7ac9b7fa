"""The price after each rule, and the breakdown that is told from it."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from app.domain.money import round_half_up
from app.domain.price import Price, PriceCode, PriceReason, PriceStep
from app.domain.prices.limits import BASIS_POINTS


class Stage(NamedTuple):
    """The price after one rule, still exact, and what to say about it."""

    reason: PriceReason
    amount: Fraction
    version: int
    code: PriceCode
    params: tuple[str, ...]


def basis_points(share: Fraction) -> str:
    """A share as whole basis points, for words only."""
    return str(round_half_up(share * BASIS_POINTS))


def told(base: PriceStep, stages: Iterable[Stage]) -> Price:
    """Steps between amounts rounded to the cent, so that they sum exactly; idle ones left out."""
    steps = [base]
    reached = base.amount_minor
    for stage in stages:
        amount = round_half_up(stage.amount)
        if amount != reached:
            moved = amount - reached
            steps.append(PriceStep(stage.reason, moved, stage.version, stage.code, stage.params))
            reached = amount
    return Price(reached, tuple(steps))
