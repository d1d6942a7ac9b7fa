"""Why the store said no, or did not answer. Screens translate the code, never show the class."""

from enum import StrEnum


class RefusalCode(StrEnum):
    """Stable reasons, equal to the `HINT` of the database functions' errors (SQLSTATE WG001)."""

    SCARCE = "scarce"  # more is wanted than there is; detail: the limit, or `claimed`
    GONE = "gone"  # no candidate portion is free any more
    OFF_SALE = "off_sale"  # a clock keeps it from sale; detail: which, as in wedge.off_sale
    CHANGED = "changed"  # epoch or state differs: look again
    HOLD_EXPIRED = "hold_expired"  # a reservation of the ticket lapsed
    PORTION_EXPIRED = "portion_expired"  # past its freshness limit (BR-05.4)
    TICKET_NOT_OPEN = "ticket_not_open"
    TICKET_EMPTY = "ticket_empty"
    TOTAL_CHANGED = "total_changed"
    TENDERED_TOO_LITTLE = "tendered_too_little"
    BAD_QUANTITY = "bad_quantity"
    BAD_PRICE = "bad_price"  # negative, beyond the cap or below the margin floor
    NOT_PERMITTED = "not_permitted"
    SIGNED_OUT = "signed_out"
    WRONG_PIN = "wrong_pin"
    PIN_DELAYED = "pin_delayed"  # detail: seconds to wait
    PIN_LOCKED = "pin_locked"  # detail: seconds to wait
    ALREADY_CUT = "already_cut"
    BAD_PORTION_COUNT = "bad_portion_count"
    BAD_CONFIGURATION = "bad_configuration"
    WRONG_TOOL = "wrong_tool"  # detail: codes of the tools that suit, comma separated
    PRODUCT_INCOMPLETE = "product_incomplete"  # detail: missing field names, comma separated
    TOO_LATE_TO_UNDO = "too_late_to_undo"
    NOT_READY = "not_ready"  # a kitchen line must be verified first
    UNKNOWN_ITEM = "unknown_item"
    BAD_TEXT = "bad_text"  # longer than the field, or empty
    ALLERGEN_CONFLICT = "allergen_conflict"  # the guest avoids it; detail: codes
    CROSS_CONTACT = "cross_contact"  # detail: JSON list of {source, name, allergens}
    QUARANTINED = "quarantined"  # blocked by an allergen incident; detail: code
    APPROVAL_NEEDED = "approval_needed"  # detail: the action that a second person must allow
    APPROVAL_INVALID = "approval_invalid"  # detail: expired, used, refused, subject, amount, …
    PRICES_CHANGED = "prices_changed"  # other price rules are in force: price it again
    BUDGET_SPENT = "budget_spent"  # detail: the promotion that pauses
    CHECKPOINT_MISSING = "checkpoint_missing"  # detail: the step, or the codes not looked at
    WRONG_PORTION = "wrong_portion"  # another label than the reserved one's; detail: that one
    NOT_CHECKED = "not_checked"  # no verification was recorded; detail: code
    BELOW_ORDER = "below_order"  # detail: codes found to be of a lower grade than was sold
    REASON_MISSING = "reason_missing"  # detail: codes that stand in for another, nobody said why
    TEMPERATURE_VIOLATED = "temperature_violated"  # detail: code; no role may pass it
    ENTRY_MISSED = "entry_missed"  # a silent unit was not measured in time; detail: units' names
    DISPOSITION_MISSING = "disposition_missing"  # detail: codes of lots nobody decided about
    EXTENSION_REFUSED = "extension_refused"  # detail: the rule that stands against it
    EFFECT_CHECK_MISSING = "effect_check_missing"  # an improvement closes after it was checked
    SAFETY_LIMIT = "safety_limit"  # longer than the law; detail: field, the most in seconds
    WASTE_FIRST = "waste_first"  # a removal closes by waste records; detail: portions left
    TRAINING_MISSING = "training_missing"  # detail: JSON {kind, until, may: names}
    BAD_READING = "bad_reading"  # detail: impossible, future
    TOO_FEW_POINTS = "too_few_points"
    NO_CONSENT = "no_consent"  # detail: the kind of consent
    KNOWN_ALREADY = "known_already"  # another guest has that phone or card
    REFUNDED_ALREADY = "refunded_already"  # detail: what
    REFUND_TOO_MUCH = "refund_too_much"  # detail: what is left, in minor units
    REFUND_GOODS = "refund_goods"  # detail: what cannot be taken back so
    FOLLOW_UP_MISSING = "follow_up_missing"  # ask the guest again before the case closes
    COUPON_REFUSED = "coupon_refused"  # detail: as wedge.show_coupon says it
    VOUCHER_REFUSED = "voucher_refused"  # detail: unknown, expired or spent
    BAD_POLICY = "bad_policy"  # detail: what contradicts itself
    DISK_FULL = "disk_full"  # the store's computer has no room to write
    MEMORY_FULL = "memory_full"  # the store's computer has no memory to work with
    TOO_MANY_PROGRAMS = "too_many_programs"  # every connection of the store is taken


SHORTAGES = frozenset(
    {RefusalCode.DISK_FULL, RefusalCode.MEMORY_FULL, RefusalCode.TOO_MANY_PROGRAMS}
)
"""The store's computer lacks something: the same request is right again once it does not."""


class Refused(Exception):
    """The store decided against the request; nothing was changed."""

    def __init__(self, code: RefusalCode, detail: str = "") -> None:
        super().__init__(f"{code.value}: {detail}" if detail else code.value)
        self.code = code
        self.detail = detail


class StoreUnreachable(Exception):
    """The store's database did not answer; the request was certainly not sent."""


class OutcomeUnknown(Exception):
    """The connection broke after the request was sent: it is asked again by its request id."""
