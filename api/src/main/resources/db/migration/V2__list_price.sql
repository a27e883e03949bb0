-- Published prices: reference facts, shared by all organisations, on two axes of time.
-- A row is never changed; it may only be closed on the recorded axis.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE catalogue_import (
  id uuid PRIMARY KEY,
  origin text NOT NULL,
  content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  catalogue_version text NOT NULL,
  imported_at timestamptz NOT NULL UNIQUE,
  added integer NOT NULL CHECK (added >= 0),
  changed integer NOT NULL CHECK (changed >= 0),
  closed integer NOT NULL CHECK (closed >= 0),
  unchanged integer NOT NULL CHECK (unchanged >= 0)
);

CREATE TABLE list_price (
  id uuid PRIMARY KEY,
  claim_id text NOT NULL,
  import_id uuid NOT NULL REFERENCES catalogue_import (id),
  provider text NOT NULL,
  model text NOT NULL,
  fine_tuned boolean NOT NULL,
  component text NOT NULL,
  tier text NOT NULL,
  variant text NOT NULL,
  context_above bigint CHECK (context_above > 0),
  amount numeric(38,18) NOT NULL CHECK (amount >= 0 AND amount <> 'NaN'),
  unit text NOT NULL,
  currency char(3) NOT NULL,
  -- An unknown start is not "since ever": the flag says so, and the constraint below is careful.
  valid_from date,
  valid_from_known boolean NOT NULL,
  valid_to date,
  recorded_at timestamptz NOT NULL,
  superseded_at timestamptz,
  source_name text NOT NULL,
  source_kind text NOT NULL,
  source_seen date,
  certainty text NOT NULL,
  remark text NOT NULL,
  CHECK (valid_from_known = (valid_from IS NOT NULL)),
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to), -- an empty range escapes exclusion
  CHECK (superseded_at IS NULL OR recorded_at < superseded_at),
  -- Two sources may disagree, and both are kept. One source cannot contradict itself.
  CONSTRAINT list_price_no_overlap EXCLUDE USING gist (
    provider WITH =, model WITH =, fine_tuned WITH =, component WITH =, tier WITH =, variant WITH =,
    (coalesce(context_above, 0)) WITH =, source_name WITH =,
    daterange(valid_from, valid_to) WITH &&,
    tstzrange(recorded_at, superseded_at) WITH &&)
);

CREATE FUNCTION list_price_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'UPDATE' AND to_jsonb(old) ->> 'superseded_at' IS NULL
     AND to_jsonb(new) ->> 'superseded_at' IS NOT NULL
     AND (to_jsonb(new) - 'superseded_at') = (to_jsonb(old) - 'superseded_at') THEN
    RETURN new;
  END IF;
  RAISE EXCEPTION '% is append-only: supersede the row and insert a new one', tg_table_name;
END $$;

CREATE TRIGGER list_price_append_only BEFORE UPDATE OR DELETE ON list_price
  FOR EACH ROW EXECUTE FUNCTION list_price_append_only();
CREATE TRIGGER list_price_no_truncate BEFORE TRUNCATE ON list_price
  FOR EACH STATEMENT EXECUTE FUNCTION list_price_append_only();
CREATE TRIGGER catalogue_import_append_only BEFORE UPDATE OR DELETE ON catalogue_import
  FOR EACH ROW EXECUTE FUNCTION list_price_append_only();
