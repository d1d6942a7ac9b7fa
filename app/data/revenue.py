"""One question for a period's revenue and its payments, so that both are of one moment."""

from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from app.data.report_queries import ZONE
from app.domain.revenue import Earned, Revenue, Tendered, Way

REVENUE = f"""WITH {ZONE},
    parted AS (
        SELECT x ->> 0 AS code, sum((x ->> 1)::int) AS mg
          FROM wedge.ticket_lines l JOIN wedge.tickets t ON t.id = l.ticket_id,
               jsonb_array_elements(l.size_parts) x
         WHERE l.size_parts IS NOT NULL AND NOT l.voided AND t.state IN ('paid', 'closed')
         GROUP BY 1),
    offcuts AS (
        SELECT portion_id, sum(weight_mg) AS mg FROM wedge.waste
         WHERE weight_mg IS NOT NULL GROUP BY 1),
    put_back AS (
        SELECT line_id, sum(quantity) AS pieces FROM wedge.refund_items
         WHERE goods = 'put_back' AND portion_id IS NULL GROUP BY 1),
    lines AS (
        SELECT l.*, l.quantity::bigint * (l.unit_price_minor + l.extras_minor) AS gross
          FROM wedge.tickets t JOIN wedge.ticket_lines l ON l.ticket_id = t.id, span s
         WHERE t.paid_at >= s.since AND t.paid_at < s.until AND t.state IN ('paid', 'closed')
           AND NOT l.voided),
    sold AS (
        SELECT l.product_id, l.gross, l.gross * l.tax_rate_bp::numeric / (10000 + l.tax_rate_bp)
                   AS tax,
               coalesce(k.cost_minor, d.cost_minor) AS cost,
               w.portions_per_whole AS cut,
               CASE WHEN d.kind = 'plain' THEN l.quantity - coalesce(b.pieces, 0)
                    WHEN l.portion_id IS NULL THEN 0
                    ELSE 1 + (coalesce((SELECT sum((x ->> 1)::int)
                                          FROM jsonb_array_elements(l.size_parts) x), 0)
                              - coalesce(a.mg, 0) - coalesce(o.mg, 0))
                             / coalesce(c.standard_weight_mg, 1000000000)::numeric END AS pieces
          FROM lines l JOIN wedge.products d ON d.id = l.product_id
          LEFT JOIN wedge.line_costs k ON k.line_id = l.id
          LEFT JOIN put_back b ON b.line_id = l.id
          LEFT JOIN wedge.portions p ON p.id = l.portion_id
          LEFT JOIN wedge.wholes w ON w.id = p.whole_id
          LEFT JOIN wedge.portion_configurations c
            ON c.product_id = w.product_id AND c.portions_per_whole = w.portions_per_whole
          LEFT JOIN parted a ON a.code = p.code LEFT JOIN offcuts o ON o.portion_id = p.id),
    thrown AS (
        SELECT x.product_id, x.cost_minor, w.portions_per_whole AS cut,
               CASE WHEN x.weight_mg IS NULL
                    THEN 1 - (coalesce(a.mg, 0) + coalesce(o.mg, 0))
                             / coalesce(c.standard_weight_mg, 1000000000)::numeric
                    ELSE x.weight_mg / coalesce(c.standard_weight_mg, 1000000000)::numeric
                END AS pieces
          FROM wedge.waste x JOIN wedge.portions p ON p.id = x.portion_id
          JOIN wedge.wholes w ON w.id = p.whole_id
          LEFT JOIN wedge.portion_configurations c
            ON c.product_id = w.product_id AND c.portions_per_whole = w.portions_per_whole
          LEFT JOIN parted a ON a.code = p.code LEFT JOIN offcuts o ON o.portion_id = p.id, span s
         WHERE x.at >= s.since AND x.at < s.until
           AND (x.weight_mg IS NOT NULL OR NOT EXISTS (
               SELECT FROM wedge.ticket_lines l JOIN wedge.tickets t ON t.id = l.ticket_id
                WHERE l.portion_id = p.id AND NOT l.voided AND t.state IN ('paid', 'closed')))),
    back AS (
        SELECT l.product_id, i.amount_minor AS amount,
               i.amount_minor * l.tax_rate_bp::numeric / (10000 + l.tax_rate_bp) AS tax
          FROM wedge.refunds f JOIN wedge.refund_items i ON i.refund_id = f.id
          JOIN wedge.ticket_lines l ON l.id = i.line_id, span s
         WHERE f.at >= s.since AND f.at < s.until),
    facts (product_id, used, wasted, gross, back, tax, cost, waste) AS (
        SELECT product_id, coalesce(pieces / cut, pieces), 0, gross, 0, tax, pieces * cost, 0
          FROM sold
         UNION ALL
        SELECT product_id, pieces / cut, pieces / cut, 0, 0, 0, 0, cost_minor FROM thrown
         UNION ALL
        SELECT product_id, 0, 0, 0, amount, -tax, 0, 0 FROM back),
    earned AS (
        SELECT coalesce(d.whole_of_id, d.id) AS id,
               CASE WHEN d.kind = 'portioned' THEN 'portions'
                    WHEN d.whole_of_id IS NOT NULL THEN 'whole' ELSE 'plain' END AS way,
               round(sum(f.used), 6) AS used, round(sum(f.wasted), 6) AS wasted,
               sum(f.gross) AS gross, sum(f.back) AS back, round(sum(f.tax), 6) AS tax,
               round(sum(f.cost)) AS cost, sum(f.waste) AS waste
          FROM facts f JOIN wedge.products d ON d.id = f.product_id
         GROUP BY 1, 2)
SELECT clock_timestamp(),
       (SELECT coalesce(jsonb_agg(jsonb_build_array(e.id, d.name, e.way,
                   CASE e.way WHEN 'plain' THEN '0' ELSE e.used::text END, e.wasted::text,
                   e.gross, e.back, e.tax::text, e.cost, e.waste)), '[]')
          FROM earned e JOIN wedge.products d ON d.id = e.id),
       (SELECT coalesce(jsonb_agg(jsonb_build_array(m.tender, m.paid, m.back)
                                  ORDER BY m.tender), '[]')
          FROM (SELECT tender, sum(paid) AS paid, sum(back) AS back FROM (
                    SELECT p.tender, p.amount_minor AS paid, 0 AS back
                      FROM wedge.payments p, span s WHERE p.at >= s.since AND p.at < s.until
                     UNION ALL
                    SELECT y.tender, 0, y.amount
                      FROM wedge.refunds f, span s, LATERAL (VALUES
                               (f.tender, f.amount_minor - f.voucher_minor),
                               ('voucher', f.voucher_minor)) y (tender, amount)
                     WHERE f.at >= s.since AND f.at < s.until AND y.amount <> 0) n
                 GROUP BY tender) m),
       (SELECT coalesce(sum(r.tax_minor), 0) FROM wedge.receipts r, span s
         WHERE r.issued_at >= s.since AND r.issued_at < s.until),
       (SELECT jsonb_build_array(count(*), coalesce(sum(x.cost_minor), 0))
          FROM wedge.waste x, span s
         WHERE x.whole_id IS NOT NULL AND x.at >= s.since AND x.at < s.until)"""


def revenue_of(row: tuple[Any, ...]) -> Revenue:
    """The report in what `REVENUE` answers."""
    at, earned, ledger, tax, (uncut, uncut_minor) = row
    assert isinstance(at, datetime)
    return Revenue(
        at=at,
        earned=tuple(_earned(*each) for each in earned),
        ledger=tuple(Tendered(tender, int(paid), int(back)) for tender, paid, back in ledger),
        receipts_tax_minor=int(tax),
        uncut=int(uncut),
        uncut_minor=int(uncut_minor),
    )


def _earned(
    key: str, name: str, way: str, wholes: str, wasted: str,
    gross: int, back: int, tax: str, cost: int, waste: int,
) -> Earned:  # fmt: skip
    return Earned(
        UUID(key), name, Way(way), Fraction(wholes), Fraction(wasted),
        int(gross), int(back), Fraction(tax), int(cost), int(waste),
    )  # fmt: skip
