"""The journal of one order as a table in a file, by its number or a receipt's (FUL-R.6)."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.services.refusal import RefusalCode, Refused, StoreUnreachable
from app.services.ticket_chain import chain_csv, chain_rows
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.manager.guests_page import download_folder
from app.ui.shared.refusal_text import sentence

_t = QCoreApplication.translate


class JournalExport(QObject):
    """What came of it is said by `errand`, which the page shows."""

    def __init__(self, desk: Desk, errand: Errand, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._errand = desk, errand
        self.folder: Callable[[], Path] = download_folder

    @Slot(str)
    def export(self, said: str) -> None:
        """Write the order of this number, or of a receipt such as `2-118`, to a file."""
        if said.strip():
            self._desk.shell.tasks.start(self._export(said.strip()), name="export journal")

    async def _export(self, said: str) -> None:
        session = self._desk.session()
        if session is None:
            return
        try:
            found = await self._desk.store.records.ticket_chain(session, said)
        except Refused as refused:
            if refused.code is RefusalCode.UNKNOWN_ITEM:
                self._errand.say(
                    "warning",
                    _t("Office", "There is no order {number}").format(number=said),
                    _t("Office", "Type an order's number, or a receipt's such as 2-118."),
                )
            else:
                self._errand.say("warning", *sentence(refused))
            return
        except StoreUnreachable as error:
            self._errand.say("warning", *sentence(error))
            return
        path = self.folder() / f"wedge-order-{found.number}.csv"
        text = chain_csv(chain_rows(found.entries))
        try:
            await asyncio.to_thread(path.write_bytes, text.encode())
        except OSError as error:
            self._errand.say("danger", _t("Office", "The file could not be written"), str(error))
        else:
            self._errand.say("ok", _t("Office", "Written to a file"), str(path))
