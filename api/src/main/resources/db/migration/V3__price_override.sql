-- A customer's own prices. Ending one closes its row and adds the same with an end.
CREATE TABLE price_override (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  superseded_at timestamptz,
  -- An empty scope column means "any".
  provider text,
  model text,
  fine_tuned boolean,
  component text,
  tier text,
  discount_percent numeric(21,18) CHECK (discount_percent > 0 AND discount_percent <= 100),
  amount numeric(38,18) CHECK (amount >= 0 AND amount <> 'NaN'),
  unit text,
  currency char(3),
  valid_from date,
  valid_to date,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  PRIMARY KEY (organisation_id, id, recorded_at),
  CHECK (num_nonnulls(discount_percent, amount) = 1),
  CHECK (num_nonnulls(amount, unit, currency) IN (0, 3)),
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to),
  CHECK (superseded_at IS NULL OR recorded_at < superseded_at),
  CONSTRAINT price_override_no_overlap EXCLUDE USING gist (
    organisation_id WITH =,
    (coalesce(provider, '')) WITH =, (coalesce(model, '')) WITH =,
    (coalesce(fine_tuned::integer, -1)) WITH =,
    (coalesce(component, '')) WITH =, (coalesce(tier, '')) WITH =,
    daterange(valid_from, valid_to) WITH &&,
    tstzrange(recorded_at, superseded_at) WITH &&)
);

CREATE TRIGGER price_override_append_only BEFORE UPDATE OR DELETE ON price_override
  FOR EACH ROW EXECUTE FUNCTION list_price_append_only();
CREATE TRIGGER price_override_no_truncate BEFORE TRUNCATE ON price_override
  FOR EACH STATEMENT EXECUTE FUNCTION list_price_append_only();
