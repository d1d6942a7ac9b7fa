"""What approved promotions have lost so far, and whether one more loss is allowed (BR-11.5)."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class PromotionLoss:
    """What one promotion has lost so far, open orders included; the store counts it."""

    id: UUID
    promotion_id: str
    used_minor: int
