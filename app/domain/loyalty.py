"""A guest's points and the rewards they make (docs/loyalty.md); the store moves them."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.policy import LoyaltyPolicy


class EntryKind(StrEnum):
    """What moved points."""

    EARN = "earn"
    REDEEM = "redeem"
    RETURN = "return"
    REVERSE = "reverse"


@dataclass(frozen=True, slots=True)
class Account:
    """A guest's points. `owed` are points of refunded purchases that were already spent."""

    balance: int = 0
    owed: int = 0


def rewards_ready(account: Account, policy: LoyaltyPolicy, *, online: bool) -> int:
    """How many rewards the guest can have now; none while the store can't be asked."""
    return account.balance // policy.reward_points if online else 0
