"""The demo store: filled once, opened anew at every start."""

from app.data.demo.fill import DEMO_TERMINALS, currency_of, fill, open_day

__all__ = ["DEMO_TERMINALS", "currency_of", "fill", "open_day"]
