"""The earlier versions of a rule or of a product's curve, the newest first."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal

from app.services.ports import PolicyVersion
from app.ui.manager.desk import Desk
from app.ui.shared import format as text
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import is_expected

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One earlier change."""

    id: str
    name: str
    who: str
    note: str
    moved: str
    """Its fields, old → new, a line each."""


class VersionHistory(QObject):
    """`rows` are those of the section read last; `moved` says what a version changed."""

    changed = Signal()

    def __init__(self, desk: Desk, moved: Callable[[PolicyVersion], str], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._moved = desk, moved
        self._section = ""
        self._rows = RowsModel(VersionLine, parent=self)
        self._versions: tuple[PolicyVersion, ...] = ()

    def read(self, section: str) -> None:
        """Read the changes of another section, or again."""
        if section != self._section:
            self._section, self._versions = section, ()
            self._rows.set_rows([])
        self._desk.shell.tasks.start(self._fill(section), name="version history")

    def find(self, version: str) -> PolicyVersion | None:
        """The change to that version."""
        return next((each for each in self._versions if str(each.version) == version), None)

    async def _fill(self, section: str) -> None:
        try:
            versions = await self._desk.store.policies.history(section)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            # The form stays usable; the pill already says that the store is away.
            if not is_expected(error):
                raise
            return
        if section == self._section and self._desk.settings is not None:
            self._versions = versions
            self._rows.set_rows([self._row(each) for each in versions])
            self.changed.emit()

    def _row(self, each: PolicyVersion) -> VersionLine:
        settings = self._desk.settings
        assert settings is not None
        return VersionLine(
            id=str(each.version),
            name=_t("Office", "Version {n}").format(n=each.version)
            + f" · {text.date_time(each.at, settings)}",
            who=f"{each.changed_by} + {each.approved_by}",
            note=each.note,
            moved=self._moved(each),
        )

    rows = Property(QObject, lambda self: self._rows, constant=True)
