"""The board of cards: which page of them is shown, and which card and item are chosen."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.services.store_view import StoreView
from app.ui.kds.cards import Card
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate
FIRST_PAGE_SIZE = 4
"""Until the window has said how many cards fit."""


class BoardModel(QObject):
    """`wanted` asks for the cards anew (another station); `changed` tells of the rest."""

    changed = Signal()
    wanted = Signal()
    stationsChanged = Signal()  # noqa: N815

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cards: RowsModel[Card] = RowsModel(Card, "key", self)
        self._all: Sequence[Card] = ()
        self._stations: list[dict[str, str]] = []
        self._station, self._page, self._page_size = "", 0, FIRST_PAGE_SIZE
        self._selected, self._item = "", ""

    @property
    def all_cards(self) -> Sequence[Card]:
        """Every card, also those on other pages."""
        return self._all

    @property
    def here(self) -> str:
        """The chosen station's key; "" is all of them."""
        return self._station

    def show(self, view: StoreView, cards: Sequence[Card]) -> None:
        """Show these cards; what is chosen stays chosen while it is there."""
        names = sorted(view.stations.values(), key=lambda s: s.name)
        everything = {"key": "", "text": _t("Kitchen", "All stations")}
        stations = [everything, *({"key": str(s.id), "text": s.name} for s in names)]
        if stations != self._stations:
            # Told only when it differs: new keys would lose the press on an old one.
            self._stations = stations
            self.stationsChanged.emit()
        self._all = cards
        self._show_page()

    def unacknowledged(self) -> list[UUID]:
        """The tickets no screen has taken in yet, those behind "+N more" included."""
        return [UUID(card.key) for card in self._all if not card.acknowledged]

    def _show_page(self) -> None:
        self._page = max(0, min(self._page, self._pages() - 1))
        first = self._page * self._page_size
        self._cards.set_rows(self._all[first : first + self._page_size])
        keys = [card.key for card in self._cards.rows]
        if self._selected not in keys:
            self._selected = keys[0] if keys else ""
        if self._item not in self._item_keys():
            self._item = ""
        self.changed.emit()

    def _pages(self) -> int:
        return max(1, -(-len(self._all) // self._page_size))

    @Slot(int)
    def setPageSize(self, size: int) -> None:
        if size > 0 and size != self._page_size:
            self._page_size = size
            self._show_page()

    @Slot(int)
    def turnPage(self, by: int) -> None:
        self._page = (self._page + by) % self._pages()
        self._selected = ""
        self._show_page()

    @Slot(int)
    def selectAt(self, position: int) -> None:
        if 0 <= position < len(self._cards.rows):
            self._select(self._cards.rows[position].key)

    @Slot(int)
    def moveSelection(self, by: int) -> None:
        keys = [card.key for card in self._cards.rows]
        if keys:
            at = keys.index(self._selected) + by
            self._select(keys[at % len(keys)])

    def _select(self, key: str) -> None:
        self._selected, self._item = key, ""
        self.changed.emit()

    def _item_keys(self) -> list[str]:
        card = next((card for card in self._cards.rows if card.key == self._selected), None)
        return [item["key"] for item in card.items] if card else []

    @Slot(int)
    def moveItem(self, by: int) -> None:
        """Through the selected card's items; from no item to the first or the last one."""
        keys = self._item_keys()
        if keys:
            start = -1 if by > 0 else 0
            at = (keys.index(self._item) if self._item else start) + by
            self._item = keys[at % len(keys)]
            self.changed.emit()

    @Slot()
    def leaveItem(self) -> None:
        self._item = ""
        self.changed.emit()

    @Slot(str)
    def chooseStation(self, key: str) -> None:
        self._station, self._page = key, 0
        self.wanted.emit()

    @Slot()
    def nextStation(self) -> None:
        keys = [station["key"] for station in self._stations] or [""]
        self.chooseStation(keys[(keys.index(self._station) + 1) % len(keys)])

    def station_name(self) -> str:
        """The chosen station's name."""
        return next((s["text"] for s in self._stations if s["key"] == self._station), "")

    def _more(self) -> int:
        return max(0, len(self._all) - len(self._cards.rows))

    cards = Property(QObject, lambda self: self._cards, constant=True)
    selected = Property(str, lambda self: self._selected, notify=changed)
    selectedItem = Property(str, lambda self: self._item, notify=changed)  # noqa: N815
    moreCount = Property(int, _more, notify=changed)  # noqa: N815
    stations = Property(list, lambda self: self._stations, notify=stationsChanged)
    stationName = Property(str, station_name, notify=changed)  # noqa: N815
    station = Property(str, lambda self: self._station, notify=changed)
