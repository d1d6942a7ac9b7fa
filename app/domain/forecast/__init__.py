"""Expected demand from a store's own history: pure, without a clock (docs/forecast.md)."""
