import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.ui.shared.driver import Driver
from app.ui.shared.driver_client import DriveFailed, DriverClient
from app.ui.shared.shell import Shell
from app.ui.shared.sign_in import SignInModel
from app.ui.shared.status import StatusModel
from tests.support.sample_store import FakeStore, stocked_view
from tests.ui.conftest import Run

NOW = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
PAGE = Path(__file__).with_name("SignInPage.qml")


def _drive(socket: Path, picture: Path) -> None:
    with DriverClient(socket) as client:
        client.click("staff_Nok")
        watching = client.send("watch", name="pinMessage", property="tone", equals="danger")
        client.wait("pinKey_9")
        client.ask("type", text="99")
        client.ask("key", key="Return")
        seen = client.answer(watching)
        assert seen["painted_ns"] >= seen["changed_ns"] > 0
        assert "Wrong PIN" in client.read("pinMessage", "text")
        client.grab(picture)
        assert client.ask("frames")["frames_ns"]
        with pytest.raises(DriveFailed, match="not on screen"):
            client.ask("click", name="nobody")
        client.ask("quit")


def test_a_program_is_driven_through_its_socket(shell: Shell, run: Run, tmp_path: Path) -> None:
    async def body() -> None:
        store = FakeStore(stocked_view(NOW), NOW)
        model, status = SignInModel(shell, store), StatusModel(shell, store)
        shell.show(shell.load_file(PAGE, vm=model, status=status))
        driver = Driver(shell, str(tmp_path / "drive"))
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(None, _drive, tmp_path / "drive", tmp_path / "page.png")
        await shell.quit_wanted.wait()
        driver.close()
        assert QImage(str(tmp_path / "page.png")).width() == 1024

    run(body())
