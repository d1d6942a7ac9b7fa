"""What the grades mean, one tap away, by the rules in force (POS-R3.1)."""

from dataclasses import replace
from fractions import Fraction

import pytest

from app.domain.policy import StoreSettings
from app.domain.prices.rules import GradeFactors
from app.services.grade_legend import grade_legend
from app.services.ports import LinkState
from app.services.store_view import Entity
from app.ui.customer.display import derive_display
from tests.support.sample_store import sample_id, sample_settings
from tests.ui.pos.conftest import TillDriver

NIL = sample_id("nil").__class__(int=0)


def with_c(settings: StoreSettings, share: Fraction) -> StoreSettings:
    """A newer version of the prices, in which C costs `share` less."""
    pricing = settings.pricing
    factors = GradeFactors(a=Fraction(11, 10), b=Fraction(1), c=1 - share)
    newer = replace(pricing, version=pricing.version + 1, grade_factors=factors)
    return replace(settings, pricing=newer)


@pytest.mark.spec("POS-R3.1")
def test_a_new_version_of_the_rules_changes_both_screens(selling: TillDriver) -> None:
    """C from 20 % to 15 %: the till and the customer display say so without a restart."""
    feed = selling.store.feed

    def on_the_display() -> str:
        till = selling.store.terminal_id
        return derive_display(feed.known, till, feed.now(), LinkState.LIVE).legend

    feed.put((Entity.SETTINGS, NIL, with_c(feed.known.settings, Fraction(1, 5))))
    selling.tap("legendKey")
    selling.until(lambda: selling.text("legendPrice_C") == "20% less")
    assert selling.text("legendPrice_A") == "10% more"
    assert "C (7 up to 8) 20% less" in on_the_display()
    feed.put((Entity.SETTINGS, NIL, with_c(feed.known.settings, Fraction(3, 20))))
    selling.until(lambda: selling.text("legendPrice_C") == "15% less")
    assert "C (7 up to 8) 15% less" in on_the_display()


def test_the_line_down_to_the_floor_is_told_by_its_end() -> None:
    legend = grade_legend(sample_settings())
    a, b, c = legend.rows
    assert a.best == a.worst == b.worst == 1
    assert (c.low, c.high) == (7.0, 8.0)
    assert c.worst == 1 - sample_settings().pricing.markdown_at_floor
    assert c.worst < c.best <= 1
