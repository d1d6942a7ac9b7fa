"""How far service staff may go to put things right (docs/recovery.md)."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from app.domain.ticket import Service


@dataclass(frozen=True, slots=True)
class RecoveryPolicy:
    """Defaults are the specification's (FUL-E3.1, FUL-R.4). How much money one order may get is in
    `RefundPolicy.cashier_limit_minor`, the same limit for goods and money."""

    version: int = 1
    free_replacements: int = 1
    """Replacements on one order before a manager has to allow another."""
    delay_share: Fraction = Fraction(1, 10)
    """Of a line's price, given back by service staff alone to a guest who waited too long."""
    longest_wait_counter: timedelta = timedelta(minutes=5)
    longest_wait_takeaway: timedelta = timedelta(minutes=5)
    longest_wait_table: timedelta = timedelta(minutes=5)
    voucher_valid: timedelta = timedelta(days=365)
    """How long a goodwill voucher may be used, from its grant."""
    voucher_most_minor: int = 50_000
    """The most that one goodwill voucher may be worth."""
    age_bands_min: tuple[int, ...] = (15, 30, 60)
    """Upper ends in minutes of the ages that complaints are counted by; the last band is open."""

    def longest_wait(self, service: Service) -> timedelta:
        """How long an order served this way may take from its acceptance."""
        return {
            Service.COUNTER: self.longest_wait_counter,
            Service.TAKEAWAY: self.longest_wait_takeaway,
            Service.TABLE: self.longest_wait_table,
        }[service]
