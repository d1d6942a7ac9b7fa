"""What other weights would have done on past days, beside the weights in force (FUL-09.3)."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.allocation.replay import Comparison, Replayed
from app.domain.policy import AllocationPolicy
from app.services.replay_choices import compare_policies
from app.services.wording import percent_text
from app.ui.manager.desk import Desk
from app.ui.shared.format import locale_of
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import is_expected, one_line

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure under both policies."""

    id: str
    name: str
    now: str
    draft: str


class ChoiceWhatIf(QObject):
    """`draft` gives the weights as typed, None while they can't be read."""

    changed = Signal()

    def __init__(
        self, desk: Desk, draft: Callable[[], AllocationPolicy | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._draft = desk, draft
        self._figures: RowsModel[Figure] = RowsModel(Figure, parent=self)
        self._busy, self._message = False, ""

    @Slot(int)
    def run(self, days: int) -> None:
        """Play the last `days` again; the answer comes when it is worked out."""
        draft = self._draft()
        if draft is None or self._busy or self._desk.view is None:
            return
        self._busy, self._message = True, ""
        self.changed.emit()
        self._desk.shell.tasks.start(self._run(days, draft), name="replay choices")

    @Slot()
    def clear(self) -> None:
        """Forget the last answer: the draft has changed."""
        if not self._busy and (self._figures.rows or self._message):
            self._figures.set_rows([])
            self._message = ""
            self.changed.emit()

    async def _run(self, days: int, draft: AllocationPolicy) -> None:
        view = self._desk.view
        assert view is not None
        today = self._desk.store.feed.now().astimezone(ZoneInfo(view.settings.time_zone)).date()
        try:
            past = await self._desk.store.decisions.past(today - timedelta(days=days - 1), today)
            # In a thread: thousands of choices are made twice.
            found = await asyncio.to_thread(
                compare_policies, view, past, view.settings.allocation, draft
            )
        except Exception as error:
            self._message = one_line(error)
            if not is_expected(error):
                raise
        else:
            self._show(found, len({each.ticket_id for each in past.choices}))
        finally:
            self._busy = False
            self.changed.emit()

    def _show(self, found: Comparison, orders: int) -> None:
        self._message = _t("Office", "{count} orders played again. Nothing was changed.").format(
            count=orders
        )
        names = {
            "passed": _t("Office", "Would pass the first check"),
            "expired": _t("Office", "Portions that expire unsold"),
            "served": _t("Office", "Portions given out"),
            "unfilled": _t("Office", "Wishes not met"),
        }
        now, draft = self._told(found.current), self._told(found.proposed)
        self._figures.set_rows([Figure(key, names[key], now[key], draft[key]) for key in names])

    def _told(self, replayed: Replayed) -> dict[str, str]:
        settings = self._desk.settings
        passed = replayed.first_check_pass_bp
        return {
            "passed": percent_text(passed, locale_of(settings))
            if passed is not None and settings is not None
            else "–",
            "expired": str(replayed.expired),
            "served": str(replayed.served),
            "unfilled": str(replayed.unfilled),
        }

    figures = Property(QObject, lambda self: self._figures, constant=True)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    message = Property(str, lambda self: self._message, notify=changed)


def as_allocation(draft: Any) -> AllocationPolicy | None:
    """The draft, when it is one of the choice's weights."""
    return draft if isinstance(draft, AllocationPolicy) else None
