"""Who works at each station and how far each unit is: what the estimated times are made of."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Slot

from app.domain.catalog import Storage
from app.services.service_time import queues
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.shared import format as text
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate
MOST_STAFF = 50


@dataclass(frozen=True, slots=True)
class StationRow:
    """A station, how many work there, and what is before them."""

    id: str
    name: str
    staff: int
    queued: str


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A holding unit and how far it is: display, chilled or freezer."""

    id: str
    name: str
    storage: str


class WorkPlaces(QObject):
    """Two lists that follow the store, and the keys on their lines."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._saving = Errand(desk.shell, "work places", self)
        self._stations: RowsModel[StationRow] = RowsModel(StationRow, parent=self)
        self._units: RowsModel[UnitRow] = RowsModel(UnitRow, parent=self)

    def refresh(self) -> None:
        """Show the store as it is now."""
        view = self._desk.view
        if view is None:
            return
        ahead = queues(view, self._desk.now)
        stations = sorted(view.stations.values(), key=lambda each: each.name.casefold())
        self._stations.set_rows(
            [
                StationRow(
                    str(each.id),
                    each.name,
                    each.active_staff,
                    _t("Office", "{time} queued").format(
                        time=text.duration(ahead[each.id].queued_s)
                    ),
                )
                for each in stations
            ]
        )
        units = sorted(view.holding_units.values(), key=lambda each: each.name.casefold())
        self._units.set_rows([UnitRow(str(u.id), u.name, u.storage.value) for u in units])

    @Slot(str, int)
    def staff(self, key: str, active: int) -> None:
        """So many work at a station now."""
        session, store, station = self._desk.session(), self._desk.store, UUID(key)
        if session is not None and 1 <= active <= MOST_STAFF:
            self._saving.ask(
                (key, active),
                lambda request: store.kitchen.staff_station(
                    session, request=request, station_id=station, active=active
                ),
                lambda _: ("", ""),
            )

    @Slot(str, str)
    def storage(self, key: str, storage: str) -> None:
        """A unit stands there."""
        session, store, unit = self._desk.session(), self._desk.store, UUID(key)
        if session is not None:
            self._saving.ask(
                (key, storage),
                lambda request: store.stock.set_storage(
                    session, request=request, holding_unit_id=unit, storage=Storage(storage)
                ),
                lambda _: ("", ""),
            )

    saving = Property(QObject, lambda self: self._saving, constant=True)
    stations = Property(QObject, lambda self: self._stations, constant=True)
    units = Property(QObject, lambda self: self._units, constant=True)
