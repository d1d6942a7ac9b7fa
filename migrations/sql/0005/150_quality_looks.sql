-- Quality results, kept: one row for each look and for each score given at a cut, with the day, the
-- names and the targets of its own moment, so that no later change moves a day that is over. The
-- daily metrics are sums of these rows (docs/quality.md, Daily metrics).
CREATE TABLE wedge.quality_looks (
    id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    day DATE NOT NULL,
    product_id UUID NOT NULL,
    product TEXT NOT NULL,
    station_id UUID,
    station TEXT NOT NULL,
    staff_id UUID NOT NULL,
    person TEXT NOT NULL,
    score_milli INTEGER NOT NULL,
    passed BOOLEAN NOT NULL,
    in_time BOOLEAN,
    score_target_milli INTEGER NOT NULL,
    fail_target_bp INTEGER NOT NULL,
    on_time_target_bp INTEGER NOT NULL,
    CONSTRAINT pk_quality_looks PRIMARY KEY (id),
    CONSTRAINT fk_quality_looks_product_id_products FOREIGN KEY (product_id)
        REFERENCES wedge.products (id),
    CONSTRAINT fk_quality_looks_station_id_stations FOREIGN KEY (station_id)
        REFERENCES wedge.stations (id),
    CONSTRAINT fk_quality_looks_staff_id_staff FOREIGN KEY (staff_id) REFERENCES wedge.staff (id),
    CONSTRAINT ck_quality_looks_score CHECK (score_milli BETWEEN 0 AND 10000)
);

CREATE INDEX ix_quality_looks_day ON wedge.quality_looks (day);

CREATE INDEX ix_quality_looks_staff ON wedge.quality_looks (staff_id, day);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wedge.quality_looks
FOR EACH STATEMENT EXECUTE FUNCTION wedge.append_only();

-- p_id is the inspection's, or the whole's for the score given at its cut.
CREATE FUNCTION wedge.keep_look(
    p_id uuid, p_at timestamptz, p_product uuid, p_staff uuid, p_score double precision,
    p_passed boolean, p_in_time boolean
) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, wedge, pg_temp AS $$
    INSERT INTO wedge.quality_looks
    SELECT p_id, p_at, wedge.local_day(p_at), p.id, p.name, s.id, coalesce(s.name, ''), f.id,
           f.name, round(p_score * 1000)::int, p_passed, p_in_time,
           round((t ->> 'score_target')::numeric * 1000)::int,
           round(wedge.fraction(t ->> 'fail_target') * 10000)::int,
           round(wedge.fraction(t ->> 'on_time_target') * 10000)::int
      FROM wedge.products p
      LEFT JOIN wedge.stations s ON s.id = p.station_id
      JOIN wedge.staff f ON f.id = p_staff,
           wedge.policy_read(wedge.settings_document(), 'food.checkpoints') t
     WHERE p.id = p_product
    ON CONFLICT (id) DO NOTHING
$$;

-- Whether a look comes before its check is overdue, by the portion as it was until then; null where
-- no check was due at a moment: looks by chance and at the hand-over.
CREATE FUNCTION wedge.look_in_time(p_seen wedge.inspections) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_settings jsonb := wedge.settings_document();
    v_policy jsonb := wedge.policy_read(v_settings, 'food.checkpoints');
    v_grace interval := make_interval(secs => (v_policy ->> 'overdue_after_s')::double precision);
    v_portion wedge.portions;
    v_unit text;
BEGIN
    IF p_seen.kind NOT IN ('checkpoint', 'recheck') THEN
        RETURN NULL;
    END IF;
    SELECT * INTO v_portion FROM wedge.portions WHERE id = p_seen.portion_id;
    SELECT kind INTO v_unit FROM wedge.holding_units WHERE id = v_portion.holding_unit_id;
    RETURN p_seen.at <= CASE
        WHEN v_portion.recheck_at IS NOT NULL THEN v_portion.recheck_at + v_grace
        WHEN EXISTS (SELECT FROM wedge.wholes WHERE id = p_seen.whole_id
                        AND p_seen.step = ANY (checks_missing))
            THEN v_portion.cut_at + v_grace
                 + make_interval(secs => (v_policy ->> 'step_due_s')::double precision)
        ELSE wedge.look_lasts_until(v_portion, v_unit, v_settings, p_seen.at) END;
END $$;

-- Before the look moves anything: the insert comes first in record_inspection.
CREATE FUNCTION wedge.keep_inspection() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    -- Under the id of a look that is kept already it would not be counted.
    IF EXISTS (SELECT FROM wedge.quality_looks WHERE id = NEW.id) THEN
        PERFORM wedge.refuse('changed', 'inspection');
    END IF;
    PERFORM wedge.keep_look(NEW.id, NEW.at, NEW.product_id, NEW.staff_id, NEW.score, NEW.passed,
                            wedge.look_in_time(NEW));
    RETURN NULL;
END $$;

CREATE TRIGGER keep_inspection AFTER INSERT ON wedge.inspections
FOR EACH ROW WHEN (NOT wedge.bulk()) EXECUTE FUNCTION wedge.keep_inspection();

-- The score given at a cut is the check after cutting: only whoever may sign checks gives it.
CREATE FUNCTION wedge.keep_cut_score() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.sign_cut(NEW.whole_id, NEW.product_id, w.cut_by, NEW.initial_quality, true)
       FROM wedge.wholes w WHERE w.id = NEW.whole_id AND w.cut_by IS NOT NULL;
    RETURN NULL;
END $$;

CREATE FUNCTION wedge.sign_cut(
    p_whole uuid, p_product uuid, p_staff uuid, p_score double precision, p_in_time boolean
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    IF p_score >= wedge.sale_floor() THEN
        PERFORM wedge.require_training(p_staff, '{quality,portioning}');
    END IF;
    PERFORM wedge.keep_look(p_whole, clock_timestamp(), p_product, p_staff, p_score,
                            p_score >= wedge.sale_floor(), p_in_time);
END $$;

CREATE TRIGGER keep_cut_score AFTER INSERT ON wedge.portions
FOR EACH ROW WHEN (NEW.wedge = 0 AND NEW.state = 'available' AND NEW.quality_status <> 'unscored'
      AND NOT wedge.bulk())
EXECUTE FUNCTION wedge.keep_cut_score();

-- One row for each day, product, station and employee; names as the day's last look knew them, and
-- targets as sums over the looks that they were in force for.
CREATE VIEW wedge.quality_days AS
SELECT day, product_id, station_id, staff_id,
       (array_agg(product ORDER BY at DESC))[1] AS product,
       (array_agg(station ORDER BY at DESC))[1] AS station,
       (array_agg(person ORDER BY at DESC))[1] AS person,
       count(*)::int AS looks, sum(score_milli)::bigint AS score_milli,
       (count(*) FILTER (WHERE NOT passed))::int AS failed,
       count(in_time)::int AS timed, (count(*) FILTER (WHERE in_time))::int AS on_time,
       sum(score_target_milli)::bigint AS score_target_milli,
       sum(fail_target_bp)::bigint AS fail_target_bp,
       coalesce(sum(on_time_target_bp) FILTER (WHERE in_time IS NOT NULL), 0)::bigint
           AS on_time_target_bp
  FROM wedge.quality_looks
 GROUP BY day, product_id, station_id, staff_id;

-- How somebody's looks were before and after each training: means over the days around it, the day
-- itself left out. A training that was withdrawn shows nothing.
CREATE FUNCTION wedge.training_effect(p_session uuid, p_staff uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_days int := ceil((wedge.policy_read(wedge.settings_document(), 'food.checkpoints')
                        ->> 'training_effect_s')::numeric / 86400);
BEGIN
    PERFORM wedge.require_session(p_session, '{manager,food_safety_manager,administrator}');
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
                   'training_id', t.id, 'days', v_days,
                   'before_milli', e.before_milli, 'before', e.before,
                   'after_milli', e.after_milli, 'after', e.after)), '[]')
          FROM wedge.trainings t, LATERAL (
              SELECT sum(score_milli) FILTER (WHERE day < t.held_on) AS before_milli,
                     count(*) FILTER (WHERE day < t.held_on) AS before,
                     sum(score_milli) FILTER (WHERE day > t.held_on) AS after_milli,
                     count(*) FILTER (WHERE day > t.held_on) AS after
                FROM wedge.quality_looks
               WHERE staff_id = t.staff_id
                 AND day BETWEEN t.held_on - v_days AND t.held_on + v_days) e
         WHERE t.staff_id = p_staff AND t.withdrawn_at IS NULL);
END $$;
