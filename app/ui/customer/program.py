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

    @property
    def window(self) -> QQuickWindow:
        return self._window

    async def aclose(self) -> None:
        self._model.stop()


def build(shell: Shell, store: Store) -> CustomerProgram:
    """Return the customer display with its window, not yet shown."""
    return CustomerProgram(shell, store)
