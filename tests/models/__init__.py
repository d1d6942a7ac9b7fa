"""What the store's functions decide, said once more in Python: tests compare the two."""
