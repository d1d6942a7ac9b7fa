"""Wedge: till, kitchen display, customer display and back office for food sold by the portion."""

__version__ = "0.1.0"
