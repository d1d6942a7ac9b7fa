"""The explained price: rules, inputs, engine, order discounts (docs/pricing.md)."""
