"""What the launcher says before anything is installed. Standard library only."""

import ctypes
import sys
from collections.abc import Mapping

HELP = """\
Usage: wedge COMMAND [OPTIONS]

Till, kitchen, customer display and back office for food sold by the portion.
The first command sets Wedge up in .venv (a few minutes, with a network).

  demo          the whole shop on this machine, with made-up data
  tour          an hour of that shop's trade, played by itself
  store         a real store: its server, its terminals, its staff
  till          run a till
  kds           run a kitchen display
  manager       run the back office
  customer      run a customer display
  audit         check the store's journal and prices
  test          run every check and the tests
  bench         measure Wedge on this machine
  spec          the requirements, and the tests that prove them
  translations  bring the translations up to date

After the set-up, `wedge COMMAND --help` tells each command's options.
"""

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libX11.so.6": "libx11-6",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def missing_libraries(variables: Mapping[str, str]) -> list[str]:
    """Return the Debian packages of the system libraries that Qt will not find."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = dict(QT_LIBRARIES)
    platform = variables.get("QT_QPA_PLATFORM", "")
    if variables.get("DISPLAY") and platform in ("", "xcb"):
        wanted.update(X11_LIBRARIES)
    if variables.get("WAYLAND_DISPLAY") and platform in ("", "wayland"):
        wanted.update(WAYLAND_LIBRARIES)
    return [package for library, package in wanted.items() if not loads(library)]


def loads(library: str) -> bool:
    """Tell whether the system's loader finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
