"""Where in its whole a portion was cut: corner, edge or middle of a sheet or a loaf."""

from app.domain.place import Place, place_of
from app.domain.portion import Portion
from app.services.store_view import StoreView


def place_in_whole(view: StoreView, portion: Portion | None) -> Place | None:
    """As the way of cutting says; None for a round whole and for what is not known any more."""
    whole = view.wholes.get(portion.whole_id) if portion else None
    if portion is None or whole is None or whole.portions_per_whole is None:
        return None
    return place_of(portion.wedge, whole.portions_per_whole, whole.per_row)
