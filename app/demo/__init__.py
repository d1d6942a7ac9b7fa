"""`wedge demo`: the whole shop on one machine, four programs that meet through PostgreSQL."""
