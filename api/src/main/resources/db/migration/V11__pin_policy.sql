-- What applications may be pinned to. An environment without a row has the initial policy of the product.
CREATE TABLE pin_policy (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  environment text NOT NULL CHECK (environment IN ('production', 'staging', 'development')),
  no_moving_alias boolean NOT NULL,
  base_lives_days integer CHECK (base_lives_days BETWEEN 1 AND 3650),
  rollback_verified_days integer CHECK (rollback_verified_days BETWEEN 1 AND 3650),
  rollback_lives_days integer CHECK (rollback_lives_days BETWEEN 1 AND 3650),
  evaluation_baseline boolean NOT NULL,
  fine_tune_age_days integer CHECK (fine_tune_age_days BETWEEN 1 AND 3650),
  approved text[] CHECK (cardinality(approved) <= 1000),   -- provider/model; absent approves all
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, environment),
  CHECK (num_nonnulls(rollback_verified_days, rollback_lives_days) IN (0, 2))
);

-- An exception that somebody answers for. It ends by itself, or is revoked; it is never deleted.
CREATE TABLE pin_waiver (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  rule text NOT NULL CHECK (rule IN ('no_moving_alias', 'base_lives', 'rollback_target', 'evaluation_baseline',
    'fine_tune_age', 'approved_models')),
  environment text NOT NULL CHECK (environment IN ('production', 'staging', 'development')),
  provider text COLLATE "C" CHECK (length(provider) BETWEEN 1 AND 100),
  model text COLLATE "C" CHECK (model ~ '^[!-~]+$' AND length(model) <= 1024),
  consumer_id uuid,
  owner text NOT NULL CHECK (length(owner) BETWEEN 1 AND 200),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  granted_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > granted_at),
  revoked_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, consumer_id) REFERENCES consumer (organisation_id, id),
  CHECK (num_nonnulls(provider, model) IN (0, 2))
);
CREATE INDEX pin_waiver_granted ON pin_waiver (organisation_id, granted_at);

GRANT SELECT, INSERT ON pin_policy, pin_waiver TO "${application_role}";
GRANT UPDATE (no_moving_alias, base_lives_days, rollback_verified_days, rollback_lives_days, evaluation_baseline,
  fine_tune_age_days, approved, changed_at) ON pin_policy TO "${application_role}";
GRANT UPDATE (revoked_at) ON pin_waiver TO "${application_role}";

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['pin_policy', 'pin_waiver'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_rows ON %I TO "${application_role}"
      USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation())', name);
  END LOOP;
END $$;
