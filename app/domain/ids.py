"""Identities: UUIDv7 made by the terminal, and short codes for people."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A new time-ordered UUIDv7, as a plain `uuid.UUID`."""
    return uuid7()


def human_code(prefix: str, number: int) -> str:
    """A code to call out and to write on a label: "M-1182". Numbers count per product."""
    return f"{prefix}-{number:04d}"
