"""Variables with the number of the pipe's end that a program of the demo inherited."""

TELLS, HEARS = "WEDGE_SHOWN_TO", "WEDGE_SHOWN_FROM"
