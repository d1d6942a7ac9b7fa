"""Allergen codes: one superset to store, shown as each jurisdiction asks (docs/allergens.md).

A statement is a set of codes; the empty set says "none", None says that nobody has stated any.
Some codes are groups ("tree_nuts"): a statement of a group may mean any of its members.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

_GROUPS = {
    "gluten": ("wheat", "spelt", "kamut", "barley", "rye", "oats"),
    "wheat": ("spelt", "kamut"),
    "tree_nuts": (
        "almond", "brazil_nut", "cashew", "hazelnut", "macadamia", "pecan", "pine_nut",
        "pistachio", "walnut",
    ),
    "shellfish": ("crustaceans", "molluscs"),
}  # fmt: skip
"""Group → members, each with the members of its members."""

_ALIASES = {
    "nuts": "tree_nuts",
    "nut": "tree_nuts",
    "peanut": "peanuts",
    "eggs": "egg",
    "soya": "soy",
    "soybeans": "soy",
    "crustacean": "crustaceans",
    "mollusc": "molluscs",
    "mollusks": "molluscs",
    "sulfites": "sulphites",
    "sulphite": "sulphites",
}

US_NINE = (
    "milk", "egg", "fish", "crustaceans", "tree_nuts", "peanuts", "wheat", "soy", "sesame",
)  # fmt: skip
EU_FOURTEEN = (
    "gluten", "crustaceans", "egg", "fish", "peanuts", "soy", "milk", "tree_nuts", "celery",
    "mustard", "sesame", "sulphites", "lupin", "molluscs",
)  # fmt: skip
_NOT_EU_NUTS = frozenset({"pine_nut"})


class View(StrEnum):
    """Whose list of allergens that must be declared."""

    US = "us"
    EU = "eu"


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a view shows: `declared` in the order of its list, with the codes that make it so.

    `others` are stated codes outside the list; they are shown too, for a statement is never cut.
    """

    declared: tuple[tuple[str, tuple[str, ...]], ...]
    others: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The declared entries of the view's list alone."""
        return tuple(code for code, _ in self.declared)


def canonical(code: str) -> str:
    """The code that is stored, for any usual spelling; an own one of the shop stays its own."""
    plain = "_".join(code.strip().casefold().split())
    return _ALIASES.get(plain, plain)


@lru_cache(maxsize=4096)
def may_be(stated: str, other: str) -> bool:
    """Whether two codes can mean the same substance: equal, or one a member of the other."""
    one, two = canonical(stated), canonical(other)
    return one == two or one in _GROUPS.get(two, ()) or two in _GROUPS.get(one, ())


def covers(stated: str, code: str) -> bool:
    """Whether stating the first already declares the second: equal, or a member of it."""
    one, two = canonical(stated), canonical(code)
    return one == two or two in _GROUPS.get(one, ())


def conflicting(stated: Iterable[str] | None, avoided: Iterable[str]) -> frozenset[str]:
    """What the guest avoids and the food contains or may contain, in the guest's own codes.

    Food without a statement conflicts with everything avoided.
    """
    if stated is None:
        return frozenset(avoided)
    codes = list(stated)
    return frozenset(each for each in avoided if any(may_be(code, each) for code in codes))


def foreign(residue: Iterable[str], job: Iterable[str]) -> frozenset[str]:
    """The codes of `residue` that food with the statement `job` does not declare."""
    declared = list(job)
    return frozenset(
        canonical(code) for code in residue if not any(covers(each, code) for each in declared)
    )


def declare(stated: Iterable[str], view: View) -> Declaration:
    """The statement as a jurisdiction shows it. What may be on its list is declared."""
    codes = sorted({canonical(code) for code in stated})
    entries = US_NINE if view is View.US else EU_FOURTEEN
    declared = []
    covered: set[str] = set()
    for entry in entries:
        making = tuple(code for code in codes if _counts(code, entry, view))
        if making:
            declared.append((entry, making))
            covered.update(making)
    return Declaration(tuple(declared), tuple(code for code in codes if code not in covered))


def _counts(code: str, entry: str, view: View) -> bool:
    if view is View.EU and entry == "tree_nuts" and code in _NOT_EU_NUTS:
        return False
    return may_be(code, entry)
