"""The kitchen program: view model, window and the painted-frame signal."""

from PySide6.QtQuick import QQuickWindow

from app.services.ports import Store
from app.ui.kds.chime import Play, find_player
from app.ui.kds.model import KitchenModel
from app.ui.shared.shell import Program, Shell


class KitchenProgram:
    """Keeps the window and tells the view model of each frame that reached the screen."""

    def __init__(self, shell: Shell, store: Store, play: Play | None = None) -> None:
        self.model = KitchenModel(shell, store, play)
        self.window: QQuickWindow = shell.load(
            module="Wedge.Kitchen", type_name="KitchenWindow", vm=self.model
        )
        self.window.frameSwapped.connect(self._painted)
        self.model.wantFrame.connect(self.window.update)
        shell.show(self.window)

    def _painted(self) -> None:
        if self.window.isExposed():
            self.model.painted()

    async def aclose(self) -> None:
        """Stop listening."""
        self.model.stop()


def build(shell: Shell, store: Store) -> Program:
    """Build the kitchen's screen on a store."""
    return KitchenProgram(shell, store, find_player())
