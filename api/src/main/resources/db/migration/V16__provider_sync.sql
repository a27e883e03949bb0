-- Accounts at providers of models, what their interfaces told, and the runs that asked them. The keys
-- are credentials; without its key an account stays and its runs say what is missing.
CREATE TABLE provider_account (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  provider text NOT NULL CHECK (length(provider) BETWEEN 1 AND 100),
  name text NOT NULL COLLATE "C" CHECK (length(name) BETWEEN 1 AND 200),
  base_url text NOT NULL CHECK (length(base_url) BETWEEN 1 AND 2000),
  credential_id uuid,
  sentinel text CHECK (length(sentinel) BETWEEN 1 AND 1024),     -- a model that a whole list must have
  aliases text[] NOT NULL CHECK (cardinality(aliases) <= 20),    -- moving names that are asked what they mean
  confirm boolean NOT NULL,                                      -- whether models may be called to be sure
  resource text CHECK (length(resource) BETWEEN 1 AND 1000),     -- Azure: path of the account in its management
  management_credential_id uuid,
  webhook_credential_id uuid,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  disabled_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, name),
  FOREIGN KEY (organisation_id, credential_id) REFERENCES credential (organisation_id, id)
    ON DELETE SET NULL (credential_id),
  FOREIGN KEY (organisation_id, management_credential_id) REFERENCES credential (organisation_id, id)
    ON DELETE SET NULL (management_credential_id),
  FOREIGN KEY (organisation_id, webhook_credential_id) REFERENCES credential (organisation_id, id)
    ON DELETE SET NULL (webhook_credential_id)
);

CREATE TABLE sync_run (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('complete', 'partial', 'failed')),
  detail text CHECK (length(detail) <= 1000),
  models integer NOT NULL CHECK (models >= 0),
  whole_list boolean NOT NULL,                                   -- whether the list of models was believed
  changes text NOT NULL,                                         -- JSON: subject and words, the first thousand
  changed integer NOT NULL CHECK (changed >= 0),                 -- how many there were
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, account_id) REFERENCES provider_account (organisation_id, id)
);
CREATE INDEX sync_run_of_account ON sync_run (organisation_id, account_id, finished_at DESC);

-- One row for every model that an account has ever listed, with the state of its presence.
CREATE TABLE provider_model (
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  model text NOT NULL COLLATE "C" CHECK (length(model) BETWEEN 1 AND 1024),
  created_at timestamptz,
  owner text,
  stage text,
  inference_end date,
  inference_firm boolean NOT NULL,
  training_end date,
  training_firm boolean NOT NULL,
  presence text NOT NULL CHECK (presence IN ('LISTED', 'MISSING', 'UNLISTED_ALIVE', 'GONE', 'LISTED_DEAD')),
  polls integer NOT NULL CHECK (polls BETWEEN 0 AND 3),
  presence_at timestamptz,
  first_refusal timestamptz,
  access text NOT NULL CHECK (access IN ('KNOWN', 'NO_ACCESS', 'UNKNOWN')),
  called_at timestamptz,
  PRIMARY KEY (organisation_id, account_id, model),
  FOREIGN KEY (organisation_id, account_id) REFERENCES provider_account (organisation_id, id)
);

-- Providers forget jobs; here they stay.
CREATE TABLE provider_job (
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  job text NOT NULL COLLATE "C" CHECK (length(job) BETWEEN 1 AND 400),
  body text NOT NULL,                                            -- JSON of lifecycle.sync.TuningJob
  PRIMARY KEY (organisation_id, account_id, job),
  FOREIGN KEY (organisation_id, account_id) REFERENCES provider_account (organisation_id, id)
);

CREATE TABLE provider_deployment (
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  deployment text NOT NULL COLLATE "C" CHECK (length(deployment) BETWEEN 1 AND 1000),
  name text NOT NULL,
  model text NOT NULL,
  type text,
  upgrades text,
  removed_at timestamptz,
  PRIMARY KEY (organisation_id, account_id, deployment),
  FOREIGN KEY (organisation_id, account_id) REFERENCES provider_account (organisation_id, id)
);

-- What somebody may want to know: a model's presence changed, an alias moved with its prices.
CREATE TABLE sync_event (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 60),
  weight text NOT NULL CHECK (weight IN ('INFO', 'WARNING', 'CRITICAL')),
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 1024),
  before text,
  after text,
  effect text,                                                   -- what it does to prices, in words
  muted boolean NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, account_id) REFERENCES provider_account (organisation_id, id)
);
CREATE INDEX sync_event_at ON sync_event (organisation_id, at DESC, id);
CREATE INDEX sync_event_alias ON sync_event (organisation_id, account_id, kind, subject, at DESC);

GRANT SELECT, INSERT ON provider_account, sync_run, provider_model, provider_job, provider_deployment, sync_event
  TO "${application_role}";
GRANT UPDATE (name, base_url, credential_id, sentinel, aliases, confirm, resource, management_credential_id,
  webhook_credential_id, changed_at, disabled_at) ON provider_account TO "${application_role}";
GRANT UPDATE (created_at, owner, stage, inference_end, inference_firm, training_end, training_firm, presence,
  polls, presence_at, first_refusal, access, called_at) ON provider_model TO "${application_role}";
GRANT UPDATE (body) ON provider_job TO "${application_role}";
GRANT UPDATE (name, model, type, upgrades, removed_at) ON provider_deployment TO "${application_role}";

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['provider_account', 'sync_run', 'provider_model', 'provider_job', 'provider_deployment',
    'sync_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_rows ON %I TO "${application_role}"
      USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation())', name);
  END LOOP;
END $$;

-- For the metric: when each provider's account that waits longest was last read completely, over all
-- organisations. It runs as the owner of the tables and gives away times, never a row.
CREATE POLICY owner_reads ON provider_account FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY owner_reads ON sync_run FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION last_syncs() RETURNS TABLE (provider text, at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT account.provider, min(coalesce(done.at, account.created_at))
      FROM provider_account account LEFT JOIN LATERAL (
        SELECT max(run.finished_at) AS at FROM sync_run run
        WHERE run.organisation_id = account.organisation_id AND run.account_id = account.id
          AND run.outcome = ''complete'') done ON true
      WHERE account.disabled_at IS NULL GROUP BY account.provider';
REVOKE ALL ON FUNCTION last_syncs() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION last_syncs() TO "${application_role}";
