"""The data layer's own thread with a plain selector loop, and the bridge to the caller's loop."""

import asyncio
import selectors
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")


class IoThread:
    """Runs coroutines beside the user interface, so that neither waits for the other."""

    def __init__(self) -> None:
        self.loop = asyncio.SelectorEventLoop(selectors.DefaultSelector())
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
        """Start `work` on the thread."""
        return asyncio.run_coroutine_threadsafe(work, self.loop)

    async def ask(self, work: Coroutine[Any, Any, T]) -> T:
        """Run `work` on the thread and wait for it on the caller's loop."""
        return await asyncio.wrap_future(self.start(work))

    def stop(self) -> None:
        """End the loop and wait for the thread; pending work must have ended before."""
        if self._thread.is_alive():
            self.loop.call_soon_threadsafe(self.loop.stop)
            self._thread.join(timeout=5)
