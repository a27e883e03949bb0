-- Wanted changes of model, and whether one could go back. Nothing here is ever changed: what happens to a
-- request is an event of its own, so the history is the state.
CREATE TABLE model_change (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  plan_id uuid,                                  -- the exit plan that asked for it
  place text NOT NULL CHECK (length(place) BETWEEN 1 AND 300),
  from_provider text NOT NULL COLLATE "C" CHECK (length(from_provider) BETWEEN 1 AND 100),
  from_model text NOT NULL COLLATE "C" CHECK (length(from_model) BETWEEN 1 AND 1024),
  to_provider text COLLATE "C" CHECK (length(to_provider) BETWEEN 1 AND 100),
  to_model text COLLATE "C" CHECK (length(to_model) BETWEEN 1 AND 1024),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  switch_date date NOT NULL,
  rollback_days integer NOT NULL CHECK (rollback_days BETWEEN 0 AND 3650),
  author_id text NOT NULL CHECK (length(author_id) BETWEEN 1 AND 200),
  author_name text NOT NULL,
  requested_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, id, author_id),
  CHECK (num_nonnulls(to_provider, to_model) IN (0, 2))
);
CREATE INDEX model_change_plan ON model_change (organisation_id, plan_id);

-- Four eyes are a rule of the table too: the author is in every event, and cannot approve or refuse.
CREATE TABLE model_change_event (
  organisation_id uuid NOT NULL,
  change_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  author_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('evidence', 'waiver', 'approved', 'refused', 'withdrawn')),
  at timestamptz NOT NULL,
  by_id text NOT NULL CHECK (length(by_id) BETWEEN 1 AND 200),
  by_name text NOT NULL,
  detail text NOT NULL CHECK (jsonb_typeof(detail::jsonb) = 'object' AND length(detail) <= 20000),
  PRIMARY KEY (organisation_id, change_id, number),
  FOREIGN KEY (organisation_id, change_id, author_id) REFERENCES model_change (organisation_id, id, author_id),
  CHECK (kind NOT IN ('approved', 'refused') OR by_id <> author_id),
  CHECK (kind <> 'withdrawn' OR by_id = author_id)
);

-- A call to a model succeeded: what makes it one to go back to.
CREATE TABLE model_proof (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  provider text NOT NULL COLLATE "C" CHECK (length(provider) BETWEEN 1 AND 100),
  model text NOT NULL COLLATE "C" CHECK (length(model) BETWEEN 1 AND 1024),
  verified_at timestamptz NOT NULL,
  note text NOT NULL CHECK (length(note) <= 2000),
  by_id text NOT NULL CHECK (length(by_id) BETWEEN 1 AND 200),
  by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CREATE INDEX model_proof_model ON model_proof (organisation_id, provider, model, verified_at);

GRANT SELECT, INSERT ON model_change, model_change_event, model_proof TO "${application_role}";

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['model_change', 'model_change_event', 'model_proof'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_rows ON %I TO "${application_role}"
      USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation())', name);
  END LOOP;
END $$;
