"""A scanner at the till: a code and Enter take that very portion, wherever the keys arrive."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.portion import Portion, PortionState, QualityStatus
from app.services.store_view import Entity
from tests.support.sample_store import sample_id
from tests.ui.pos.conftest import TillDriver


def scan(till: TillDriver, code: str) -> None:
    """Every key of the code within a moment, then Enter, to whatever has the focus."""
    press: Any = QTest.keyClick
    for each in (*code, Qt.Key.Key_Return):
        press(till.window, each)


def portions(till: TillDriver, prefix: str = "M") -> list[Portion]:
    """The free portions of a product, the one that a tap would take first."""
    product = sample_id(f"product {prefix}")
    offer = till.program.till._offer(product)
    return [till.store.feed.view.portions[each.portion_id] for each in offer.candidates]


def model_of(till: TillDriver) -> Any:
    """The till's view model."""
    return till.program.till


def said(till: TillDriver) -> tuple[str, str]:
    props = model_of(till).props
    return props["noticeTitle"], props["noticeText"]


def test_a_scan_takes_that_very_portion(selling: TillDriver) -> None:
    last = portions(selling)[-1]
    scan(selling, last.code)
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"], "held")
    ticket = selling.program.till._order.ticket_id
    (line,) = selling.store.feed.view.lines_of(ticket)
    assert (line.portion_code, line.choice_reason) == (last.code, "by_hand")
    assert model_of(selling)._grid.searchText == ""
    assert model_of(selling)._pay.props["phase"] == "closed"
    scan(selling, last.code.lower())
    selling.until(lambda: said(selling)[1] == "It is in this order already.", "said")
    assert len(selling.lines()) == 1


def test_what_stood_in_the_search_does_not_spoil_a_scan(selling: TillDriver) -> None:
    first = portions(selling)[0]
    scan(selling, f"mar{first.code}")
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"], "held")
    scan(selling, "marg")
    selling.until(lambda: len(selling.lines()) == 2, "a search is still a search")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"state": PortionState.RESERVED}, "It is held for another order."),
        ({"state": PortionState.COMMITTED}, "It has been sold."),
        ({"state": PortionState.IN_DOUBT}, "It may be sold already: the kitchen has to look."),
        ({"state": PortionState.QUARANTINED}, "It is blocked: not for sale."),
        ({"quality_status": QualityStatus.HELD}, "It is blocked: another of its batch failed."),
        ({"expires_at": timedelta(minutes=-1)}, "This portion passed its limit."),
        (None, "No portion here has that code"),
    ],
)
def test_a_portion_that_cannot_be_had_gives_its_sentence(
    selling: TillDriver, change: dict[str, object] | None, why: str
) -> None:
    portion = portions(selling)[0]
    code = portion.code
    if change is None:
        code = "PP-20261122-0007-3"
    else:
        now = selling.store.feed.now()
        new = {k: now + v if isinstance(v, timedelta) else v for k, v in change.items()}
        selling.store.feed.put((Entity.PORTION, portion.id, replace(portion, **new)))  # type: ignore[arg-type]
    scan(selling, code)
    selling.until(lambda: said(selling)[0] == f"{code} was not added", "said")
    assert said(selling)[1].startswith(why)
    assert selling.lines() == ()


def test_a_scan_while_something_else_is_open_does_no_harm(selling: TillDriver) -> None:
    first, second, third = (each.code for each in portions(selling)[:3])
    till = model_of(selling)
    till.go("orders")
    scan(selling, first)
    selling.until(lambda: [row.phase for row in selling.lines()] == ["held"], "held")
    assert till._pay.props["phase"] == "closed"
    till.go("sell")
    selling.tap("payKey")
    selling.until(lambda: till._pay.props["phase"] == "choosing", "paying")
    selling.item("exactKey").forceActiveFocus()
    scan(selling, second)
    selling.until(lambda: len(selling.lines()) == 2, "into the order, as a tap does")
    assert till._pay.props["phase"] == "closed"
    assert till._pay._typed == ""
    selling.tap("wheel_M")
    selling.item("wheelAsk").forceActiveFocus()
    scan(selling, third)
    selling.until(lambda: selling.shows("wheelAsk"), "the wheel is still open")
    assert len(selling.lines()) == 2
