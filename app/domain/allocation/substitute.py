"""Why a portion of an order can no longer be served (POS-E3.1)."""

from enum import StrEnum


class DegradationReason(StrEnum):
    """Why the portion can't be served; OTHER needs a sentence."""

    AGE = "age"
    TEMPERATURE = "temperature"
    DAMAGE = "damage"
    OTHER = "other"
