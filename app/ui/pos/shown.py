"""A view model part whose whole picture is one map for QML."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal


class Shown(QObject):
    """Holds `props`, a map of formatted values; announces it only when it really differs."""

    propsChanged = Signal()  # noqa: N815

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._props: dict[str, Any] = {}

    def show_props(self, props: dict[str, Any]) -> None:
        """Replace the picture."""
        if props != self._props:
            self._props = props
            self.propsChanged.emit()

    def _get_props(self) -> dict[str, Any]:
        return self._props

    props = Property("QVariantMap", _get_props, notify=propsChanged)  # type: ignore[arg-type]
