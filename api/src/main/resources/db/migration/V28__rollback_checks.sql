-- What the last look at each model that one could go back to found. That it answered is evidence of its own
-- (model_evidence); this says too why it was not seen to answer.
CREATE TABLE rollback_look (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  provider text NOT NULL COLLATE "C" CHECK (length(provider) BETWEEN 1 AND 100),
  model text NOT NULL COLLATE "C" CHECK (model ~ '^[!-~]+$' AND length(model) <= 1024),
  at timestamptz NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('answered', 'gone', 'unknown')),
  words text NOT NULL CHECK (length(words) <= 1000),
  PRIMARY KEY (organisation_id, provider, model)
);
GRANT SELECT, INSERT ON rollback_look TO "${application_role}";
GRANT UPDATE (at, verdict, words) ON rollback_look TO "${application_role}";
ALTER TABLE rollback_look ENABLE ROW LEVEL SECURITY;
ALTER TABLE rollback_look FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON rollback_look TO "${application_role}"
  USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation());
