"""What was typed, checked all at once: tables of accepted and refused input."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from app.domain.catalog import PortionConfiguration
from app.ui.manager.stock_draft import WasteCause, check_cause, check_cut, check_receipt
from app.ui.manager.typed import Fault, parse_number
from tests.support.sample_store import sample_view

NOW = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)
VIEW = sample_view(NOW)
ZONE = VIEW.settings.time_zone
PRODUCT, ITEM, UNIT = uuid4(), uuid4(), uuid4()
WAY = PortionConfiguration(uuid4(), PRODUCT, "1/8", 8, None, True)


@pytest.mark.parametrize(
    ("typed", "value"), [("1,5", "1.5"), (" 2 ", "2"), ("Infinity", None), ("1,000.5", None)]
)
def test_numbers_have_a_point_or_a_comma(typed: str, value: str | None) -> None:
    found = parse_number(typed)
    assert (None if found is None else str(found)) == value


@pytest.mark.parametrize(
    ("quantity", "expires", "faults"),
    [
        ("0", "2026-03-07 18:00", {"quantity": Fault.OUT_OF_RANGE}),
        ("201", "2026-03-07 18:00", {"quantity": Fault.OUT_OF_RANGE}),
        ("1", "tomorrow", {"expires": Fault.NOT_A_NUMBER}),
        ("1", "2026-03-06 17:59", {"expires": Fault.OUT_OF_RANGE}),
        ("1", "2028-01-01 00:00", {"expires": Fault.OUT_OF_RANGE}),
        ("", "", {"quantity": Fault.MISSING, "expires": Fault.MISSING}),
        ("200", "2026-03-06 18:01", {}),
    ],
)
def test_a_delivery_expires_ahead_in_the_stores_time(
    quantity: str, expires: str, faults: dict[str, Fault]
) -> None:
    # Bangkok is seven hours ahead: 11:00 UTC is 18:00.
    found, named = check_receipt(PRODUCT, quantity, expires, time_zone="Asia/Bangkok", now=NOW)
    assert named == faults
    assert (found is None) == bool(faults)
    if found is not None:
        assert found.expires_at == NOW + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({}, {}),
        ({"portions": "1"}, {"portions": Fault.OUT_OF_RANGE}),
        ({"portions": "9"}, {"portions": Fault.OUT_OF_RANGE}),
        ({"shelf": " "}, {"shelf": Fault.MISSING}),
        ({"shelf": "x" * 61}, {"shelf": Fault.TOO_LONG}),
        ({"presentation": "10.1"}, {"presentation": Fault.OUT_OF_RANGE}),
        ({"weights": "120 121"}, {"weights": Fault.OUT_OF_RANGE}),
        ({"weights": "a b c d e f g h"}, {"weights": Fault.NOT_A_NUMBER}),
        ({"weights": " ".join(["120"] * 8)}, {}),
        ({"whole_id": None}, {"whole": Fault.MISSING}),
        ({"configuration": None}, {"configuration": Fault.MISSING}),
        ({"holding_unit_id": None}, {"unit": Fault.MISSING}),
    ],
)
def test_a_cut_names_what_is_wrong(changes: dict[str, object], faults: dict[str, Fault]) -> None:
    given: dict[str, object] = {
        "whole_id": ITEM, "configuration": WAY, "portions": "8", "holding_unit_id": UNIT,
        "shelf": "2", "presentation": "9", "weights": "",
    }  # fmt: skip
    found, named = check_cut(**(given | changes))  # type: ignore[arg-type]
    assert named == faults
    assert (found is None) == bool(faults)


def test_weights_are_kept_in_milligrams() -> None:
    found, _ = check_cut(ITEM, WAY, "2", UNIT, "2", "9", "120,5; 119")
    assert found is not None
    assert found.weights_mg == (120_500, 119_000)


@pytest.mark.parametrize(
    ("cause", "note", "text"),
    [
        (None, "note", None),
        (WasteCause.OTHER, " ", None),
        (WasteCause.OTHER, "rain", "other: rain"),
        (WasteCause.DROPPED, "", "dropped"),
        (WasteCause.DROPPED, "ตกพื้น 🍕", "dropped: ตกพื้น 🍕"),
        (WasteCause.DROPPED, "x" * 200, None),
    ],
)
def test_a_cause_is_recorded_with_its_note(
    cause: WasteCause | None, note: str, text: str | None
) -> None:
    found, faults = check_cause(cause, note)
    assert found == text
    assert bool(faults) == (text is None)
