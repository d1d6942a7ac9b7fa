"""Quick keys for cash: what a guest is likely to hand over."""


def quick_amounts_minor(
    due_minor: int, notes_minor: tuple[int, ...], count: int = 5
) -> tuple[int, ...]:
    """Return likely cash amounts above `due_minor`, ascending, without duplicates.

    For each local note the next multiple of it that covers the amount due: 249.00 with notes
    20, 50, 100, 500, 1000 gives 260, 250, 300, 500, 1000. The exact amount has its own key.
    """
    rounded_up = {-(-due_minor // note) * note for note in notes_minor if note > 0}
    likely = sorted(amount for amount in rounded_up if amount > due_minor)
    return tuple(likely[:count])
