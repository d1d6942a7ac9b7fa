"""What the store's computer lacks, told apart from a store that does not answer (class 53)."""

import psycopg

from app.services.refusal import RefusalCode, Refused

DISK_FULL, OUT_OF_MEMORY, TOO_MANY_CONNECTIONS = "53100", "53200", "53300"
_CODES = {DISK_FULL: RefusalCode.DISK_FULL, OUT_OF_MEMORY: RefusalCode.MEMORY_FULL}
_TURNED_AWAY = ("too many clients already", "remaining connection slots", "too many connections")
"""A server that has no connection left says so before it could send a code."""


def shortage(error: Exception) -> Refused | None:
    """The refusal of a server without disk or memory; asking again at once would not help.

    The failed statement was rolled back: nothing was changed.
    """
    code = _CODES.get(_state(error))
    return None if code is None else Refused(code)


def turned_away(error: Exception) -> Refused | None:
    """The refusal of a server whose connections are all taken, which may pass in a moment."""
    text = str(error)
    if _state(error) == TOO_MANY_CONNECTIONS or any(part in text for part in _TURNED_AWAY):
        return Refused(RefusalCode.TOO_MANY_PROGRAMS)
    return None


def _state(error: Exception) -> str:
    return (error.sqlstate or "") if isinstance(error, psycopg.Error) else ""
