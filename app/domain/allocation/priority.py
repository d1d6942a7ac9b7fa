"""Who comes first while more is wanted than there is (POS-R2.3)."""

from datetime import timedelta

NEXT_HOUR = timedelta(hours=1)
"""How far POS-R2.3 looks ahead."""


def scarce(expected_next_hour: float, sellable: int) -> bool:
    """Whether the next hour is expected to want more than can be sold."""
    return expected_next_hour > sellable
