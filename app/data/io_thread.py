"""The data layer's own thread with a plain selector loop, and the bridge to the caller's loop."""

import asyncio
import selectors
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, TypeVar

from app.services.refusal import StoreUnreachable

T = TypeVar("T")


class IoThread:
    """Runs coroutines beside the user interface, so that neither waits for the other."""

    def __init__(self) -> None:
        self.loop = asyncio.SelectorEventLoop(selectors.DefaultSelector())
        self._ending = False
        self._thread = threading.Thread(target=self._run, name="wedge-io", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_forever()
        finally:
            self.loop.run_until_complete(self.loop.shutdown_asyncgens())
            self.loop.run_until_complete(self.loop.shutdown_default_executor())
            self.loop.close()

    def start(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        """Start `work` on the thread. Raises `StoreUnreachable` once it was told to end."""
        if self._ending:
            work.close()
            raise StoreUnreachable("this screen is being closed")
        return asyncio.run_coroutine_threadsafe(work, self.loop)

    async def ask(self, work: Coroutine[Any, Any, T]) -> T:
        """Run `work` on the thread and wait for it on the caller's loop."""
        return await asyncio.wrap_future(self.start(work))

    async def end(self, last: Coroutine[Any, Any, None]) -> None:
        """Do `last`, which ends what is under way; what is asked from now on is sent away."""
        if self._ending:
            last.close()
            return
        done = asyncio.wrap_future(self.start(last))
        self._ending = True
        with suppress(asyncio.CancelledError):
            await done
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(timeout=5)
