"""The customer display of one register."""

from PySide6.QtQuick import QQuickWindow

from app.services.ports import Store
from app.ui.customer.model import CustomerModel
from app.ui.shared.shell import Shell


class CustomerProgram:
    """The window and its view model."""

    def __init__(self, shell: Shell, store: Store) -> None:
        self._model = CustomerModel(shell, store)
        self._window = shell.load(
            module="Wedge.Customer", type_name="CustomerWindow", vm=self._model
        )
        shell.show(self._window, second_screen=True)

    @property
    def window(self) -> QQuickWindow:
        return self._window

    async def aclose(self) -> None:
        self._model.stop()


def build(shell: Shell, store: Store) -> CustomerProgram:
    """Build the customer display on its own screen when there is a second one."""
    return CustomerProgram(shell, store)
