"""The store's disk is full while a till sells: it says so, nothing is taken, and it goes on."""

from tests.data.test_shortage import lacking, lacking_nothing
from tests.support.seed import SmallShop
from tests.ui.pos.conftest import OpenTill


def test_a_full_disk_is_named_and_the_next_tap_after_it_sells(
    open_real: OpenTill, small_store: SmallShop
) -> None:
    till = open_real("One")
    lacking(small_store, "53100")
    till.tap("tile_P")
    till.until(lambda: till.shows("tillNotice"), "said")
    notice = till.item("tillNotice")
    till.until(lambda: notice.property("title") == "The store's disk is full", "what happened")
    assert notice.property("text") == (
        "Nothing was changed; free space on the store's computer, then try again."
    )
    till.until(lambda: till.lines() == (), "no line waits for an answer that was given")
    till.until(lambda: till.text("tileLeft") == "20 left", "nothing was taken")
    lacking_nothing(small_store)
    till.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"], "sold on")
