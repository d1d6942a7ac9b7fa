-- What consenting guests bought, one row per portion or piece line: what, cut how, from where in
-- its whole, of which grade, asked for how, at which price, when by the shop's clock, and the stars
-- its food was given. A withdrawn consent ends it, and a new one does not bring back what lies
-- before it.
CREATE VIEW wedge.purchase_history AS
SELECT t.customer_id, t.id AS ticket_id, l.id AS line_id, t.paid_at AS at, l.product_id, l.name,
       p.category_id, '1/' || w.portions_per_whole AS configuration, l.grade, l.quantity,
       l.unit_price_minor + l.extras_minor AS unit_price_minor, t.service,
       wedge.place_in_whole(o.wedge, w.portions_per_whole, w.per_row) AS place,
       ARRAY(SELECT e ->> 'name' FROM jsonb_array_elements(l.preparations) WITH ORDINALITY x (e, n)
              ORDER BY n) AS preparations,
       extract(isodow FROM t.paid_at AT TIME ZONE z.zone)::int - 1 AS weekday,
       extract(hour FROM t.paid_at AT TIME ZONE z.zone)::int AS hour,
       r.stars
  FROM wedge.tickets t
  CROSS JOIN (SELECT wedge.settings_document() ->> 'time_zone' AS zone) z
  JOIN wedge.ticket_lines l ON l.ticket_id = t.id AND NOT l.voided AND l.taken_back_at IS NULL
  JOIN wedge.products p ON p.id = l.product_id
  LEFT JOIN wedge.portions o ON o.id = l.portion_id
  LEFT JOIN wedge.wholes w ON w.id = o.whole_id
  LEFT JOIN wedge.ratings r ON r.ticket_id = t.id AND r.about = 'product'
 WHERE t.state IN ('paid', 'closed')
   AND t.paid_at >= wedge.consented(t.customer_id, 'profile');
