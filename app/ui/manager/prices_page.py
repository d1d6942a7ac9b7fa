"""The prices page: what holds now, what a draft would do, offers, hours, other shops, tasks."""

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.ui.manager.desk import Desk
from app.ui.manager.price_list import PriceList
from app.ui.manager.price_rules import PriceRules
from app.ui.manager.price_tasks import PriceTasks
from app.ui.manager.rival_prices import RivalPrices
from app.ui.manager.schedule_words import day_names
from app.ui.shared.approval_dialog import ApprovalDialog

_t = QCoreApplication.translate


class PricesPage(QObject):
    """`tab` is the part that is shown; only that one follows the store."""

    changed = Signal()

    def __init__(self, desk: Desk, approval: ApprovalDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tab, self._shown = "now", False
        self._now = PriceList(desk, self)
        self._rules = PriceRules(desk, approval, self)
        self._rivals = RivalPrices(desk, self)
        self._tasks = PriceTasks(desk, self)
        self._tasks.changed.connect(self.changed)
        self._rules.changed.connect(self.changed)
        desk.moved.connect(self._moved)
        desk.shell.clock.tick.connect(self._tick)

    def show(self, shown: bool) -> None:
        """Follow the store only while the page is on screen."""
        self._shown = shown
        self._moved()
        if shown and self._tab == "rivals":
            self._rivals.read()

    @Slot(str)
    def open(self, tab: str) -> None:
        """Show another part."""
        self._tab = tab
        self._moved()
        if tab == "rivals":
            self._rivals.read()
        self.changed.emit()

    @Slot()
    def _moved(self) -> None:
        # Tasks are counted on the rail, whatever is on screen.
        self._tasks.refresh()
        if not self._shown:
            return
        if self._tab == "now":
            self._now.refresh()
        elif self._tab == "rivals":
            self._rivals.refresh()
        elif self._tab != "tasks":
            self._rules.refresh()

    @Slot()
    def _tick(self) -> None:
        if self._shown and self._tab == "tasks":
            self._tasks.refresh()

    def _tabs(self) -> list[dict[str, object]]:
        edits = self._rules.edits
        waiting = self._tasks.waiting
        draft, correct = _t("Office", "What if"), _t("Office", "To correct")
        return [
            {"key": "now", "text": _t("Office", "Now")},
            {"key": "rules", "text": f"{draft} ● {edits}" if edits else draft},
            {"key": "offers", "text": _t("Office", "Offers")},
            {"key": "hours", "text": _t("Office", "Hours")},
            {"key": "margins", "text": _t("Office", "Margins")},
            {"key": "rivals", "text": _t("Office", "Other shops")},
            {"key": "tasks", "text": f"{correct} ● {waiting}" if waiting else correct},
        ]

    def _days(self) -> list[dict[str, str]]:
        settings = self._desk.settings
        names = day_names(settings) if settings else []
        return [{"key": str(day), "text": name} for day, name in enumerate(names)]

    def _goods(self) -> list[dict[str, str]]:
        view = self._desk.view
        products = [p for p in view.products.values() if p.active] if view else []
        named = [{"key": str(p.id), "text": p.name} for p in products]
        return sorted(named, key=lambda each: each["text"].casefold())

    tab = Property(str, lambda self: self._tab, notify=changed)
    tabs = Property(list, _tabs, notify=changed)
    days = Property(list, _days, notify=changed)
    goods = Property(list, _goods, notify=changed)
    now = Property(QObject, lambda self: self._now, constant=True)
    rules = Property(QObject, lambda self: self._rules, constant=True)
    rivals = Property(QObject, lambda self: self._rivals, constant=True)
    tasks = Property(QObject, lambda self: self._tasks, constant=True)
    waiting = Property(int, lambda self: self._tasks.waiting, notify=changed)
