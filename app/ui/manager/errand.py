"""One action the store is asked to do: once at a time, idempotent, with its answer in words."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QObject, Signal, Slot

from app.domain.ids import new_id
from app.services.refusal import OutcomeUnknown, Refused, StoreUnreachable
from app.ui.shared.refusal_text import sentence
from app.ui.shared.shell import Shell

ASK_AGAIN_S = 1.0
"""How long to wait before asking again for a lost answer."""

Act = Callable[[UUID], Awaitable[Any]]
Told = Callable[[Any], tuple[str, str]]
Denied = Callable[[Refused], tuple[str, str]]


class Errand(QObject):
    """Runs an action and says how it went.

    A lost answer is asked for again with the same request id until the store says how it went,
    so nothing is done twice. The id is also kept when the store could not be reached: pressing
    the key again asks for the same thing. Other input gets another id.
    """

    changed = Signal()
    finished = Signal()
    """It was done: the form may be emptied."""

    def __init__(self, shell: Shell, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._name = name
        self._busy = False
        self._tone, self._title, self._text = "ok", "", ""
        self._asked: Any = None
        self._request: UUID | None = None
        self._retell: Callable[[], tuple[str, str]] | None = None

    def ask(self, what: Any, act: Act, done: Told, denied: Denied = sentence) -> None:
        """Do `act(request)`; `what` is its input.

        `done(answer)` gives title and text to show, `denied(refusal)` those of a refusal.
        """
        if self._busy:
            return
        if self._request is None or what != self._asked:
            self._request, self._asked = new_id(), what
        self._busy = True
        self.say("ok", "", "")
        if (
            self._shell.tasks.start(self._run(self._request, act, done, denied), name=self._name)
            is None
        ):
            self._busy = False
            self.changed.emit()

    def say(self, tone: str, title: str, text: str) -> None:
        """Show a sentence beside the form; an empty title shows nothing."""
        self._retell = None
        self._set(tone, title, text)

    def tell_again(self) -> None:
        """Word a good answer again: the rows it speaks of may have arrived after it."""
        if self._retell is not None:
            self._set("ok", *self._retell())

    @Slot()
    def dismiss(self) -> None:
        self.say("ok", "", "")

    async def _run(self, request: UUID, act: Act, done: Told, denied: Denied) -> None:
        said = ("ok", "", "")
        retell = None
        try:
            answer = await self._ask_until_known(request, act)
            self._request = None
            said = ("ok", *done(answer))
            retell = lambda: done(answer)  # noqa: E731
        except Refused as error:
            self._request = None
            said = ("danger", *denied(error))
        except StoreUnreachable as error:
            said = ("warning", *sentence(error))
        finally:
            self._busy = False
            self.say(*said)
            self._retell = retell
        if retell is not None:
            self.finished.emit()

    async def _ask_until_known(self, request: UUID, act: Act) -> Any:
        lost: OutcomeUnknown | None = None
        while True:
            try:
                return await act(request)
            except OutcomeUnknown as error:
                lost = error
            except StoreUnreachable:
                # This time it was not sent, but the earlier time it may have been done.
                if lost is None:
                    raise
            self.say("warning", *sentence(lost))
            await asyncio.sleep(ASK_AGAIN_S)

    def _set(self, tone: str, title: str, text: str) -> None:
        self._tone, self._title, self._text = tone, title, text
        self.changed.emit()

    busy = Property(bool, lambda self: self._busy, notify=changed)
    tone = Property(str, lambda self: self._tone, notify=changed)
    title = Property(str, lambda self: self._title, notify=changed)
    text = Property(str, lambda self: self._text, notify=changed)
