"""A terminal that meets rules it cannot read goes on with the last ones it could."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from app.domain.policy import LoyaltyPolicy
from app.services.policy_codec import BadPolicyDocument, to_document
from app.services.ports import LinkState, LinkStatus
from app.services.settings_reading import PartlyRead, read_settings
from app.services.store_view import Entity, RowChange
from app.ui.shared.status import derive_status
from tests.support.sample_data import sample_settings, stocked_view

NIL = UUID(int=0)


def document(**changes: Any) -> dict[str, Any]:
    return {**to_document(sample_settings()), **changes}


def test_a_document_that_can_be_read_is_read_whole() -> None:
    assert read_settings(document()) == sample_settings()


@pytest.mark.parametrize(
    ("changes", "unreadable"),
    [
        ({"loyalty": {"points_each": "many"}}, ("loyalty",)),
        ({"loyalty": None, "kitchen": {"undo_s": 1e300}}, ("loyalty", "kitchen")),
        ({"food": {"jurisdiction": {"hot_min_mc": "warm"}, "freshness": {"aging_from": "1/4"}}},
         ("food.jurisdiction",)),
        ({"pricing": {"max_change": "much"}}, ("pricing",)),
        ({"quality": []}, ("quality",)),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_and_stays_as_it_was(
    changes: dict[str, Any], unreadable: tuple[str, ...]
) -> None:
    read = read_settings(document(**changes))
    assert isinstance(read, PartlyRead)
    assert set(read.unreadable) == set(unreadable)
    now = datetime(2026, 5, 9, 12, tzinfo=UTC)
    view = stocked_view(now)
    before = replace(view.settings, loyalty=LoyaltyPolicy(points_each=3))
    view = replace(view, settings=before)
    after = view.fold([RowChange(view.seq + 1, Entity.SETTINGS, NIL, read)])
    assert after.unreadable == read.unreadable
    assert after.settings.loyalty.points_each == (3 if "loyalty" in unreadable else 1)
    assert (after.settings.quality, after.settings.pricing) == (before.quality, before.pricing)
    assert after.settings.food.jurisdiction == before.food.jurisdiction
    if "food.jurisdiction" in unreadable:
        assert after.settings.food.freshness.aging_from * 4 == 1
    mended = after.fold([RowChange(after.seq + 1, Entity.SETTINGS, NIL, sample_settings())])
    assert (mended.settings, mended.unreadable) == (sample_settings(), ())


def test_the_pill_says_which_rules_a_program_cannot_read() -> None:
    live = LinkStatus(LinkState.LIVE, 2.0, datetime.now(UTC))
    said = derive_status(live, has_view=True, unreadable=("loyalty", "food.jurisdiction"))
    assert (said.text, said.tone, said.lost) == ("Update needed", "warning", False)
    assert "loyalty, food.jurisdiction" in said.sentence
    assert derive_status(live, has_view=True).sentence == ""


def test_a_store_without_its_own_facts_is_not_read() -> None:
    facts = document(loyalty=3)
    del facts["currency"]
    with pytest.raises(BadPolicyDocument):
        read_settings(facts)
