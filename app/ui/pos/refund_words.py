"""The words of a refund: why, and what becomes of the goods."""

from PySide6.QtCore import QCoreApplication

from app.domain.refund import Goods

_t = QCoreApplication.translate


def reasons() -> list[str]:
    """What a cashier gives as the reason; one has to be chosen."""
    return [
        _t("Till", "Not as it should be"),
        _t("Till", "Wrong order"),
        _t("Till", "Changed their mind"),
        _t("Till", "Waited too long"),
        _t("Till", "Charged wrongly"),
    ]


def goods_words(goods: Goods, *, portion: bool) -> str:
    """What becomes of a portion, or of plain goods."""
    if goods is Goods.PUT_BACK:
        return (
            _t("Till", "Not taken yet: back on sale")
            if portion
            else _t("Till", "Not made yet: not needed")
        )
    if goods is Goods.DISCARDED:
        return _t("Till", "Came back: throw it away")
    return _t("Till", "The guest keeps it")
