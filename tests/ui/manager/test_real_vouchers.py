"""The vouchers in the back office's window on the real store: what is still owed, at once."""

import pytest

from tests.conftest import MakeTerminal
from tests.data.test_vouchers import drinks, granted, pay
from tests.support.seed import SmallShop, Till
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_real_complaints import enter, quiet, real

__all__ = ["real"]

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


def test_the_office_lists_vouchers_and_what_is_owed_follows_each_use(
    real: OfficeDriver, run: Run, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    page = real.office._feedback

    async def body() -> None:
        await enter(real)
        await real.tap("nav_feedback")
        await real.tap("showVouchers")
        with Till(make_terminal("One")) as till:
            code = granted(till, small_store, 1000)
            await real.until(lambda: "10.00 outstanding on 1" in page.property("liability"), "owed")
            assert [row.ending for row in page._vouchers.rows] == ["…" + code[-4:]]
            assert "The manager" in page._vouchers.rows[0].by
            pay(till, drinks(till, 1), 440, 0, (code, 440))
            await real.until(lambda: "5.60 outstanding on 1" in page.property("liability"), "less")
            pay(till, drinks(till, 2), 880, 320, (code, 560))
            await real.until(lambda: "0.00 outstanding on 0" in page.property("liability"), "none")
        await quiet(real)

    run(body())
