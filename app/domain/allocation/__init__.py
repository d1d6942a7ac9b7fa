"""Which portions an order gets: exact, explained, pure (docs/allocation.md).

`stock` and `request` are what goes in, `assign.allocate` decides, `answer` is what comes out.
"""
