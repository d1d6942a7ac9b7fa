"""What approved promotions have lost so far, and whether one more loss is allowed (BR-11.5)."""

from dataclasses import dataclass
from uuid import UUID


class BudgetSpent(Exception):
    """The promotion pauses: this loss would pass its budget, a manager must approve more."""


@dataclass(frozen=True, slots=True)
class PromotionLoss:
    """What one promotion has lost so far, open orders included; the store counts it."""

    id: UUID
    promotion_id: str
    used_minor: int


@dataclass(frozen=True, slots=True)
class LossBudget:
    """The loss budget of one promotion, and how much of it is gone."""

    promotion_id: str
    budget_minor: int
    used_minor: int = 0

    @property
    def left_minor(self) -> int:
        """What may still be lost."""
        return max(0, self.budget_minor - self.used_minor)

    def charged(self, loss_minor: int) -> "LossBudget":
        """The budget after one sale's loss; a sale without a loss leaves it as it is.

        Raises BudgetSpent where the losses would exceed the budget.
        """
        if loss_minor <= 0:
            return self
        if loss_minor > self.left_minor:
            raise BudgetSpent(self.promotion_id)
        return LossBudget(self.promotion_id, self.budget_minor, self.used_minor + loss_minor)
