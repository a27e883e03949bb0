-- Probes: questions that are put to models again and again. A suite never changes; what was asked and answered
-- never changes either.
CREATE FUNCTION probe_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed', TG_TABLE_NAME;
END $$;

CREATE TABLE probe_suite (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  name text NOT NULL COLLATE "C" CHECK (length(name) BETWEEN 1 AND 60),
  version integer NOT NULL CHECK (version >= 1),
  content_hash text NOT NULL CHECK (length(content_hash) = 64),
  lines text NOT NULL CHECK (length(lines) BETWEEN 1 AND 9000000),   -- one probe a line, see lifecycle.probe
  probes integer NOT NULL CHECK (probes >= 1),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, name, version)
);
CREATE TRIGGER probe_suite_frozen BEFORE UPDATE ON probe_suite
  FOR EACH ROW EXECUTE FUNCTION probe_append_only();

CREATE TABLE drift_target (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  name text NOT NULL COLLATE "C" CHECK (length(name) BETWEEN 1 AND 100),
  suite_id uuid NOT NULL,
  per_month text NOT NULL CHECK (length(per_month) BETWEEN 1 AND 40),
  currency text NOT NULL CHECK (length(currency) = 3),
  false_pages text NOT NULL CHECK (length(false_pages) BETWEEN 1 AND 40),
  fleet integer NOT NULL CHECK (fleet BETWEEN 1 AND 10000),           -- targets that share the false pages
  keep_text boolean NOT NULL,                                        -- or only the hash of an answer
  concurrency integer NOT NULL CHECK (concurrency BETWEEN 1 AND 8),
  calls_per_minute integer NOT NULL CHECK (calls_per_minute BETWEEN 1 AND 6000),
  seed bigint NOT NULL,                                              -- of every drawn number of its streams
  epoch integer NOT NULL CHECK (epoch >= 1),                         -- one more with each new baseline
  epoch_at timestamptz NOT NULL,                                     -- what was seen before is not looked at
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  started_at timestamptz,                                            -- nothing is asked before
  paused_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, name),
  FOREIGN KEY (organisation_id, suite_id) REFERENCES probe_suite (organisation_id, id)
);

CREATE TABLE drift_arm (
  organisation_id uuid NOT NULL,
  target_id uuid NOT NULL,
  name text NOT NULL COLLATE "C" CHECK (length(name) BETWEEN 1 AND 100),
  position integer NOT NULL CHECK (position BETWEEN 0 AND 5),        -- 0 is the model in question
  role text NOT NULL CHECK (role IN ('subject', 'control', 'base', 'sibling')),
  account_id uuid NOT NULL,
  model text NOT NULL CHECK (length(model) BETWEEN 1 AND 1024),
  least_output integer NOT NULL CHECK (least_output BETWEEN 1 AND 16384), -- what the endpoint was found to take
  PRIMARY KEY (organisation_id, target_id, name),
  UNIQUE (organisation_id, target_id, position),
  FOREIGN KEY (organisation_id, target_id) REFERENCES drift_target (organisation_id, id),
  FOREIGN KEY (organisation_id, account_id) REFERENCES provider_account (organisation_id, id)
);

-- What the target was shown before it was started, and what it does since.
CREATE TABLE drift_stage (
  organisation_id uuid NOT NULL,
  target_id uuid NOT NULL,
  work text NOT NULL CHECK (work IN ('tripwire', 'border', 'tasks', 'open')),
  every_seconds integer NOT NULL CHECK (every_seconds >= 60),
  calls integer NOT NULL CHECK (calls >= 1),                         -- of a cycle, on all arms
  per_cycle text NOT NULL CHECK (length(per_cycle) BETWEEN 1 AND 40), -- at most, in the target's currency
  PRIMARY KEY (organisation_id, target_id, work),
  FOREIGN KEY (organisation_id, target_id) REFERENCES drift_target (organisation_id, id)
);

CREATE TABLE probe_run (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  target_id uuid NOT NULL,
  work text NOT NULL CHECK (work IN ('tripwire', 'border', 'tasks', 'open')),
  purpose text NOT NULL CHECK (purpose IN ('cycle', 'search', 'reference', 'escalation', 'confirmation')),
  slot timestamptz NOT NULL,                                         -- start of the time for which it stands
  due_at timestamptz NOT NULL,
  suite_id uuid,                                                     -- what is asked; without it, the prompts
  prompts text NOT NULL CHECK (length(prompts) <= 100000),           -- JSON: border prompts
  times integer NOT NULL CHECK (times >= 0),                         -- each; 0 for as often as its family needs
  calls integer NOT NULL CHECK (calls >= 0),
  at_most text NOT NULL CHECK (length(at_most) BETWEEN 1 AND 40),    -- cost, in the target's currency
  holder uuid,                                                       -- the instance that asks, until the lease ends
  lease_until timestamptz,
  finished_at timestamptz,
  outcome text CHECK (outcome IN ('measured', 'partial', 'not_measured', 'gone')),
  detail text CHECK (length(detail) <= 1000),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, target_id, work, purpose, slot),
  FOREIGN KEY (organisation_id, target_id) REFERENCES drift_target (organisation_id, id),
  FOREIGN KEY (organisation_id, suite_id) REFERENCES probe_suite (organisation_id, id)
);
CREATE INDEX probe_run_open ON probe_run (organisation_id, due_at) WHERE finished_at IS NULL;
CREATE INDEX probe_run_of_target ON probe_run (organisation_id, target_id, slot DESC);

-- Written before the call: whoever finds an intent without an observation does not know whether it was paid.
CREATE TABLE probe_intent (
  organisation_id uuid NOT NULL,
  run_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 0),
  at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, run_id, number),
  FOREIGN KEY (organisation_id, run_id) REFERENCES probe_run (organisation_id, id)
);

CREATE TABLE probe_observation (
  organisation_id uuid NOT NULL,
  run_id uuid NOT NULL,
  number integer NOT NULL,
  target_id uuid NOT NULL,
  arm text NOT NULL,
  probe text NOT NULL,
  family text NOT NULL,
  at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('answered', 'not_measured', 'gone', 'unknown')),
  checked text CHECK (checked IN ('passed', 'failed', 'undecided')),
  maybe_paid boolean NOT NULL,                                       -- and nobody can say how much
  reason text CHECK (length(reason) <= 1000),
  answer text,                                                       -- as JSON; absent when only its hash is kept
  answer_hash text CHECK (length(answer_hash) = 64),
  answer_length integer CHECK (answer_length >= 0),                  -- in characters
  first_token text CHECK (length(first_token) <= 200),
  logprobs text,                                                     -- JSON: token to logarithm
  model text CHECK (length(model) <= 200),                           -- that answered
  fingerprint text CHECK (length(fingerprint) <= 200),
  latency_ms integer CHECK (latency_ms >= 0),
  attempts integer CHECK (attempts >= 1),
  input_tokens bigint CHECK (input_tokens >= 0),
  cached_tokens bigint CHECK (cached_tokens >= 0),
  output_tokens bigint CHECK (output_tokens >= 0),
  cost text CHECK (length(cost) <= 40),                              -- exact; absent when unpriced or maybe paid
  currency text CHECK (length(currency) = 3),
  price_rows text CHECK (length(price_rows) <= 1000),
  unpriced text CHECK (length(unpriced) <= 1000),                    -- why there is no cost
  PRIMARY KEY (organisation_id, run_id, number),
  FOREIGN KEY (organisation_id, run_id, number) REFERENCES probe_intent (organisation_id, run_id, number)
);
CREATE INDEX probe_observation_of_target ON probe_observation (organisation_id, target_id, at);
CREATE TRIGGER probe_intent_stays BEFORE UPDATE OR DELETE ON probe_intent
  FOR EACH ROW EXECUTE FUNCTION probe_append_only();
CREATE TRIGGER probe_observation_stays BEFORE UPDATE OR DELETE ON probe_observation
  FOR EACH ROW EXECUTE FUNCTION probe_append_only();
CREATE TRIGGER probe_observation_no_truncate BEFORE TRUNCATE ON probe_observation
  FOR EACH STATEMENT EXECUTE FUNCTION probe_append_only();

GRANT SELECT, INSERT ON probe_suite, drift_target, drift_arm, drift_stage, probe_run, probe_intent, probe_observation
  TO "${application_role}";
GRANT UPDATE (epoch, epoch_at, started_at, paused_at) ON drift_target TO "${application_role}";
GRANT UPDATE (least_output) ON drift_arm TO "${application_role}";
GRANT UPDATE (holder, lease_until, finished_at, outcome, detail) ON probe_run TO "${application_role}";

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['probe_suite', 'drift_target', 'drift_arm', 'drift_stage', 'probe_run', 'probe_intent',
    'probe_observation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_rows ON %I TO "${application_role}"
      USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation())', name);
  END LOOP;
END $$;
