"""The back office of one store, on an office PC."""

from PySide6.QtQuick import QQuickWindow

from app.services.ports import Store
from app.ui.manager.office import Office
from app.ui.shared.shell import Shell


class OfficeProgram:
    """The window and its view model."""

    def __init__(self, shell: Shell, store: Store) -> None:
        self.office = Office(shell, store)
        self._window = shell.load(module="Wedge.Office", type_name="OfficeWindow", vm=self.office)
        shell.show(self._window)

    @property
    def window(self) -> QQuickWindow:
        return self._window

    async def aclose(self) -> None:
        self.office.stop()


def build(shell: Shell, store: Store) -> OfficeProgram:
    """Build the back office and show its window."""
    return OfficeProgram(shell, store)
