-- What an organisation runs: fine-tunes and where they come from, deployments, consumers, pins.
-- Names of models are the provider's and compare by byte; nothing is deleted, because a job or a model
-- that is gone at the provider cannot be listed again.
CREATE TABLE fine_tune (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  provider text NOT NULL COLLATE "C" CHECK (length(provider) BETWEEN 1 AND 100),
  model text NOT NULL COLLATE "C" CHECK (model ~ '^[!-~]+$' AND length(model) <= 1024),
  base text COLLATE "C" CHECK (length(base) BETWEEN 1 AND 1024),
  parent text COLLATE "C" CHECK (length(parent) BETWEEN 1 AND 1024 AND parent <> model),
  job text COLLATE "C" CHECK (length(job) BETWEEN 1 AND 1024),
  method text CHECK (length(method) BETWEEN 1 AND 100),
  seed bigint,
  hyperparameters text NOT NULL CHECK (jsonb_typeof(hyperparameters::jsonb) = 'object'),
  trained_tokens bigint CHECK (trained_tokens >= 0),
  finished_at timestamptz,
  dataset_files text[] NOT NULL CHECK (cardinality(dataset_files) <= 20),
  dataset_hash text CHECK (length(dataset_hash) BETWEEN 1 AND 200),
  dataset_audit text CHECK (dataset_audit IN ('clean', 'warnings', 'blocked')),
  cost_currency char(3),
  cost_estimated numeric(38, 18) CHECK (cost_estimated >= 0),
  cost_billed numeric(38, 18) CHECK (cost_billed >= 0),
  owner text CHECK (length(owner) BETWEEN 1 AND 200),
  contact text CHECK (length(contact) BETWEEN 1 AND 320),
  environment text CHECK (environment IN ('production', 'staging', 'development')),
  metrics text NOT NULL CHECK (jsonb_typeof(metrics::jsonb) = 'object'),
  state text NOT NULL CHECK (state IN ('training', 'failed', 'ready', 'serving', 'retiring', 'retired', 'gone')),
  state_since timestamptz NOT NULL,
  state_reason text NOT NULL CHECK (length(state_reason) <= 2000),
  retire_by date,
  registered_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, provider, model),
  CHECK (num_nonnulls(cost_estimated, cost_billed) = 0 OR cost_currency IS NOT NULL),
  CHECK ((state = 'retiring') = (retire_by IS NOT NULL))
);
CREATE INDEX fine_tune_job ON fine_tune (organisation_id, provider, job);

CREATE TABLE fine_tune_checkpoint (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  fine_tune_id uuid NOT NULL,
  model text NOT NULL COLLATE "C" CHECK (model ~ '^[!-~]+$' AND length(model) <= 1024),
  step bigint NOT NULL CHECK (step >= 1),
  object text CHECK (length(object) BETWEEN 1 AND 1024),
  metrics text NOT NULL CHECK (jsonb_typeof(metrics::jsonb) = 'object'),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, fine_tune_id, model),
  FOREIGN KEY (organisation_id, fine_tune_id) REFERENCES fine_tune (organisation_id, id)
);

-- A model made callable in one place. What answered there before stays as deployment_model.
CREATE TABLE deployment (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  provider text NOT NULL COLLATE "C" CHECK (length(provider) BETWEEN 1 AND 100 AND provider <> 'openai'),
  account text NOT NULL COLLATE "C" CHECK (length(account) BETWEEN 1 AND 500),
  name text NOT NULL COLLATE "C" CHECK (length(name) BETWEEN 1 AND 500),
  region text CHECK (length(region) BETWEEN 1 AND 100),
  deployment_type text CHECK (deployment_type IN ('standard', 'global', 'data_zone', 'provisioned', 'developer')),
  sku text CHECK (length(sku) BETWEEN 1 AND 100),
  version_upgrade text CHECK (version_upgrade IN ('once_new_default', 'once_expired', 'none')),
  environment text CHECK (environment IN ('production', 'staging', 'development')),
  registered_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, provider, account, name)
);
CREATE TABLE deployment_model (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  deployment_id uuid NOT NULL,
  model text NOT NULL COLLATE "C" CHECK (model ~ '^[!-~]+$' AND length(model) <= 1024),
  began_at timestamptz NOT NULL,
  ended_at timestamptz CHECK (ended_at > began_at),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, deployment_id) REFERENCES deployment (organisation_id, id)
);
CREATE UNIQUE INDEX deployment_model_now ON deployment_model (organisation_id, deployment_id) WHERE ended_at IS NULL;
CREATE INDEX deployment_model_history ON deployment_model (organisation_id, deployment_id, began_at);

-- An application that calls models.
CREATE TABLE consumer (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  application text NOT NULL COLLATE "C" CHECK (length(application) BETWEEN 1 AND 200),
  owner text NOT NULL CHECK (length(owner) BETWEEN 1 AND 200),
  contact text NOT NULL CHECK (length(contact) BETWEEN 1 AND 320),
  criticality text NOT NULL CHECK (criticality IN ('low', 'medium', 'high', 'critical')),
  environment text NOT NULL COLLATE "C" CHECK (environment IN ('production', 'staging', 'development')),
  registered_at timestamptz NOT NULL,
  archived_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, application, environment)
);
-- What a consumer calls for one purpose: now, and before.
CREATE TABLE consumer_pin (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  consumer_id uuid NOT NULL,
  slot text NOT NULL COLLATE "C" CHECK (length(slot) BETWEEN 1 AND 100),
  provider text NOT NULL COLLATE "C" CHECK (length(provider) BETWEEN 1 AND 100),
  model text NOT NULL COLLATE "C" CHECK (model ~ '^[!-~]+$' AND length(model) <= 1024),
  began_at timestamptz NOT NULL,
  ended_at timestamptz CHECK (ended_at > began_at),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, consumer_id) REFERENCES consumer (organisation_id, id)
);
CREATE UNIQUE INDEX consumer_pin_now ON consumer_pin (organisation_id, consumer_id, slot) WHERE ended_at IS NULL;
CREATE INDEX consumer_pin_history ON consumer_pin (organisation_id, consumer_id, slot, began_at);
CREATE INDEX consumer_pin_model ON consumer_pin (organisation_id, provider, model) WHERE ended_at IS NULL;

-- What proves something about a model: an evaluation of it, or a call that it answered.
CREATE TABLE model_evidence (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  provider text NOT NULL COLLATE "C" CHECK (length(provider) BETWEEN 1 AND 100),
  model text NOT NULL COLLATE "C" CHECK (model ~ '^[!-~]+$' AND length(model) <= 1024),
  kind text NOT NULL CHECK (kind IN ('baseline', 'servable')),
  seen_at timestamptz NOT NULL,
  reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 2000),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CREATE INDEX model_evidence_model ON model_evidence (organisation_id, provider, model, kind, seen_at);

GRANT SELECT, INSERT ON fine_tune, fine_tune_checkpoint, deployment, deployment_model, consumer, consumer_pin,
  model_evidence TO "${application_role}";
GRANT UPDATE (model, base, parent, job, method, seed, hyperparameters, trained_tokens, finished_at, dataset_files,
  dataset_hash, dataset_audit, cost_currency, cost_estimated, cost_billed, owner, contact, environment, metrics, state,
  state_since, state_reason, retire_by, changed_at) ON fine_tune TO "${application_role}";
GRANT UPDATE (step, object, metrics) ON fine_tune_checkpoint TO "${application_role}";
GRANT UPDATE (region, deployment_type, sku, version_upgrade, environment, removed_at) ON deployment TO "${application_role}";
GRANT UPDATE (ended_at) ON deployment_model, consumer_pin TO "${application_role}";
GRANT UPDATE (application, owner, contact, criticality, environment, archived_at) ON consumer TO "${application_role}";

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['fine_tune', 'fine_tune_checkpoint', 'deployment', 'deployment_model', 'consumer',
    'consumer_pin', 'model_evidence'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_rows ON %I TO "${application_role}"
      USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation())', name);
  END LOOP;
END $$;
