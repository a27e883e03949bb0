-- What is known of watched models: where each stands, what its streams said cycle by cycle, and the verdicts with
-- their evidence. All of it follows from the observations; it is kept because people were told.
CREATE TABLE drift_standing (
  organisation_id uuid NOT NULL,
  target_id uuid NOT NULL,
  watch text NOT NULL CHECK (watch IN ('tokens', 'tasks')),
  epoch integer NOT NULL CHECK (epoch >= 1),
  cycles integer NOT NULL CHECK (cycles >= 0),          -- of the epoch, that were judged
  state text NOT NULL CHECK (length(state) BETWEEN 1 AND 40),
  reason text NOT NULL CHECK (length(reason) <= 2000),
  since timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, target_id, watch),
  FOREIGN KEY (organisation_id, target_id) REFERENCES drift_target (organisation_id, id)
);

CREATE TABLE drift_reading (
  organisation_id uuid NOT NULL,
  target_id uuid NOT NULL,
  watch text NOT NULL CHECK (watch IN ('tokens', 'tasks')),
  epoch integer NOT NULL,
  cycle integer NOT NULL,
  at timestamptz NOT NULL,
  signal text NOT NULL CHECK (length(signal) BETWEEN 1 AND 200),
  log_statistic double precision NOT NULL,              -- natural logarithm
  log_threshold double precision NOT NULL,
  crossed boolean NOT NULL,
  PRIMARY KEY (organisation_id, target_id, watch, epoch, cycle, signal),
  FOREIGN KEY (organisation_id, target_id) REFERENCES drift_target (organisation_id, id)
);

-- One row for every change of state.
CREATE TABLE drift_verdict (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  target_id uuid NOT NULL,
  watch text NOT NULL CHECK (watch IN ('tokens', 'tasks')),
  epoch integer NOT NULL,
  cycle integer NOT NULL,
  at timestamptz NOT NULL,                              -- of the cycle
  told_at timestamptz NOT NULL,
  state text NOT NULL CHECK (length(state) BETWEEN 1 AND 40),
  reason text NOT NULL CHECK (length(reason) <= 2000),
  page boolean NOT NULL,
  attribution text NOT NULL CHECK (length(attribution) <= 200),
  onset_at timestamptz,
  moved text NOT NULL CHECK (length(moved) <= 100000),  -- JSON: what, before, since
  examples text NOT NULL CHECK (length(examples) <= 1000000),
  evidence bytea NOT NULL,                              -- the file; empty while it is learning
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, target_id, watch, epoch, cycle),
  FOREIGN KEY (organisation_id, target_id) REFERENCES drift_target (organisation_id, id)
);
CREATE INDEX drift_verdict_of_target ON drift_verdict (organisation_id, target_id, at DESC);
CREATE TRIGGER drift_verdict_stays BEFORE UPDATE OR DELETE ON drift_verdict
  FOR EACH ROW EXECUTE FUNCTION probe_append_only();

GRANT SELECT, INSERT ON drift_standing, drift_reading, drift_verdict TO "${application_role}";
GRANT UPDATE (epoch, cycles, state, reason, since) ON drift_standing TO "${application_role}";

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['drift_standing', 'drift_reading', 'drift_verdict'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_rows ON %I TO "${application_role}"
      USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation())', name);
  END LOOP;
END $$;

-- For the metric: how many targets stand where, over all organisations. It runs as the owner of the tables and
-- gives away counts, never a row.
CREATE POLICY owner_reads ON drift_standing FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION drift_standings() RETURNS TABLE (state text, targets bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT state, count(*) FROM drift_standing GROUP BY state';
REVOKE ALL ON FUNCTION drift_standings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drift_standings() TO "${application_role}";
