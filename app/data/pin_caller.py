"""Calls that carry a PIN: announced first, so that a wrong one counts (docs/approvals.md)."""

import asyncio
from typing import Any

from app.data.pins import derive
from app.data.selling import Caller
from app.domain.people import Staff
from app.services.refusal import RefusalCode, Refused

TRIES = 3
"""An announcement is good for one check; one whose answer was lost needs another."""


class PinCaller(Caller):
    """Shared by the adapters whose calls end with a derived PIN."""

    async def _with_pin(
        self, person: Staff, pin: str, function: str, types: str, *arguments: Any
    ) -> Any:
        """Derive on the I/O side, announce, and let the database compare. Raises `Refused`."""
        derived = await self._io.ask(asyncio.to_thread(derive, pin, person.pin_salt))
        for left in reversed(range(TRIES)):
            await self._call("announce_pin", "uuid", person.id)
            try:
                return await self._call(function, types, *arguments, derived)
            except Refused as refusal:
                spent = (refusal.code, refusal.detail) == (RefusalCode.CHANGED, "pin")
                if not spent or left == 0:
                    raise
        raise AssertionError("the last try returns or raises")
