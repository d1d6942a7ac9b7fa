"""What refusals say when the store's computer lacks something."""

from PySide6.QtCore import QCoreApplication

from app.services.refusal import RefusalCode
from app.ui.shared.refusal_said import Words, said

_t = QCoreApplication.translate


def shortages() -> dict[RefusalCode, Words]:
    """Words of refusals that only somebody at the store's computer can help."""
    code = RefusalCode
    return {
        code.DISK_FULL: said(
            _t("Refusal", "The store's disk is full"),
            _t(
                "Refusal",
                "Nothing was changed; free space on the store's computer, then try again.",
            ),
        ),
        code.MEMORY_FULL: said(
            _t("Refusal", "The store's computer has no memory left"),
            _t(
                "Refusal",
                "Nothing was changed; close other programs on that computer, then try again.",
            ),
        ),
        code.TOO_MANY_PROGRAMS: said(
            _t("Refusal", "Too many programs use the store"),
            _t(
                "Refusal",
                "Nothing was changed. Close a screen that nobody needs, then try again.",
            ),
        ),
    }
