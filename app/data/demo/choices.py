"""Why the last days' lines got their portions: chosen, swapped, upgraded, declined, stood in."""

from datetime import datetime, timedelta

import psycopg

CHOSEN_DAYS = timedelta(days=3)
"""As far back as the demo's cabinets were measured: what is played again needs both."""

_LINES = """
CREATE TEMPORARY TABLE chosen ON COMMIT DROP AS
SELECT l.id AS line_id, l.ticket_id, l.product_id, l.portion_id, l.grade, l.unit_price_minor,
       t.terminal_id, t.staff_id, t.paid_at, p.whole_id, p.wedge, p.cut_at,
       (l.price_inputs ->> 'score_milli')::int AS score_milli,
       p.expires_at - t.paid_at < interval '20 minutes' AS sell_first,
       get_byte(uuid_send(l.id), 15) AS chance
  FROM wedge.ticket_lines l
  JOIN wedge.tickets t ON t.id = l.ticket_id AND t.paid_at >= %(since)s
  JOIN wedge.portions p ON p.id = l.portion_id
 WHERE NOT l.voided AND l.price_inputs IS NOT NULL
"""

_CHOSEN = """
INSERT INTO wedge.allocation_decisions (
    id, at, kind, ticket_id, line_id, terminal_id, staff_id, policy_version, portion_id,
    score_milli, sell_first, reason, note, charged_minor, variance_minor, document)
SELECT gen_random_uuid(), c.paid_at - interval '45 seconds', 'chosen', c.ticket_id, c.line_id,
       c.terminal_id, c.staff_id, 1, c.portion_id, c.score_milli, c.sell_first,
       CASE WHEN c.sell_first THEN 'sell_first' WHEN r.others IS NULL THEN 'only_one'
            ELSE 'oldest_meets_grade' END,
       '', c.unit_price_minor, 0,
       jsonb_build_object('grade', c.grade, 'ranking',
           jsonb_build_array(jsonb_build_array(c.portion_id, c.score_milli, c.grade,
                                               c.unit_price_minor, 'oldest_meets_grade'))
           || coalesce(r.others, '[]'))
  FROM chosen c
  LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_array(o.portion_id, o.score_milli, o.grade,
                                         o.unit_price_minor, 'oldest_meets_grade')
                       ORDER BY o.cut_at, o.wedge) AS others
        FROM chosen o
       WHERE o.product_id = c.product_id AND o.cut_at < c.paid_at AND o.paid_at > c.paid_at
         AND o.paid_at < c.paid_at + interval '3 hours') r ON true
"""

_MOVED = """
INSERT INTO wedge.allocation_decisions (
    id, at, kind, ticket_id, line_id, terminal_id, staff_id, policy_version, portion_id,
    score_milli, sell_first, former_id, former_score_milli, reason, note, charged_minor,
    variance_minor, document)
SELECT gen_random_uuid(), c.paid_at - interval '20 seconds', k.kind, c.ticket_id, c.line_id,
       c.terminal_id, c.staff_id, 1, CASE WHEN k.kind = 'declined' THEN o.id ELSE c.portion_id END,
       CASE WHEN k.kind = 'declined' THEN greatest(c.score_milli, 9100) ELSE c.score_milli END,
       false, CASE WHEN k.kind = 'declined' THEN c.portion_id ELSE o.id END,
       greatest(c.score_milli - k.below, 6400), k.reason, k.note, c.unit_price_minor, 0,
       jsonb_build_object('grade', CASE WHEN k.kind = 'declined' THEN 'A' ELSE c.grade END,
                          'ranking', '[]'::jsonb)
  FROM chosen c
  JOIN (VALUES ('swapped', 0, 4, 'guest_request', '', 0),
               ('swapped', 4, 7, 'presentation', 'Cheese slid to one side', 0),
               ('upgraded', 7, 16, 'upgrade', '', 900),
               ('declined', 16, 40, 'upgrade', '', 0),
               ('substituted', 40, 44, 'age', '', 1900)
       ) k (kind, low, high, reason, note, below) ON c.chance >= k.low AND c.chance < k.high
  JOIN LATERAL (
      SELECT p.id FROM wedge.portions p
        LEFT JOIN wedge.tickets t ON t.id = p.ticket_id
       WHERE p.product_id = c.product_id AND p.id <> c.portion_id AND p.cut_at < c.paid_at
         AND p.cut_at > c.paid_at - interval '6 hours'
         AND (t.paid_at IS NULL OR t.paid_at > c.paid_at)
       ORDER BY p.cut_at, p.wedge LIMIT 1) o ON true
 WHERE (k.kind <> 'upgraded' OR c.grade = 'A') AND (k.kind <> 'declined' OR c.grade <> 'A')
"""

_SHOWN = """
UPDATE wedge.ticket_lines l
   SET choice_reason = CASE d.kind WHEN 'declined' THEN 'oldest_meets_grade'
                            WHEN 'substituted' THEN 'substituted' ELSE 'by_hand' END,
       upgrade_answer = CASE d.kind WHEN 'upgraded' THEN 'accepted'
                             WHEN 'declined' THEN 'declined' ELSE '' END
  FROM wedge.allocation_decisions d WHERE d.line_id = l.id AND d.kind <> 'chosen'
"""


def insert_choices(connection: psycopg.Connection, now: datetime) -> None:
    """A decision for each portion sold in the last days, and what became of some of them.

    Nothing in an older schema. Deterministic for the lines there are.
    """
    known = connection.execute("SELECT to_regclass('wedge.allocation_decisions')").fetchone()
    if known is None or known[0] is None:
        return
    connection.execute(_LINES.encode(), {"since": now - CHOSEN_DAYS})
    connection.execute("CREATE INDEX ON chosen (product_id, paid_at)")
    connection.execute("ANALYZE chosen")
    connection.execute(_CHOSEN.encode())
    connection.execute(_MOVED.encode())
    connection.execute(_SHOWN.encode())
