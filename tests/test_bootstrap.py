"""How a program starts."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WITHOUT_QT = "import sys, app.bootstrap, app.data.store; print('PySide6' in sys.modules)"


def test_the_store_is_imported_without_qt() -> None:
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout == "False\n"
