"""What the machine of tests/data/test_shop_machine.py offers, sees, and holds to be broken."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.support.seed import PIZZA, PRICE_MINOR

CUT = (PIZZA, 1, datetime.now(UTC) + timedelta(hours=9))
"""Arguments of receive_wholes."""

OPEN_LINES = (
    "SELECT id FROM wedge.ticket_lines WHERE ticket_id = %s AND NOT voided ORDER BY position DESC"
)
PAID_LINES = (
    "SELECT l.id, l.ticket_id, l.portion_id, p.epoch FROM wedge.ticket_lines l"
    " JOIN wedge.tickets t ON t.id = l.ticket_id AND t.state IN ('paid', 'closed')"
    " LEFT JOIN wedge.portions p ON p.id = l.portion_id"
    " WHERE NOT l.voided ORDER BY t.number DESC, l.position"
)


def offer(portion: UUID, epoch: int, price: int = PRICE_MINOR, grade: str = "A") -> dict[str, Any]:
    """A candidate as a till sends it, reduced for its quality where the price is lower."""
    steps = [{"reason": "base", "amount_minor": PRICE_MINOR, "rule_version": 1}]
    if price != PRICE_MINOR:
        steps.append({"reason": "quality", "amount_minor": price - PRICE_MINOR, "rule_version": 1})
    return {
        "portion_id": str(portion), "epoch": epoch, "grade": grade, "unit_price_minor": price,
        "base_price_minor": PRICE_MINOR, "breakdown": steps, "score_milli": 9000,
        "reason": "oldest",
    }  # fmt: skip


def look_of(score: float) -> tuple[str, str]:
    """What a cook saw and what the curve had said."""
    seen = {"kind": "recheck", "step": None, "score": score, "passed": True,
            "causes": ["age"] if score < 7 else [], "note": "", "temperature_mc": None}  # fmt: skip
    return json.dumps(seen), json.dumps({"score": 9.0, "effective_age_s": 600.0})


BROKEN = {
    "conservation": "SELECT * FROM wedge.check_conservation()",
    "refunds": "SELECT * FROM wedge.check_refunds()",
    "a portion without its one line": """
        SELECT p.code, p.state FROM wedge.portions p
         WHERE p.state IN ('reserved', 'committed', 'served') AND 1 <> (
             SELECT count(*) FROM wedge.ticket_lines l
              WHERE l.ticket_id = p.ticket_id AND NOT l.voided
                AND (l.portion_id = p.id OR l.id = p.part_of))""",
    "a free portion on an order": """
        SELECT p.code FROM wedge.portions p
         WHERE p.state IN ('available', 'wasted', 'quarantined') AND (
             p.ticket_id IS NOT NULL OR p.part_of IS NOT NULL
             OR p.state = 'available' AND EXISTS (
                 SELECT FROM wedge.ticket_lines l WHERE l.portion_id = p.id AND NOT l.voided))""",
    "a line that holds a portion of somebody else": """
        SELECT l.portion_code FROM wedge.ticket_lines l JOIN wedge.portions p ON p.id = l.portion_id
         WHERE NOT l.voided AND p.ticket_id <> l.ticket_id""",
    "a guest who waits for what is free": """
        SELECT l.portion_code, p.code FROM wedge.ticket_lines l
          JOIN wedge.tickets t ON t.id = l.ticket_id AND t.state = 'paid'
          JOIN wedge.portions p ON p.product_id = l.product_id AND p.state = 'available'
         WHERE l.waits_since IS NOT NULL AND NOT l.voided AND wedge.must_settle(l)
           AND wedge.may_fill(l, p)""",
    "an order whose sums differ": """
        SELECT t.number FROM wedge.tickets t, LATERAL (
            SELECT coalesce(sum(quantity * (unit_price_minor + extras_minor)), 0) AS lines
              FROM wedge.ticket_lines WHERE ticket_id = t.id AND NOT voided) l, LATERAL (
            SELECT coalesce(sum(amount_minor), 0) AS paid
              FROM wedge.payments WHERE ticket_id = t.id) p, LATERAL (
            SELECT coalesce(sum(total_minor) FILTER (WHERE refund_of IS NULL), 0) AS receipt
              FROM wedge.receipts WHERE ticket_id = t.id) r
         WHERE t.state IN ('open', 'paid', 'closed') AND t.total_minor <> l.lines
            OR t.state IN ('paid', 'closed') AND (p.paid, r.receipt) <> (l.lines, l.lines)""",
    "a breakdown that is not its price": """
        SELECT portion_code FROM wedge.ticket_lines
         WHERE NOT voided AND wedge.sum_of(breakdown) <> unit_price_minor""",
    "tax that is not that of what was kept": """
        WITH booked AS (
            SELECT r.ticket_id, (x ->> 0)::int AS rate, sum((x ->> 1)::int) AS tax
              FROM wedge.receipts r, jsonb_array_elements(r.document -> 'tax_minor_by_rate_bp') x
             GROUP BY 1, 2)
        SELECT b.* FROM booked b JOIN (
            SELECT ticket_id, tax_rate_bp, sum(quantity * (unit_price_minor + extras_minor)
                                               - refunded_minor)::bigint AS kept
              FROM wedge.ticket_lines WHERE NOT voided GROUP BY 1, 2) k
            ON k.ticket_id = b.ticket_id AND k.tax_rate_bp = b.rate
         WHERE b.tax <> wedge.included_tax(k.kept, b.rate)""",
    "points from nothing": """
        SELECT s.ticket_id FROM wedge.loyal_sales s, LATERAL (
            SELECT coalesce(sum(points - owed)
                       FILTER (WHERE kind IN ('earn', 'reverse')), 0) AS net,
                   coalesce(sum(refunded_minor), 0) AS goods,
                   coalesce(sum(refunded_portions), 0)::int AS portions,
                   coalesce(sum(points - owed)
                       FILTER (WHERE kind IN ('redeem', 'return')), 0) AS used
              FROM wedge.point_entries WHERE ticket_id = s.ticket_id) e
         WHERE e.net <> wedge.points_earned(s, e.goods::bigint, e.portions) OR e.used > 0
         UNION ALL
        SELECT c.id FROM wedge.customers c, LATERAL wedge.point_balance(c.id) b
         WHERE b.balance < 0 OR b.owed < 0""",
    "an order replaced twice without a second person": """
        WITH RECURSIVE chain (root, id) AS (
            SELECT id, id FROM wedge.tickets WHERE replaces_id IS NULL
             UNION ALL
            SELECT c.root, t.id FROM chain c JOIN wedge.tickets t ON t.replaces_id = c.id)
        SELECT c.root FROM chain c JOIN wedge.compensations g
            ON g.ticket_id = c.id AND g.kind = 'replacement' AND g.approved_by IS NULL
         GROUP BY 1 HAVING count(*) > 1""",
    "a replacement that is a sale": """
        SELECT t.number FROM wedge.tickets t WHERE t.replaces_id IS NOT NULL AND (
            t.total_minor <> 0 OR t.receipt_id IS NOT NULL OR EXISTS (
                SELECT FROM wedge.receipts WHERE ticket_id = t.id))""",
    "money without an entry in the journal": """
        SELECT x.action FROM (VALUES
            ('pay cash', (SELECT count(*) FROM wedge.payments)),
            ('refund', (SELECT count(*) FROM wedge.refunds)),
            ('compensate', (SELECT count(*) FROM wedge.compensations)),
            ('approve', (SELECT count(*) FROM wedge.approvals
                         WHERE state IN ('granted', 'used') AND action NOT IN
                             ('allergen_release', 'policy_change'))),
            ('own size', (SELECT count(*) FROM wedge.approvals
                           WHERE state = 'used' AND action = 'non_standard_portion')),
            ('change policy', (SELECT count(*) FROM wedge.policy_changes))) x (action, count)
         WHERE x.count <> (SELECT count(*) FROM wedge.journal j WHERE j.action = x.action)""",
    "a sold size that is not there": """
        SELECT l.portion_code FROM wedge.ticket_lines l
          JOIN wedge.tickets t ON t.id = l.ticket_id AND t.state IN ('paid', 'closed')
         WHERE NOT l.voided AND l.asked_mg IS NOT NULL AND (
             l.size_approved_by IS NULL OR l.weight_mg <> l.asked_mg)""",
    "a weight that is nowhere": """
        SELECT p.code FROM wedge.portions p, LATERAL (
            SELECT coalesce(sum((x ->> 1)::int), 0) AS mg, coalesce(max((x ->> 1)::int), 0) AS most
              FROM wedge.ticket_lines l JOIN wedge.tickets t ON t.id = l.ticket_id
               AND t.state IN ('paid', 'closed'), jsonb_array_elements(l.size_parts) x
             WHERE NOT l.voided AND x ->> 0 = p.code) cut, LATERAL (
            SELECT coalesce(sum(l.offcut_mg), 0) AS mg FROM wedge.ticket_lines l
              JOIN wedge.tickets t ON t.id = l.ticket_id AND t.state IN ('paid', 'closed')
             WHERE NOT l.voided AND l.former_code IS NULL AND l.portion_code = p.code) off
         WHERE p.weight_mg <= 0 OR 120000 - p.weight_mg - off.mg NOT BETWEEN 0 AND cut.mg
            AND NOT EXISTS (SELECT FROM wedge.ticket_lines l WHERE l.former_code = p.code)""",
}
"""What must not be found in any state of the shop, by name."""
