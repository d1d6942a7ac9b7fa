"""Whether the person wants less motion: said to Wedge, or to the desktop for all programs."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

ANSWER_MS = 250
"""A desktop that answers later has not asked: the windows do not wait for it."""
PORTAL = "org.freedesktop.portal.Desktop"
SETTINGS = "org.freedesktop.portal.Settings"


def reduced_motion(desktop: Callable[[str, str], Any] | None = None) -> bool:
    """`WEDGE_REDUCED_MOTION` (1 or 0) where it is set, else what the desktop says.

    Qt 6.11 has no hint for motion, so the desktop portal is asked (GNOME, KDE, wlroots …): its
    own "reduced motion", or the older switch for animations of GNOME and its kin. `desktop` reads
    one of its settings by namespace and key; None when there is none.
    """
    said = os.environ.get("WEDGE_REDUCED_MOTION", "")
    if said in ("0", "1"):
        return said == "1"
    read = desktop or (portal_setting if _has_bus() else _nothing)
    wish = read("org.freedesktop.appearance", "reduced-motion")
    if isinstance(wish, int):
        return wish == 1
    return read("org.gnome.desktop.interface", "enable-animations") is False


def portal_setting(namespace: str, key: str) -> Any:
    """One setting of the desktop portal on the session's bus; None when it does not answer."""
    # Not at the top: a till without a desktop has no bus, and needs none.
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusVariant

    question = QDBusMessage.createMethodCall(
        PORTAL, "/org/freedesktop/portal/desktop", SETTINGS, "Read"
    )
    # Starting a portal for this question would take longer than its answer is worth.
    question.setAutoStartService(False)
    question.setArguments([namespace, key])
    answer = QDBusConnection.sessionBus().call(question, QDBus.CallMode.Block, ANSWER_MS)
    if answer.type() is not QDBusMessage.MessageType.ReplyMessage or not answer.arguments():
        return None
    value = answer.arguments()[0]
    # "Read" wraps its answer twice.
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value


def _has_bus() -> bool:
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    with suppress(OSError):
        return (Path(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere") / "bus").exists()
    return False


def _nothing(_namespace: str, _key: str) -> None:
    return None
