"""An offer with single codes in the back office: made, counted, written to a file."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from app.domain.prices.promotion import Promotion, PromotionKind
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_prices import Run, prices, text_of
from tests.ui.manager.test_rules import approve

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


def test_codes_are_made_once_the_offer_is_in_force_and_saved_as_a_file(
    desk: OfficeDriver, run: Run, tmp_path: Path
) -> None:
    async def body() -> None:
        await prices(desk, "offers")
        await desk.tap("offerNew")
        await desk.write("offerName", "=Ten off")
        await desk.write("offerPercent", "10 %")
        await desk.tap("offerCodes")
        await desk.tap("offerKeep")
        await desk.write("draftNote", "For the leaflet")
        await desk.tap("draftApply")
        await approve(desk)
        await desk.until(lambda: desk.known.settings.pricing.promotions != (), "in force")
        (offer,) = desk.known.settings.pricing.promotions
        assert offer.codes and not offer.coupon
        assert offer == Promotion(
            offer.id, "=Ten off", PromotionKind.PERCENT, percent=Fraction(1, 10), codes=True
        )
        codes = desk.office._prices._rules._codes
        codes.folder = lambda: tmp_path
        await desk.tap("offerEdit_0")
        await desk.write("couponCount", "three")
        await desk.tap("couponMake")
        await desk.until(lambda: codes._errand.property("tone") == "warning", "how many")
        await desk.write("couponCount", "3")
        await desk.tap("couponMake")
        await desk.until(lambda: len(codes._rows.rows) == 1, "counted")
        assert "3 open" in await text_of(desk, "couponBatchDetail")
        await desk.tap("couponSave")
        await desk.until(lambda: any(tmp_path.iterdir()), "written")

    run(body())
    (file,) = tmp_path.iterdir()
    with file.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.reader(lines))
    made = next(iter(desk.store.coupons.batches.values()))[1]
    assert rows == [["code", "offer"], *([code, "'=Ten off"] for code in made)]
