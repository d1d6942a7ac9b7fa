-- The clocks that keep a portion from sale, by its row and the policies in force: the same as
-- app/services/off_sale.py and unit_safety.py. A screen only shows them sooner.

-- The limits of a unit in milli-°C: the law's, tightened by the policy's and the unit's own.
CREATE FUNCTION wedge.limits_of(
    p_unit wedge.holding_units, p_settings jsonb, OUT least_mc numeric, OUT most_mc numeric
)
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_policy jsonb;
    v_law jsonb;
BEGIN
    IF p_unit.kind = 'ambient' THEN
        least_mc := p_unit.min_temperature_mc;
        most_mc := p_unit.max_temperature_mc;
        RETURN;
    END IF;
    v_policy := wedge.policy_read(p_settings, 'food.jurisdiction');
    v_law := wedge.law_of(v_policy);
    IF p_unit.kind = 'hot' THEN
        least_mc := greatest(p_unit.min_temperature_mc, (v_policy ->> 'hot_min_mc')::numeric,
                             (v_law ->> 'hot_min_mc')::numeric);
    ELSE
        most_mc := least(p_unit.max_temperature_mc, (v_policy ->> 'cold_max_mc')::numeric,
                         (v_law ->> 'cold_max_mc')::numeric);
    END IF;
END $$;

-- Whether the unit's latest reading proves its limits and is recent enough to prove anything.
CREATE FUNCTION wedge.unit_proven(
    p_unit wedge.holding_units, p_settings jsonb, p_now timestamptz
) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_limits record;
    v_last record;
BEGIN
    SELECT * INTO v_limits FROM wedge.limits_of(p_unit, p_settings);
    IF v_limits.least_mc IS NULL AND v_limits.most_mc IS NULL THEN
        RETURN true;
    END IF;
    SELECT r.at, r.temperature_mc AS mc INTO v_last FROM wedge.temperature_readings r
     WHERE r.holding_unit_id = p_unit.id ORDER BY r.at DESC LIMIT 1;
    RETURN coalesce(
        p_now <= v_last.at + make_interval(
            secs => (p_settings #>> '{quality,unobserved_after_s}')::double precision)
        AND v_last.mc - p_unit.probe_uncertainty_mc >= coalesce(v_limits.least_mc, -1000000)
        AND v_last.mc + p_unit.probe_uncertainty_mc <= coalesce(v_limits.most_mc, 1000000), false);
END $$;

-- The last moment at which it may be sold without another look.
CREATE FUNCTION wedge.look_lasts_until(
    p_portion wedge.portions, p_kind text, p_settings jsonb, p_now timestamptz
) RETURNS timestamptz
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_policy jsonb := wedge.policy_read(p_settings, 'food.checkpoints');
    v_floor double precision := (p_settings #>> '{quality,sale_floor}')::double precision;
    v_room double precision := p_portion.initial_quality - v_floor;
    v_seen boolean := coalesce(p_portion.inspected_at >= p_portion.cut_at, false);
    v_risk double precision;
    v_share double precision;
BEGIN
    IF p_portion.recheck_at IS NOT NULL THEN
        RETURN p_portion.recheck_at;
    END IF;
    SELECT failed_looks::double precision / looks INTO v_risk
      FROM wedge.wholes WHERE id = p_portion.whole_id AND looks > 0;
    IF v_seen AND v_room > 0 THEN
        v_risk := greatest(
            v_risk, (p_portion.initial_quality - p_portion.inspected_score) / v_room);
    END IF;
    v_share := 1 - greatest(0, least(1, coalesce(v_risk, 0)))
        * (1 - wedge.fraction(v_policy ->> 'riskiest_interval_share')::double precision);
    IF EXISTS (SELECT FROM wedge.watches
                WHERE subject_id IN (p_portion.product_id, p_portion.holding_unit_id)
                  AND since <= p_now AND until > p_now) THEN
        v_share := v_share * wedge.fraction(v_policy ->> 'watched_share')::double precision;
    END IF;
    RETURN CASE WHEN v_seen THEN p_portion.inspected_at ELSE p_portion.cut_at END
        + make_interval(secs => v_share * (v_policy ->> format('interval_%s_s', p_kind))::numeric
                                + (v_policy ->> 'overdue_after_s')::double precision);
END $$;

-- Why the portion may not be chosen for a sale now, whoever asks; null when it may.
CREATE FUNCTION wedge.off_sale(p_portion wedge.portions, p_now timestamptz) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_settings jsonb := wedge.settings_document();
    v_unit wedge.holding_units;
    v_score double precision := p_portion.initial_quality;
BEGIN
    IF p_now >= p_portion.expires_at THEN
        RETURN 'expired';
    ELSIF NOT wedge.quality_sells(p_portion.quality_status) THEN
        RETURN 'quality';
    END IF;
    IF p_portion.inspected_at >= p_portion.cut_at THEN
        v_score := p_portion.inspected_score;
    END IF;
    IF v_score < (v_settings #>> '{quality,sale_floor}')::double precision THEN
        RETURN 'below_floor';
    END IF;
    SELECT * INTO v_unit FROM wedge.holding_units WHERE id = p_portion.holding_unit_id;
    IF NOT wedge.unit_proven(v_unit, v_settings, p_now) THEN
        RETURN 'temperature';
    ELSIF p_now >= p_portion.expires_at - make_interval(secs => (
            wedge.policy_read(v_settings, 'food.shelf_life')
            ->> format('removal_lead_%s_s', v_unit.kind))::double precision) THEN
        RETURN 'removal_lead';
    ELSIF p_portion.recheck_at IS NOT NULL THEN
        RETURN 'recheck';
    ELSIF p_now > wedge.look_lasts_until(p_portion, v_unit.kind, v_settings, p_now) THEN
        RETURN 'check_overdue';
    END IF;
    RETURN NULL;
END $$;

-- Lock and return the first of the candidates that may be taken now: free, and kept from sale by
-- no clock.
CREATE OR REPLACE FUNCTION wedge.take_first(p_candidates jsonb, p_ticket uuid, p_wait boolean)
RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_index int;
    v_portion wedge.portions;
    v_candidate jsonb;
    v_line uuid;
BEGIN
    IF p_wait THEN
        -- One row at the most is held at the end and none while waiting: waiters that gathered
        -- rows, or waited for sold ones, would queue behind each other.
        PERFORM FROM jsonb_array_elements(p_candidates) WITH ORDINALITY c (candidate, place)
          JOIN wedge.portions p ON p.id = (c.candidate ->> 'portion_id')::uuid
         WHERE wedge.quality_sells(p.quality_status) AND (p.state = 'available'
            OR p.state = 'reserved' AND p.reserved_until <= clock_timestamp())
         ORDER BY c.place LIMIT 1 FOR UPDATE OF p;
    END IF;
    FOR v_index IN 0 .. jsonb_array_length(p_candidates) - 1 LOOP
        v_candidate := p_candidates -> v_index;
        SELECT * INTO v_portion FROM wedge.portions
         WHERE id = (v_candidate ->> 'portion_id')::uuid
           AND epoch = (v_candidate ->> 'epoch')::int
           AND expires_at > clock_timestamp() AND wedge.quality_sells(quality_status)
           AND (state = 'available' OR state = 'reserved' AND reserved_until <= clock_timestamp())
           FOR UPDATE SKIP LOCKED;
        IF NOT FOUND THEN
            CONTINUE;
        END IF;
        CONTINUE WHEN wedge.off_sale(v_portion, clock_timestamp()) IS NOT NULL;
        IF v_portion.state = 'available' THEN
            RETURN v_index;
        END IF;
        -- Whoever waits for one like it comes before a new order: the next heartbeat frees it.
        CONTINUE WHEN wedge.somebody_waits(v_portion.product_id) AND NOT EXISTS (
            SELECT FROM wedge.ticket_lines
             WHERE ticket_id = p_ticket AND waits_since IS NOT NULL AND NOT voided);
        -- Its hold ran out: void the line of the earlier holder, unless somebody works on it now.
        IF v_portion.ticket_id <> p_ticket THEN
            PERFORM FROM wedge.tickets WHERE id = v_portion.ticket_id FOR UPDATE SKIP LOCKED;
            IF NOT FOUND THEN
                CONTINUE;
            END IF;
        END IF;
        SELECT id INTO v_line FROM wedge.ticket_lines
         WHERE (portion_id = v_portion.id OR id = v_portion.part_of) AND NOT voided;
        PERFORM wedge.drop_line(v_line);
        RETURN v_index;
    END LOOP;
    RETURN NULL;
END $$;

-- Nothing could be taken: refused with why, if a clock keeps one of the candidates from sale.
CREATE FUNCTION wedge.refuse_off_sale(p_candidates jsonb) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, wedge, pg_temp AS $$
DECLARE
    v_why text;
BEGIN
    SELECT wedge.off_sale(p, clock_timestamp()) INTO v_why
      FROM jsonb_array_elements(p_candidates) WITH ORDINALITY c (candidate, place)
      JOIN wedge.portions p ON p.id = (c.candidate ->> 'portion_id')::uuid
     WHERE p.state = 'available' AND p.epoch = (c.candidate ->> 'epoch')::int
       AND wedge.off_sale(p, clock_timestamp()) <> 'quality'
     ORDER BY c.place LIMIT 1;
    IF v_why = 'expired' THEN
        PERFORM wedge.refuse('portion_expired');
    ELSIF v_why IS NOT NULL THEN
        PERFORM wedge.refuse('off_sale', v_why);
    END IF;
END $$;
