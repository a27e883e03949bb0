-- What needs somebody's attention. One key has one row for ever; what happened to it is appended beside it.
CREATE TABLE alert (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  rule text NOT NULL CHECK (length(rule) BETWEEN 1 AND 100),
  subject text NOT NULL CHECK (length(subject) <= 200),
  aspect text NOT NULL CHECK (length(aspect) <= 100),
  severity text NOT NULL CHECK (severity IN ('info', 'warning', 'error', 'critical')),
  summary text NOT NULL CHECK (length(summary) BETWEEN 1 AND 300),
  provider text NOT NULL CHECK (length(provider) <= 100),
  contacts text[] NOT NULL CHECK (cardinality(contacts) <= 50),  -- in the order of escalation
  announced_on date,
  due_on date,
  link text NOT NULL CHECK (link LIKE '/%' AND length(link) <= 1000),
  state text NOT NULL CHECK (state IN ('open', 'acknowledged', 'snoozed', 'resolved')),
  state_since timestamptz NOT NULL,
  state_by text CHECK (length(state_by) <= 200),
  state_until timestamptz,
  level integer NOT NULL CHECK (level >= 0),     -- how often it was escalated
  revision integer NOT NULL CHECK (revision > 0),
  reminded integer CHECK (reminded >= 0),        -- days left at the last milestone
  told boolean NOT NULL,                         -- false for one that another alert mutes
  opened_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, rule, subject, aspect),
  CHECK (num_nonnulls(announced_on, due_on) IN (0, 2)),
  CHECK ((state IN ('acknowledged', 'snoozed')) = (state_by IS NOT NULL AND state_until IS NOT NULL))
);
CREATE INDEX alert_unresolved ON alert (organisation_id, rule) WHERE state <> 'resolved';

CREATE TABLE alert_event (
  organisation_id uuid NOT NULL,
  alert_id uuid NOT NULL,
  revision integer NOT NULL CHECK (revision > 0),
  at timestamptz NOT NULL,
  event text NOT NULL CHECK (length(event) BETWEEN 1 AND 40),
  actor text NOT NULL CHECK (length(actor) BETWEEN 1 AND 200),
  severity text NOT NULL CHECK (severity IN ('info', 'warning', 'error', 'critical')),
  summary text NOT NULL CHECK (length(summary) BETWEEN 1 AND 300),
  due_on date,
  told boolean NOT NULL,
  PRIMARY KEY (organisation_id, alert_id, revision),
  FOREIGN KEY (organisation_id, alert_id) REFERENCES alert (organisation_id, id)
);
CREATE INDEX alert_event_recent ON alert_event (organisation_id, at DESC);
CREATE TRIGGER alert_event_append_only BEFORE UPDATE OR DELETE ON alert_event
  FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER alert_event_no_truncate BEFORE TRUNCATE ON alert_event
  FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();

GRANT SELECT, INSERT, UPDATE (severity, summary, provider, contacts, announced_on, due_on, link, state, state_since,
  state_by, state_until, level, revision, reminded, told, opened_at, changed_at) ON alert TO "${application_role}";
GRANT SELECT, INSERT ON alert_event TO "${application_role}";

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['alert', 'alert_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_rows ON %I TO "${application_role}"
      USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation())', name);
  END LOOP;
END $$;

-- For metrics: how many alerts are in which state, over all organisations.
CREATE POLICY owner_reads ON alert FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION alert_counts() RETURNS TABLE (state text, severity text, alerts bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT state, severity, count(*) FROM alert WHERE state <> ''resolved'' GROUP BY state, severity';
REVOKE ALL ON FUNCTION alert_counts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION alert_counts() TO "${application_role}";
