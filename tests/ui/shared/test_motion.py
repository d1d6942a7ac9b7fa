"""Less motion: the person's own word first, then the desktop's, and nothing when neither speaks."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.ui.shared.motion import reduced_motion
from app.ui.shared.shell import Shell

ROOT = Path(__file__).resolve().parents[3]
PORTAL = """
import sys
from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtDBus import QDBusConnection, QDBusVariant, QDBusVirtualObject

class Portal(QDBusVirtualObject):
    def introspect(self, path):
        return ""
    def handleMessage(self, message, connection):
        known = {tuple(each.split("=")[0].split(":")): each.split("=")[1] for each in sys.argv[1:]}
        found = known.get(tuple(message.arguments()))
        if found is None:
            return connection.send(message.createErrorReply("org.portal.NotFound", ""))
        value = {"true": True, "false": False}.get(found)
        value = int(found) if value is None else value
        reply = message.createReply()
        reply.setArguments([QDBusVariant(QDBusVariant(value))])
        return connection.send(reply)

app = QCoreApplication([])
portal, bus = Portal(), QDBusConnection.sessionBus()
assert bus.registerVirtualObject("/org/freedesktop/portal/desktop", portal)
assert bus.registerService("org.freedesktop.portal.Desktop")
asks = QProcess()
asks.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedChannels)
asks.finished.connect(app.quit)
asks.start(sys.executable, ["-c", "import app.ui.shared.motion as m; print(m.reduced_motion())"])
app.exec()
"""


def desktop(**known: Any) -> Any:
    return lambda namespace, key: known.get(key.replace("-", "_"))


@pytest.mark.parametrize(
    ("said", "known", "reduced"),
    [
        ("", {}, False),
        ("", {"reduced_motion": 1}, True),
        ("", {"reduced_motion": 0, "enable_animations": False}, False),
        ("", {"enable_animations": False}, True),
        ("", {"enable_animations": True}, False),
        ("1", {"reduced_motion": 0}, True),
        ("0", {"reduced_motion": 1}, False),
    ],
)
def test_the_persons_word_counts_before_the_desktops(
    monkeypatch: pytest.MonkeyPatch, said: str, known: dict[str, Any], reduced: bool
) -> None:
    monkeypatch.setenv("WEDGE_REDUCED_MOTION", said)
    assert reduced_motion(desktop(**known)) is reduced


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="needs a bus of its own")
@pytest.mark.parametrize(
    ("known", "reduced"),
    [
        (["org.freedesktop.appearance:reduced-motion=1"], True),
        (["org.freedesktop.appearance:reduced-motion=0"], False),
        (["org.gnome.desktop.interface:enable-animations=false"], True),
        (["org.gnome.desktop.interface:enable-animations=true"], False),
        ([], False),
    ],
)
def test_a_desktop_is_asked_over_its_bus(known: list[str], reduced: bool) -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", PORTAL, *known],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout.strip() == str(reduced), done.stderr


def test_the_windows_follow(qapp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEDGE_REDUCED_MOTION", "1")
    shell = Shell(windowed=True)
    assert shell.theme.property("motionMs") == 0
    shell.deleteLater()
