"""The verification of a portion before it is prepared (docs/verification.md)."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class FailReason(StrEnum):
    """Why a portion fails its verification: the keys of the sheet. A failure names one."""

    DRY_EDGE = "dry edge"
    UNEVEN_CUT = "uneven cut"
    DAMAGE = "damage"
    AGE = "age"
    TEMPERATURE = "temperature"
    WRONG_PRODUCT = "wrong product"
    WRONG_CUT = "wrong cut"
    MODIFIERS = "modifiers"
    OTHER = "other"


_MATCHES = (FailReason.WRONG_PRODUCT, FailReason.WRONG_CUT, FailReason.MODIFIERS)
"""These say that it is not what was ordered; the others that it is not good."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the inspector says of the portion whose label was read. `reason` None: it passes.

    `prepare`: a good one goes into preparation at once; without it only the record is kept.
    """

    reason: FailReason | None = None
    note: str = ""
    temperature_mc: int | None = None
    prepare: bool = True

    @property
    def looks_good(self) -> bool:
        """The result of looking at it, apart from what was ordered."""
        return self.reason is None or self.reason in _MATCHES

    @property
    def configuration_matches(self) -> bool:
        """Whether it is the cut that was ordered."""
        return self.reason is not FailReason.WRONG_CUT

    @property
    def modifiers_match(self) -> bool:
        """Whether what the guest asked for with it can be done with this portion."""
        return self.reason is not FailReason.MODIFIERS


@dataclass(frozen=True, slots=True)
class VerifyOutcome:
    """What the store made of it.

    `stand_in` took its place on the order. `failures` have failed in a row on the line; with `ask`
    nothing is selected any more: refund, conversion or an alternative is for people to choose.
    """

    passed: bool
    stand_in: UUID | None
    failures: int
    ask: bool
