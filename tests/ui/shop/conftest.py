"""Several windows on one real store, each driven by hand."""

from tests.ui.pos.conftest import connect, errors, loop, open_real, open_till
from tests.ui.prices.conftest import open_screen, open_slices

__all__ = ["connect", "errors", "loop", "open_real", "open_screen", "open_slices", "open_till"]
