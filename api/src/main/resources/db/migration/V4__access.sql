-- Who may do what. Every table of a customer starts its keys with organisation_id, and PostgreSQL itself
-- shows the application's role only the rows of the organisation that its transaction has entered:
--   select set_config('plumbline.organisation', '…', true)
-- Without it nothing is visible. Migrations run as another role, the owner of the tables.
CREATE FUNCTION current_organisation() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('plumbline.organisation', true), '')::uuid;

GRANT USAGE ON SCHEMA public TO "${application_role}";

-- Shared facts: everybody's transactions see them.
GRANT SELECT, INSERT ON catalogue_import TO "${application_role}";
GRANT SELECT, INSERT, UPDATE (superseded_at) ON list_price TO "${application_role}";

GRANT SELECT, INSERT, UPDATE (name) ON organisation TO "${application_role}";
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON organisation TO "${application_role}"
  USING (id = current_organisation()) WITH CHECK (id = current_organisation());

GRANT SELECT, INSERT, UPDATE (superseded_at) ON price_override TO "${application_role}";
ALTER TABLE price_override ENABLE ROW LEVEL SECURITY;
ALTER TABLE price_override FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON price_override TO "${application_role}"
  USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation());

-- A person in an organisation. Somebody who works for two has two memberships with two sign-ins.
-- Rows are disabled and never deleted, so that the audit trail keeps its names.
CREATE TABLE member (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  role text NOT NULL CHECK (role IN ('viewer', 'planner', 'owner', 'operator', 'admin')),
  issuer text CHECK (length(issuer) <= 1000),   -- of an OpenID Connect provider
  subject text CHECK (length(subject) <= 1000),
  password_hash text,                           -- absent until the person has chosen one
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  disabled_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, email),
  UNIQUE (organisation_id, issuer, subject),
  CHECK (num_nonnulls(issuer, subject) IN (0, 2))
);
CREATE INDEX member_email ON member (email);
CREATE INDEX member_subject ON member (issuer, subject);

CREATE TABLE project (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  archived_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, name)
);

CREATE TABLE team (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, name)
);

CREATE TABLE team_member (
  organisation_id uuid NOT NULL,
  team_id uuid NOT NULL,
  member_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, team_id, member_id),
  FOREIGN KEY (organisation_id, team_id) REFERENCES team (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id)
);

-- A role in one project, held by a member or by a team; it adds to the role in the organisation.
CREATE TABLE project_role (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  project_id uuid NOT NULL,
  member_id uuid,
  team_id uuid,
  role text NOT NULL CHECK (role IN ('viewer', 'planner', 'owner', 'operator', 'admin')),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project (organisation_id, id),
  FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id),
  FOREIGN KEY (organisation_id, team_id) REFERENCES team (organisation_id, id) ON DELETE CASCADE,
  UNIQUE NULLS NOT DISTINCT (organisation_id, project_id, member_id, team_id),
  CHECK (num_nonnulls(member_id, team_id) = 1)
);

-- One-time sign-in links: of the first start, of an invitation, of a forgotten password.
CREATE TABLE sign_in_code (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  code_hash bytea NOT NULL UNIQUE CHECK (length(code_hash) = 32),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id)
);

CREATE TABLE session (
  organisation_id uuid NOT NULL,
  id_hash bytea NOT NULL UNIQUE CHECK (length(id_hash) = 32),
  member_id uuid NOT NULL,
  way text NOT NULL CHECK (way IN ('password', 'link', 'oidc')),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (organisation_id, id_hash),
  FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id)
);
CREATE INDEX session_member ON session (organisation_id, member_id);

-- For machines. The secret itself is never stored: SHA-256 is enough for 256 random bits.
CREATE TABLE access_token (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id text NOT NULL UNIQUE CHECK (id ~ '^[0-9A-Za-z]{8,32}$'),
  project_id uuid,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  secret_hash bytea NOT NULL CHECK (length(secret_hash) = 32),
  scopes text[] NOT NULL CHECK (cardinality(scopes) BETWEEN 1 AND 20),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project (organisation_id, id)
);

-- Keys of providers and secrets of channels, sealed by a data key that the master key wraps.
CREATE TABLE credential (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  project_id uuid,
  kind text NOT NULL CHECK (kind IN ('provider', 'channel')),
  provider text,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  last_four text NOT NULL CHECK (length(last_four) <= 4),
  key_version text NOT NULL,                    -- of the master key that wraps the data key
  wrapped_key bytea NOT NULL,
  sealed bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, name),
  FOREIGN KEY (organisation_id, project_id) REFERENCES project (organisation_id, id)
);

-- One chain per organisation: an entry's hash covers the one before. The head is locked last.
CREATE TABLE audit_entry (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  number bigint NOT NULL CHECK (number > 0),
  at timestamptz NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('member', 'token', 'system')),
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  before text,
  after text,
  previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (organisation_id, number)
);
CREATE TABLE audit_head (
  organisation_id uuid PRIMARY KEY REFERENCES organisation (id),
  number bigint NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32)
);
CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', tg_table_name;
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();

GRANT SELECT, INSERT ON member, project, team, team_member, project_role, sign_in_code, session,
  access_token, credential, audit_entry, audit_head TO "${application_role}";
GRANT UPDATE (email, name, role, issuer, subject, password_hash, disabled_at) ON member TO "${application_role}";
GRANT UPDATE (name, archived_at) ON project TO "${application_role}";
GRANT UPDATE (name), DELETE ON team TO "${application_role}";
GRANT DELETE ON team_member TO "${application_role}";
GRANT UPDATE (role), DELETE ON project_role TO "${application_role}";
GRANT UPDATE (used_at), DELETE ON sign_in_code TO "${application_role}";
GRANT UPDATE (last_seen_at, ended_at), DELETE ON session TO "${application_role}";
GRANT UPDATE (name, last_used_at, revoked_at) ON access_token TO "${application_role}";
GRANT UPDATE (name, last_four, key_version, wrapped_key, sealed, changed_at), DELETE ON credential TO "${application_role}";
GRANT UPDATE (number, hash) ON audit_head TO "${application_role}";

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['member', 'project', 'team', 'team_member', 'project_role', 'sign_in_code',
    'session', 'access_token', 'credential', 'audit_entry', 'audit_head'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_rows ON %I TO "${application_role}"
      USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation())', name);
  END LOOP;
  -- What proves who somebody is must be found before the organisation is known. The functions below
  -- run as the owner of the tables and take a value that only its holder knows, or an address.
  FOREACH name IN ARRAY ARRAY['organisation', 'member', 'project', 'team_member', 'project_role', 'sign_in_code',
    'session', 'access_token'] LOOP
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', name);
  END LOOP;
END $$;

CREATE FUNCTION token_of(wanted text) RETURNS SETOF access_token
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT * FROM access_token WHERE id = wanted';
CREATE FUNCTION session_of(wanted bytea) RETURNS SETOF session
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT * FROM session WHERE id_hash = wanted';
CREATE FUNCTION sign_in_code_of(wanted bytea) RETURNS SETOF sign_in_code
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT * FROM sign_in_code WHERE code_hash = wanted';
CREATE FUNCTION members_by_email(wanted text) RETURNS SETOF member
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT * FROM member WHERE email = lower(wanted) AND disabled_at IS NULL';
CREATE FUNCTION members_by_subject(wanted_issuer text, wanted_subject text) RETURNS SETOF member
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT * FROM member WHERE issuer = wanted_issuer AND subject = wanted_subject AND disabled_at IS NULL';
-- For the installation's own work: first start, rotation of the master key, signed heads.
CREATE FUNCTION organisation_ids() RETURNS TABLE (id uuid, name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT id, name FROM organisation ORDER BY created_at, id';

DO $$
DECLARE
  signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['token_of(text)', 'session_of(bytea)', 'sign_in_code_of(bytea)',
    'members_by_email(text)', 'members_by_subject(text, text)', 'organisation_ids()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO "${application_role}"', signature);
  END LOOP;
END $$;
