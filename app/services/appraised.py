"""What is derived about one portion at one moment."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.choice import Availability, availability
from app.domain.policy import QualityPolicy
from app.domain.portion import Grade, Portion
from app.domain.price import Price
from app.domain.prices.inputs import PriceInputs
from app.services.offer import WedgeState

_WEDGE_STATES = {
    Availability.FREE: WedgeState.FREE,
    Availability.RESERVED: WedgeState.RESERVED,
    Availability.BLOCKED: WedgeState.BLOCKED,
    Availability.SOLD: WedgeState.GONE,
}


@dataclass(frozen=True, slots=True)
class Appraised:
    """One portion with everything that is derived about it at one moment.

    `price` is None when the margin floor lies above the cap: then a manager must decide, and the
    portion is not offered.
    """

    portion: Portion
    wedge_state: WedgeState
    score: float
    grade: Grade | None
    price: Price | None
    sell_until: datetime
    holding_unit_name: str | None
    inputs: PriceInputs | None = None
    """What `price` was worked out from."""
    fallback: bool = False
    """Whether `price` is the last valid one, because there is none now."""


def wedge_state(
    portion: Portion, score: float, policy: QualityPolicy, now: datetime, *, temperature_ok: bool
) -> WedgeState:
    """How its wedge is drawn, as far as its row, its score and its unit's temperature say."""
    return _WEDGE_STATES[availability(portion, score, policy, now, temperature_ok=temperature_ok)]
