-- How people and systems hear of alerts. A message is written in the transaction of its cause and delivered after it.
CREATE TABLE channel (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  name text NOT NULL COLLATE "C" CHECK (length(name) BETWEEN 1 AND 100),
  kind text NOT NULL CHECK (kind IN ('email', 'slack', 'teams', 'pagerduty', 'alertmanager', 'webhook')),
  address text CHECK (length(address) <= 2000),  -- e-mail addresses, or a URL that is no secret
  to_owners boolean NOT NULL,                    -- e-mail to whoever an alert names
  credential_id uuid,                            -- a URL, key or signing secret that is one
  min_severity text NOT NULL CHECK (min_severity IN ('info', 'warning', 'error', 'critical')),
  quiet_from time,
  quiet_to time,
  zone text CHECK (length(zone) <= 60),
  disabled_reason text CHECK (length(disabled_reason) BETWEEN 1 AND 500),
  failing_since timestamptz,
  slow_until timestamptz,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, credential_id) REFERENCES credential (organisation_id, id)
    ON DELETE SET NULL (credential_id),
  CHECK (num_nonnulls(quiet_from, quiet_to, zone) IN (0, 3)),
  CHECK (NOT to_owners OR kind = 'email')
);
CREATE UNIQUE INDEX channel_name ON channel (organisation_id, name) WHERE removed_at IS NULL;

CREATE TABLE notification_message (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  test boolean NOT NULL,
  payload text NOT NULL CHECK (length(payload) <= 20000), -- the bytes that are signed
  PRIMARY KEY (organisation_id, id)
);

-- One revision of an alert is told once, in one message.
CREATE TABLE notification_cause (
  organisation_id uuid NOT NULL,
  alert_id uuid NOT NULL,
  revision integer NOT NULL,
  message_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, alert_id, revision),
  FOREIGN KEY (organisation_id, alert_id, revision) REFERENCES alert_event (organisation_id, alert_id, revision),
  FOREIGN KEY (organisation_id, message_id) REFERENCES notification_message (organisation_id, id)
);

CREATE TABLE notification_delivery (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  message_id uuid NOT NULL,
  channel_id uuid NOT NULL,
  recipient text NOT NULL CHECK (length(recipient) <= 254), -- of an e-mail; empty for the channel itself
  state text NOT NULL CHECK (state IN ('pending', 'sending', 'delivered', 'dead', 'cancelled')),
  attempts integer NOT NULL CHECK (attempts >= 0),
  tries integer NOT NULL CHECK (tries >= 0),     -- since it was last sent anew; the schedule goes by it
  created_at timestamptz NOT NULL,
  next_attempt_at timestamptz NOT NULL,
  lease_until timestamptz,
  node text CHECK (length(node) <= 200),
  last_status integer,
  last_error text CHECK (length(last_error) <= 1000),
  ended_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, message_id, channel_id, recipient),
  FOREIGN KEY (organisation_id, message_id) REFERENCES notification_message (organisation_id, id),
  FOREIGN KEY (organisation_id, channel_id) REFERENCES channel (organisation_id, id)
);
CREATE INDEX notification_delivery_due ON notification_delivery (organisation_id, channel_id, next_attempt_at)
  WHERE state IN ('pending', 'sending');
CREATE INDEX notification_delivery_recent ON notification_delivery (organisation_id, created_at DESC, id);

GRANT SELECT, INSERT, UPDATE (name, address, to_owners, credential_id, min_severity, quiet_from, quiet_to, zone,
  disabled_reason, failing_since, slow_until, changed_at, removed_at) ON channel TO "${application_role}";
GRANT SELECT, INSERT ON notification_message, notification_cause TO "${application_role}";
GRANT SELECT, INSERT, UPDATE (state, attempts, tries, next_attempt_at, lease_until, node, last_status, last_error,
  ended_at) ON notification_delivery TO "${application_role}";

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['channel', 'notification_message', 'notification_cause', 'notification_delivery'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_rows ON %I TO "${application_role}"
      USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation())', name);
  END LOOP;
END $$;

-- For metrics: deliveries that wait or are dead, over all organisations.
CREATE POLICY owner_reads ON notification_delivery FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION notification_counts() RETURNS TABLE (state text, deliveries bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT state, count(*) FROM notification_delivery WHERE state IN (''pending'', ''sending'', ''dead'') GROUP BY state';
REVOKE ALL ON FUNCTION notification_counts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notification_counts() TO "${application_role}";
