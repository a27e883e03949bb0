-- Documents that somebody brought, and what was decided about each. The text stays as evidence.
CREATE TABLE calendar_import (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('openai-page', 'azure-page', 'json', 'csv')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  seen_at date NOT NULL,
  content bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 16777216), -- gzip of UTF-8
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  uploaded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  uploaded_by text NOT NULL CHECK (length(uploaded_by) BETWEEN 1 AND 300),
  state text NOT NULL CHECK (state IN ('open', 'approved', 'refused')),
  decided_at timestamptz,
  decided_by text CHECK (length(decided_by) BETWEEN 1 AND 300),
  reason text CHECK (length(reason) BETWEEN 1 AND 1000),
  PRIMARY KEY (organisation_id, id),
  CHECK ((state = 'open') = (decided_at IS NULL) AND (state = 'open') = (decided_by IS NULL))
);
CREATE INDEX calendar_import_state ON calendar_import (organisation_id, state, uploaded_at);

CREATE FUNCTION calendar_import_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'open' THEN
    RAISE EXCEPTION 'what was decided about an import stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER calendar_import_decided_once BEFORE UPDATE ON calendar_import
  FOR EACH ROW EXECUTE FUNCTION calendar_import_decided_once();

-- Addresses to subscribe to. Whoever has the secret reads the feed: SHA-256 is enough for 256 random bits.
CREATE TABLE calendar_feed (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  secret_hash bytea NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  provider text CHECK (length(provider) <= 100),
  clock text CHECK (clock IN ('TRAINING', 'INFERENCE')),
  model text CHECK (length(model) <= 300),
  owner text CHECK (length(owner) <= 300),
  used boolean NOT NULL,
  severity text CHECK (severity IN ('INFORMATION', 'WARNING', 'CRITICAL')),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_by text NOT NULL CHECK (length(created_by) BETWEEN 1 AND 300),
  revoked_at timestamptz,
  PRIMARY KEY (organisation_id, id)
);

GRANT SELECT, INSERT, UPDATE (state, decided_at, decided_by, reason) ON calendar_import TO "${application_role}";
GRANT SELECT, INSERT, UPDATE (revoked_at) ON calendar_feed TO "${application_role}";

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['calendar_import', 'calendar_feed'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_rows ON %I TO "${application_role}"
      USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation())', name);
  END LOOP;
END $$;

-- Whoever reads a feed has not signed in: the secret tells whose it is. Revoked ones are nobody's.
CREATE POLICY owner_reads ON calendar_feed FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION calendar_feed_of(wanted bytea) RETURNS SETOF calendar_feed
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT * FROM calendar_feed WHERE secret_hash = wanted AND revoked_at IS NULL';
REVOKE ALL ON FUNCTION calendar_feed_of(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION calendar_feed_of(bytea) TO "${application_role}";
