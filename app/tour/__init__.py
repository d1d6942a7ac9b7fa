"""A scripted hour of trade on the four real programs, with real clicks and pictures."""
