"""Who may ask the store now, and asking it: one question per thing, until the answer is known."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from app.domain.people import Session
from app.services.ports import Store
from app.services.store_view import StoreView
from app.ui.kds.asking import Ask, ask_until_known
from app.ui.kds.wording import refusal_sentence
from app.ui.shared import refusal_text
from app.ui.shared.shell import Shell
from app.ui.shared.sign_in import SignInModel
from app.ui.shared.status import StatusModel


class Ready(NamedTuple):
    """What an action needs: the picture, who acts, and the server's time."""

    view: StoreView
    session: Session
    now: datetime


class Desk:
    """Shared by the kitchen's actions; `done` is called after each answer."""

    def __init__(
        self,
        shell: Shell,
        store: Store,
        sign_in: SignInModel,
        status: StatusModel,
        done: Callable[[], None],
    ) -> None:
        self.store = store
        self._shell, self._sign_in, self._status = shell, sign_in, status
        self._done = done
        self._busy: set[UUID] = set()

    def ready(self) -> Ready | None:
        """None while nobody is signed in or the picture is not current."""
        view, session = self.store.feed.view, self._sign_in.session
        if view is None or session is None or self._status.lost:
            return None
        return Ready(view, session, self.store.feed.now())

    def tell(self, sentence: tuple[str, str]) -> None:
        """Show a title and what to do."""
        self._shell.banner.show(*sentence)

    def start(self, key: UUID, ask: Ask, then: Callable[[], None] | None = None) -> None:
        """Ask about the thing `key` unless an answer is awaited: a double tap asks once."""
        if key not in self._busy:
            self._busy.add(key)
            if self._shell.tasks.start(self._run(key, ask, then), name="kitchen") is None:
                self._busy.discard(key)

    async def _run(self, key: UUID, ask: Ask, then: Callable[[], None] | None) -> None:
        try:
            await ask_until_known(ask)
        except Exception as error:
            if not refusal_text.is_expected(error):
                raise
            self.tell(refusal_sentence(error))
        else:
            if then is not None:
                then()
        finally:
            self._busy.discard(key)
            self._done()
