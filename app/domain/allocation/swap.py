"""Taking another portion than the engine proposed, by hand (POS-04.2, FUL-R.2)."""

from enum import StrEnum


class SwapReason(StrEnum):
    """Why a person took another portion; OTHER needs a sentence."""

    GUEST_REQUEST = "guest_request"
    PRESENTATION = "presentation"
    DAMAGED = "damaged"
    NOT_FOUND = "not_found"
    OTHER = "other"
