-- A reading as the screens are told it; which ones a person took and signed is told beside.
CREATE OR REPLACE FUNCTION wedge.feed_reading() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, wedge, pg_temp AS $$
BEGIN
    PERFORM wedge.feed_write('holding_temperatures', NEW.holding_unit_id, jsonb_build_object(
        'holding_unit_id', NEW.holding_unit_id,
        'readings', jsonb_build_array(
            jsonb_build_array(extract(epoch FROM NEW.at), NEW.temperature_mc)),
        'by_hand', CASE WHEN NEW.sensor LIKE 'hand: %'
                        THEN jsonb_build_array(extract(epoch FROM NEW.at)) ELSE '[]' END));
    RETURN NULL;
END $$;
