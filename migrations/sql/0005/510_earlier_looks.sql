-- Looks from before this schema: by the names and targets in force at the upgrade. Whether they came
-- in time was not written down, so they count for no share.
INSERT INTO wedge.quality_looks
SELECT i.id, i.at, wedge.local_day(i.at), p.id, p.name, s.id, coalesce(s.name, ''), f.id, f.name,
       round(i.score * 1000)::int, i.passed, NULL,
       round((t ->> 'score_target')::numeric * 1000)::int,
       round(wedge.fraction(t ->> 'fail_target') * 10000)::int,
       round(wedge.fraction(t ->> 'on_time_target') * 10000)::int
  FROM wedge.inspections i
  JOIN wedge.products p ON p.id = i.product_id
  LEFT JOIN wedge.stations s ON s.id = p.station_id
  JOIN wedge.staff f ON f.id = i.staff_id,
       wedge.policy_read(wedge.settings_document(), 'food.checkpoints') t;
