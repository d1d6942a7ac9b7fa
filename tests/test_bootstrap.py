"""How a program starts: what it need not import, it does not wait for."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HEAVY = ("sqlalchemy", "alembic", "numpy", "scipy", "escpos", "cryptography")


def imported(*modules: str) -> set[str]:
    """The packages a fresh interpreter has loaded after importing these."""
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, {', '.join(modules)}; print(*sys.modules)"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return {name.partition(".")[0] for name in told.stdout.split()}


def test_the_store_is_imported_without_qt() -> None:
    assert "PySide6" not in imported("app.bootstrap", "app.data.store")


@pytest.mark.parametrize("screen", ["pos", "kds", "customer"])
def test_a_screen_starts_without_the_heavy_packages(screen: str) -> None:
    found = imported("app.bootstrap.windows", "app.data.store", f"app.ui.{screen}.program")
    assert found.isdisjoint(HEAVY)
