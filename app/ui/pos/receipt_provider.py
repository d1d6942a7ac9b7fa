"""Pictures of receipts for the pay sheet: `image://receipts/<receipt id>`."""

from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from app.hardware.receipt_image import render_preview
from app.services.ports import StoreFeed

_EMPTY = QImage(1, 1, QImage.Format.Format_ARGB32)


class ReceiptProvider(QQuickImageProvider):
    """Draws the receipt that is printed; an unknown id gives an empty picture."""

    def __init__(self, feed: StoreFeed) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._feed = feed
        _EMPTY.fill(0)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: N803
        view = self._feed.view
        try:
            receipt = view.receipts.get(UUID(id.partition("/")[0])) if view else None
        except ValueError:
            receipt = None
        if view is None or receipt is None:
            return _EMPTY
        return render_preview(receipt, view.settings)
