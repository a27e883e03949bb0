-- How good a fine-tune is: losses while it was trained, hold-outs graded beside another model, and grades that
-- applications post afterwards. All of it is evidence: it is added and never changed. Findings, tests and verdicts are
-- worked out from it and are never stored.
CREATE TABLE loss_file (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  model_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  points text NOT NULL CHECK (length(points) BETWEEN 1 AND 20000000),  -- lines of step,training,validation
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, model_id) REFERENCES fine_tune (organisation_id, id)
);
-- The same file twice is the same evidence.
CREATE UNIQUE INDEX loss_file_once ON loss_file (organisation_id, model_id, sha256);

CREATE TABLE hold_out (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  model_id uuid NOT NULL,
  document text NOT NULL CHECK (jsonb_typeof(document::jsonb) = 'object' AND length(document) <= 5000000),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, model_id) REFERENCES fine_tune (organisation_id, id)
);
CREATE INDEX hold_out_model ON hold_out (organisation_id, model_id, recorded_at);

CREATE TABLE quality_grade (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  provider text NOT NULL COLLATE "C" CHECK (length(provider) BETWEEN 1 AND 100),
  model text NOT NULL COLLATE "C" CHECK (model ~ '^[!-~]+$' AND length(model) <= 1024),
  place text NOT NULL CHECK (length(place) <= 200),           -- a deployment; empty: wherever it is served
  id text NOT NULL COLLATE "C" CHECK (length(id) BETWEEN 1 AND 100),    -- the sender's own
  at timestamptz NOT NULL,
  score numeric(5, 4) NOT NULL CHECK (score BETWEEN 0 AND 1),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, provider, model, place, id)
);
CREATE INDEX quality_grade_at ON quality_grade (organisation_id, provider, model, place, at);

GRANT SELECT, INSERT ON loss_file, hold_out, quality_grade TO "${application_role}";

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['loss_file', 'hold_out', 'quality_grade'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_rows ON %I TO "${application_role}"
      USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation())', name);
  END LOOP;
END $$;
