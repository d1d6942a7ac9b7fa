"""Points: earned, redeemed and reversed by one rule set on a ledger (docs/loyalty.md).

The store moves them; tests/data/test_points.py compares its entries with these.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from app.domain.loyalty import Account, EntryKind
from app.domain.policy import EarnBasis, LoyaltyPolicy


class LoyaltyRefusal(StrEnum):
    """Why points were not moved."""

    OFFLINE = "offline"
    TOO_FEW_POINTS = "too_few_points"
    MORE_THAN_THE_TOTAL = "more_than_the_total"
    MORE_THAN_WAS_BOUGHT = "more_than_was_bought"


class LoyaltyRefused(Exception):
    """No points were moved."""

    def __init__(self, reason: LoyaltyRefusal) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class LoyaltyEntry:
    """One row of a guest's ledger. `points` change the balance, `owed` what is still to take back.

    `refunded_minor` and `refunded_portions` say on a refund how much of the sale was given back.
    """

    sale_id: UUID
    kind: EntryKind
    points: int
    owed: int
    policy_version: int
    refunded_minor: int = 0
    refunded_portions: int = 0


@dataclass(frozen=True, slots=True)
class LoyalSale:
    """A closed sale of a known guest, before any refund.

    `total_minor` is what the goods cost, `redeemed_minor` the part of it that points paid.
    Portions given as compensation are in neither number. Keeps the policy it was sold under.
    """

    id: UUID
    total_minor: int
    portions: int
    policy: LoyaltyPolicy
    redeemed_points: int = 0
    redeemed_minor: int = 0

    @property
    def paid_minor(self) -> int:
        """The money that was actually paid."""
        return self.total_minor - self.redeemed_minor


@dataclass(frozen=True, slots=True)
class Refund:
    """What a refund gives back in money, with its ledger entries."""

    money_minor: int
    entries: tuple[LoyaltyEntry, ...]


def account_of(entries: Iterable[LoyaltyEntry]) -> Account:
    """The account as the sum over its ledger."""
    balance = owed = 0
    for entry in entries:
        balance += entry.points
        owed += entry.owed
    return Account(balance, owed)


def earned(sale: LoyalSale, refunded_minor: int = 0, refunded_portions: int = 0) -> int:
    """The points that a sale is worth after so much of it was refunded."""
    policy = sale.policy
    if policy.basis is EarnBasis.PORTIONS:
        return policy.points_each * (sale.portions - refunded_portions)
    kept_minor = sale.paid_minor - money_back(sale, refunded_minor)
    return policy.points_each * (kept_minor // policy.unit_minor)


def money_back(sale: LoyalSale, refunded_minor: int) -> int:
    """The money for goods worth `refunded_minor`: the share of the sale that money paid."""
    return _share(sale.paid_minor, refunded_minor, sale.total_minor)


def points_back(sale: LoyalSale, refunded_minor: int) -> int:
    """The redeemed points that come back for goods worth `refunded_minor`."""
    return _share(sale.redeemed_points, refunded_minor, sale.total_minor)


def points_for(amount_minor: int, policy: LoyaltyPolicy) -> int:
    """The points that pay an amount: a reward's worth costs a reward, a part its part, rounded up.

    A reward is paid in part where the margin floor cuts it back (FUL-06.5).
    """
    return -(-amount_minor * policy.reward_points // policy.reward_minor)


def redeem_part(
    entries: Sequence[LoyaltyEntry], sale: LoyalSale, amount_minor: int
) -> tuple[LoyalSale, LoyaltyEntry]:
    """Pay `amount_minor` of a sale with points, out of whole rewards. Raises LoyaltyRefused.

    The store does it in `redeem_points`.
    """
    policy = sale.policy
    points = points_for(amount_minor, policy)
    rewards = account_of(entries).balance // policy.reward_points
    if points > rewards * policy.reward_points:
        raise LoyaltyRefused(LoyaltyRefusal.TOO_FEW_POINTS)
    if sale.redeemed_minor + amount_minor > sale.total_minor:
        raise LoyaltyRefused(LoyaltyRefusal.MORE_THAN_THE_TOTAL)
    paid = replace(
        sale,
        redeemed_points=sale.redeemed_points + points,
        redeemed_minor=sale.redeemed_minor + amount_minor,
    )
    return paid, LoyaltyEntry(sale.id, EntryKind.REDEEM, -points, 0, policy.version)


def redeem(
    entries: Sequence[LoyaltyEntry], sale: LoyalSale, rewards: int, *, online: bool
) -> tuple[LoyalSale, LoyaltyEntry]:
    """Pay part of a sale with `rewards` rewards. Raises LoyaltyRefused; ValueError below 1."""
    if rewards < 1:
        raise ValueError("at least one reward is redeemed")
    policy = sale.policy
    points, worth_minor = rewards * policy.reward_points, rewards * policy.reward_minor
    if not online:
        raise LoyaltyRefused(LoyaltyRefusal.OFFLINE)
    if account_of(entries).balance < points:
        raise LoyaltyRefused(LoyaltyRefusal.TOO_FEW_POINTS)
    if sale.redeemed_minor + worth_minor > sale.total_minor:
        raise LoyaltyRefused(LoyaltyRefusal.MORE_THAN_THE_TOTAL)
    redeemed = LoyalSale(
        sale.id,
        sale.total_minor,
        sale.portions,
        policy,
        sale.redeemed_points + points,
        sale.redeemed_minor + worth_minor,
    )
    return redeemed, LoyaltyEntry(sale.id, EntryKind.REDEEM, -points, 0, policy.version)


def earn(entries: Sequence[LoyaltyEntry], sale: LoyalSale) -> LoyaltyEntry | None:
    """The entry of a closed sale: what is owed is taken from it first. None when it earns none.

    Raises ValueError when the sale has already earned its points.
    """
    if any(each.sale_id == sale.id and each.kind is EntryKind.EARN for each in entries):
        raise ValueError("the sale has earned its points already")
    points = earned(sale)
    return _gain(entries, sale, EntryKind.EARN, points) if points else None


def refund(
    entries: Sequence[LoyaltyEntry], sale: LoyalSale, goods_minor: int, portions: int
) -> Refund:
    """Give back goods worth `goods_minor` (`portions` of them) of a sale that earned its points.

    Redeemed points come back in proportion, the points earned on the goods are taken back; what
    the guest has spent of those stays owed. Raises LoyaltyRefused beyond what was bought.
    """
    before_minor, before_portions = _refunded(entries, sale)
    after_minor, after_portions = before_minor + goods_minor, before_portions + portions
    if goods_minor < 0 or portions < 0:
        raise ValueError("a refund is never negative")
    if after_minor > sale.total_minor or after_portions > sale.portions:
        raise LoyaltyRefused(LoyaltyRefusal.MORE_THAN_WAS_BOUGHT)
    known = list(entries)
    returned = points_back(sale, after_minor) - points_back(sale, before_minor)
    if returned:
        known.append(_gain(known, sale, EntryKind.RETURN, returned))
    due = earned(sale, before_minor, before_portions) - earned(sale, after_minor, after_portions)
    taken = min(due, account_of(known).balance)
    known.append(
        LoyaltyEntry(
            sale.id,
            EntryKind.REVERSE,
            -taken,
            due - taken,
            sale.policy.version,
            goods_minor,
            portions,
        )
    )
    money_minor = money_back(sale, after_minor) - money_back(sale, before_minor)
    return Refund(money_minor, tuple(known[len(entries) :]))


def _gain(
    entries: Sequence[LoyaltyEntry], sale: LoyalSale, kind: EntryKind, points: int
) -> LoyaltyEntry:
    repaid = min(account_of(entries).owed, points)
    return LoyaltyEntry(sale.id, kind, points - repaid, -repaid, sale.policy.version)


def _refunded(entries: Iterable[LoyaltyEntry], sale: LoyalSale) -> tuple[int, int]:
    own = [each for each in entries if each.sale_id == sale.id]
    return sum(each.refunded_minor for each in own), sum(each.refunded_portions for each in own)


def _share(whole: int, part_minor: int, total_minor: int) -> int:
    """Rounded down, so that parts never sum to more than the whole; the last part gets the rest."""
    return whole * part_minor // total_minor if total_minor else 0


def goods_worth_minor(money_minor: int, paid_minor: int, total_minor: int) -> int:
    """The least worth of goods whose share in money is `money_minor` (rounded down).

    Where points paid a part of a sale, loyalty counts goods; a refund pays back each line's own
    money. With this worth, `money_back` is that money exactly: paid ≤ total, so the share takes
    every value from 0 to paid.
    """
    return -(-money_minor * total_minor // paid_minor) if paid_minor else 0
