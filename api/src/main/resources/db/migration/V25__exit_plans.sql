-- How an organisation leaves its fine-tunes. What people entered is one document; dates, checks and amounts
-- are worked out from it, today's calendar and today's prices, and are never stored.
CREATE TABLE exit_plan (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  provider text NOT NULL COLLATE "C" CHECK (length(provider) BETWEEN 1 AND 100),
  model text NOT NULL COLLATE "C" CHECK (length(model) BETWEEN 1 AND 1024),
  change_id uuid,                                -- the request that was made for the chosen candidate
  document text NOT NULL CHECK (jsonb_typeof(document::jsonb) = 'object' AND length(document) <= 500000),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, change_id) REFERENCES model_change (organisation_id, id)
);
-- One open plan for one model.
CREATE UNIQUE INDEX exit_plan_open ON exit_plan (organisation_id, provider, model) WHERE closed_at IS NULL;

GRANT SELECT, INSERT, UPDATE (change_id, document, changed_at, closed_at) ON exit_plan TO "${application_role}";
ALTER TABLE exit_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE exit_plan FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON exit_plan TO "${application_role}"
  USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation());
