"""What a sale asks has an index, and a plan made while the shop was small uses it too."""

from tests.support.seed import SmallShop

OF_A_SALE = {
    "add_plain", "set_quantity", "remove_line", "extend_hold", "void_ticket", "pay_cash",
    "check_ticket", "acknowledge", "unverify_line", "recall_ticket", "decline_upgrade",
    "prolong_hold", "park_ticket", "fetch_ticket", "reprice_ticket", "discount_line",
    "log_prices", "prepare_line", "tried_reserve_first", "tried_verify_line",
    "tried_serve_ticket", "tried_replace_line", "tried_swap_line", "tried_substitute_line",
    "tried_swap_paid_line",
}  # fmt: skip


def test_whoever_defines_a_function_of_a_sale_anew_keeps_its_plans(
    small_store: SmallShop,
) -> None:
    """A connection keeps its plans; without the setting they may read whole tables for a day."""
    kept = small_store.query(
        "SELECT proname FROM pg_proc WHERE pronamespace = 'wedge'::regnamespace"
        " AND 'enable_seqscan=off' = ANY (proconfig)"
    )
    assert OF_A_SALE - {name for (name,) in kept} == set()
