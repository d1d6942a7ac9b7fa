"""How the words for one refusal are made from its detail."""

from collections.abc import Callable

Words = Callable[[str], tuple[str, str]]
"""A refusal's detail in, (title, text) out."""


def said(title: str, text: str) -> Words:
    """The same words whatever the detail."""
    return lambda _detail: (title, text)


def seconds(detail: str) -> int:
    """The seconds a refusal speaks of; 0 when it names none."""
    try:
        return max(0, round(float(detail)))
    except ValueError:
        return 0
