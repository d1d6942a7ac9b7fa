"""Asking the store until the answer is known."""

import asyncio
from collections.abc import Awaitable, Callable
from uuid import UUID

from app.domain.ids import new_id
from app.services.refusal import OutcomeUnknown

Ask = Callable[[UUID], Awaitable[object]]


async def ask_until_known(ask: Ask, *, wait_s: float = 1.0, attempts: int = 10) -> None:
    """Call with one request id; a lost answer is asked again, which changes nothing twice."""
    request = new_id()
    for attempt in range(attempts):
        try:
            await ask(request)
            return
        except OutcomeUnknown:
            if attempt == attempts - 1:
                raise
            await asyncio.sleep(wait_s)
