"""One action the store is asked to do: once at a time, idempotent, with its answer in words."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QObject, Signal, Slot

from app.domain.ids import new_id
from app.services.refusal import OutcomeUnknown, Refused, StoreUnreachable
from app.ui.shared.refusal_text import sentence
from app.ui.shared.shell import Shell


class Errand(QObject):
    """Runs an action and says how it went.

    The request id is kept until the store has answered, so pressing the key again after a lost
    answer asks for the same thing and never does it twice. Other input gets another id.
    """

    changed = Signal()

    def __init__(self, shell: Shell, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._name = name
        self._busy = False
        self._tone, self._title, self._text = "ok", "", ""
        self._asked: Any = None
        self._request: UUID | None = None

    def ask(
        self,
        what: Any,
        act: Callable[[UUID], Awaitable[Any]],
        done: Callable[[Any], tuple[str, str]],
    ) -> None:
        """Do `act(request)`; `what` is its input. `done(answer)` gives title and text to show."""
        if self._busy:
            return
        if self._request is None or what != self._asked:
            self._request, self._asked = new_id(), what
        self._busy = True
        self.say("ok", "", "")
        if self._shell.tasks.start(self._run(self._request, act, done), name=self._name) is None:
            self._busy = False
            self.changed.emit()

    def say(self, tone: str, title: str, text: str) -> None:
        """Show a sentence beside the form; an empty title shows nothing."""
        self._tone, self._title, self._text = tone, title, text
        self.changed.emit()

    @Slot()
    def dismiss(self) -> None:
        self.say("ok", "", "")

    async def _run(
        self,
        request: UUID,
        act: Callable[[UUID], Awaitable[Any]],
        done: Callable[[Any], tuple[str, str]],
    ) -> None:
        said = ("ok", "", "")
        try:
            answer = await act(request)
            self._request = None
            said = ("ok", *done(answer))
        except Refused as error:
            self._request = None
            said = ("danger", *sentence(error))
        except (StoreUnreachable, OutcomeUnknown) as error:
            said = ("warning", *sentence(error))
        finally:
            self._busy = False
            self.say(*said)

    busy = Property(bool, lambda self: self._busy, notify=changed)
    tone = Property(str, lambda self: self._tone, notify=changed)
    title = Property(str, lambda self: self._title, notify=changed)
    text = Property(str, lambda self: self._text, notify=changed)
