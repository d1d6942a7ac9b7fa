"""What a guest reads of a line: why it costs that, its piece in the whole, tax and savings."""

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.price import PriceReason, PriceStep, telling_steps
from app.domain.ticket import TicketLine, TicketState
from app.services.store_view import StoreView
from app.ui.customer.guest_line import NO_BREAK, guest_line, totals_texts
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_view

NOW = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)


def first_line(view: StoreView) -> TicketLine:
    ticket = next(t for t in view.tickets.values() if t.state is TicketState.OPEN)
    return next(line for line in view.lines_of(ticket.id) if line.portion_id)


def priced(line: TicketLine, *steps: tuple[PriceReason, int]) -> TicketLine:
    breakdown = tuple(PriceStep(reason, amount, 1) for reason, amount in steps)
    return replace(
        line,
        breakdown=breakdown,
        base_price_minor=breakdown[0].amount_minor,
        unit_price_minor=sum(step.amount_minor for step in breakdown),
    )


def test_each_change_of_the_price_is_told_and_they_add_up(shell: Shell) -> None:
    view = sample_view(NOW)
    line = priced(
        first_line(view),
        (PriceReason.BASE, 295),
        (PriceReason.PEAK, 30),
        (PriceReason.PROMOTION, -32),
        (PriceReason.ROUNDING, -1),
    )
    shown = guest_line(line, view, NOW)
    said = shown.why.replace(NO_BREAK, " ")
    assert "0.30 more at this busy hour" in said
    assert "0.33 less by today's offer" in said
    assert (shown.priceText, shown.baseText) == ("2.92", "2.95")
    assert totals_texts([line], view.settings)[0] == "You save ฿0.03"


def test_a_long_name_of_an_offer_breaks_at_its_words(shell: Shell) -> None:
    view = sample_view(NOW)
    name = "Two slices and a drink for lunch, on weekdays only"
    steps = (
        PriceStep(PriceReason.BASE, 8900, 1, "share"),
        PriceStep(PriceReason.PROMOTION, -900, 1, "promotion.bundle", (name, "menu")),
    )
    line = replace(first_line(view), breakdown=steps, unit_price_minor=8000, base_price_minor=8900)
    assert f"9.00 less: {name}" in guest_line(line, view, NOW).why


def test_a_price_above_the_base_price_is_said_openly(shell: Shell) -> None:
    view = sample_view(NOW)
    line = priced(first_line(view), (PriceReason.BASE, 8900), (PriceReason.PEAK, 900))
    assert totals_texts([line], view.settings)[0] == "฿9.00 above the base prices"
    assert guest_line(line, view, NOW).baseText == "89.00"


@given(
    st.lists(
        st.tuples(
            st.sampled_from([r for r in PriceReason if r is not PriceReason.BASE]),
            st.integers(-5000, 5000),
        ),
        max_size=6,
    )
)
def test_told_steps_sum_to_the_difference(steps: list[tuple[PriceReason, int]]) -> None:
    breakdown = [PriceStep(PriceReason.BASE, 8900, 1)]
    breakdown += [PriceStep(reason, amount, 1) for reason, amount in steps]
    told = telling_steps(breakdown)
    moved = sum(step.amount_minor for step in breakdown[1:])
    assert sum(step.amount_minor for step in told) == moved


def test_the_wheel_shows_the_guests_own_piece_and_no_other(shell: Shell) -> None:
    view = sample_view(NOW)
    line = first_line(view)
    assert line.portion_id is not None
    assert line.grade is not None
    portion = view.portions[line.portion_id]
    wedges = guest_line(line, view, NOW).wedges
    whole = view.wholes[portion.whole_id]
    assert len(wedges) == whole.portions_per_whole
    assert [i for i, w in enumerate(wedges) if w["wedgeState"] == "free"] == [portion.wedge]
    assert wedges[portion.wedge]["grade"] == line.grade.value
    without = replace(view, portions=MappingProxyType({}))
    assert guest_line(line, without, NOW).wedges == []


def test_the_tax_line_names_each_rate_with_its_amount(shell: Shell) -> None:
    view = sample_view(NOW)
    line = replace(first_line(view), unit_price_minor=10700, tax_rate_bp=700)
    book = replace(line, unit_price_minor=5000, tax_rate_bp=0)
    assert totals_texts([line], view.settings)[1] == "VAT 7% included: 7.00"
    assert totals_texts([line, book], view.settings)[1] == (
        "VAT 0% included: 0.00 · VAT 7% included: 7.00"
    )


@pytest.mark.parametrize("language", ["en", "th"])
def test_a_guest_reads_one_language(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("WEDGE_LANG", language)
    shell.use_locale("en_TH")
    view = sample_view(NOW)
    line = priced(first_line(view), (PriceReason.BASE, 8900), (PriceReason.QUALITY, -900))
    said = guest_line(line, view, NOW).why
    assert ("less" in said) == (language == "en")
    assert ("ลด" in said) == (language == "th")
