"""What of a removal task still lies in its unit, as the back office says it (BR-05.6)."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.portion import Portion, PortionState
from app.domain.task import Task
from app.services.off_sale import OffSale
from app.services.store_view import StoreView

_t = QCoreApplication.translate
_UNSOLD = (PortionState.AVAILABLE, PortionState.QUARANTINED, PortionState.IN_DOUBT)
MOST_CODES = 6


def still_there(task: Task, view: StoreView, now: datetime) -> list[Portion]:
    """The portions of the task's lot whose time on sale is over and that nobody booked, by code."""
    lot, sale = UUID(str(task.subject["whole_id"])), OffSale(view)
    found = [
        each
        for each in view.portions.values()
        if each.whole_id == lot and each.state in _UNSOLD and sale.sale_ends_at(each) <= now
    ]
    return sorted(found, key=lambda each: each.code)


def removal_words(task: Task, view: StoreView, now: datetime) -> str:
    """How many are left, which, and where they are booked."""
    left = still_there(task, view, now)
    codes = ", ".join(each.code for each in left[:MOST_CODES])
    if len(left) > MOST_CODES:
        codes += " …"
    return _t("Office", "{n} to book as waste ({codes}): Checks in the kitchen, or Stock").format(
        n=len(left), codes=codes
    )
