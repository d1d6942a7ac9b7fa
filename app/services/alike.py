"""Portions that are alike: siblings of one cut that have had the same life so far."""

from collections.abc import Callable, Hashable
from dataclasses import fields
from operator import attrgetter

from app.domain.portion import Portion

_OWN = {"id", "code", "wedge", "epoch", "place", "weight_mg", "angle_mdeg", "ticket_id"}
"""What tells siblings apart, and neither score nor price nor sale depends on."""

life: Callable[[Portion], Hashable] = attrgetter(
    *(field.name for field in fields(Portion) if field.name not in _OWN)
)
"""Equal for portions that are worth the same at every moment, but for what a person saw of them.

A field that is added to Portion tells lives apart until it is known not to.
"""
