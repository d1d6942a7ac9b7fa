"""Identities made by the till: a request repeated under its id is done only once."""

from uuid import UUID

import uuid_utils


def new_id() -> UUID:
    """Return a new UUIDv7, rising with time."""
    return UUID(int=uuid_utils.uuid7().int)
