"""Whether stored prices come out again to the cent, under the rules of their time (POS-A2.1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.policy import PricingPolicy, QualityPolicy
from app.domain.price import PriceReason, PriceStep
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PriceInputs

GRANTED = frozenset({PriceReason.MANUAL, PriceReason.LOYALTY, PriceReason.QUOTED, PriceReason.SIZE})
"""What no rule works out: by hand, by points, and less because less had been shown."""


@dataclass(frozen=True, slots=True)
class StoredPrice:
    """One line as it was stored. `own` are the steps before order promotions and by hand."""

    name: str
    own: tuple[PriceStep, ...]
    steps: tuple[PriceStep, ...]
    unit_price_minor: int
    inputs: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class WrongPrice:
    """A price that does not come out again; `found_minor` None where it cannot be worked out."""

    name: str
    stored_minor: int
    found_minor: int | None
    fault: str


@dataclass(frozen=True, slots=True)
class PriceAudit:
    """What was worked out again; prices from before inputs were kept are only summed."""

    recomputed: int
    only_summed: int
    wrong: tuple[WrongPrice, ...]


def audit(
    stored: Iterable[StoredPrice],
    qualities: Mapping[int, QualityPolicy],
    policies: Mapping[int, PricingPolicy],
) -> PriceAudit:
    """Work every price out again; equal cases share an engine."""
    engines: dict[tuple[int, int], PriceEngine] = {}
    recomputed = only_summed = 0
    wrong: list[WrongPrice] = []
    for each in stored:
        if sum(step.amount_minor for step in each.steps) != each.unit_price_minor:
            wrong.append(WrongPrice(each.name, each.unit_price_minor, None, "sum"))
        if each.inputs is None:
            only_summed += 1
            continue
        recomputed += 1
        ruled_minor = sum(s.amount_minor for s in each.own if s.reason not in GRANTED)
        try:
            inputs = PriceInputs.from_map(each.inputs)
            key = (inputs.quality_version, inputs.pricing_version)
            if key not in engines:
                engines[key] = PriceEngine(qualities[key[0]], policies[key[1]])
            found = engines[key].price(inputs).amount_minor
        except (LookupError, TypeError, ValueError) as error:
            wrong.append(WrongPrice(each.name, ruled_minor, None, str(error)))
            continue
        if found != ruled_minor:
            wrong.append(WrongPrice(each.name, ruled_minor, found, "amount"))
    return PriceAudit(recomputed, only_summed, tuple(wrong))
