-- What an organisation's own sources said about dates: an import that somebody approved, a provider's
-- interface. Facts that ship with Plumbline stay files. A row is a statement at a moment and never
-- changes: a later one of the same document supersedes it, and the view of now is derived.
CREATE TABLE date_observation (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32), -- of all that was said: stored once
  provider text NOT NULL CHECK (length(provider) BETWEEN 1 AND 100),
  subject_kind text NOT NULL CHECK (subject_kind IN
    ('BASE', 'FAMILY', 'TUNED', 'FOLLOWS_BASE', 'NOT_AFFECTED', 'FINE_TUNE', 'GATE')),
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 400),
  clock text NOT NULL CHECK (clock IN ('TRAINING', 'INFERENCE')),
  customers text[] NOT NULL,               -- an empty array of the four means everybody, everywhere
  deployments text[] NOT NULL,
  regions text[] NOT NULL CHECK (cardinality(regions) <= 100),
  clouds text[] NOT NULL,
  day date,                                -- first day on which it is over; absent: the source states none
  certainty text NOT NULL CHECK (certainty IN
    ('COMMITTED', 'EARLIEST', 'TENTATIVE', 'SECONDARY', 'INFERRED', 'WITHDRAWN')),
  announced date,
  replacement text CHECK (length(replacement) BETWEEN 1 AND 1000),
  document text NOT NULL CHECK (length(document) BETWEEN 1 AND 200),
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 1000),
  source_kind text NOT NULL CHECK (source_kind IN
    ('PROVIDER_API', 'PROVIDER_PAGE', 'MANUAL', 'MIRROR', 'THIRD_PARTY')),
  seen_at date NOT NULL,                   -- of the version of the document
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL CHECK (length(recorded_by) BETWEEN 1 AND 300),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, fingerprint),
  CHECK (certainty <> 'WITHDRAWN' OR day IS NULL)
);
CREATE INDEX date_observation_recorded ON date_observation (organisation_id, recorded_at);

-- What changed in the view when a statement came in, derived and then kept: alerts and feeds name it.
CREATE TABLE date_event (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,                        -- follows from all that is below but the last two
  provider text NOT NULL,
  model text NOT NULL,
  base text,
  fine_tunes boolean NOT NULL,             -- whether it is about fine-tunes
  clock text NOT NULL CHECK (clock IN ('TRAINING', 'INFERENCE')),
  kind text NOT NULL CHECK (kind IN ('date.announced', 'date.firmed', 'date.moved_later',
    'date.moved_earlier', 'date.withdrawn', 'date.disputed', 'date.settled', 'date.passed_alive')),
  severity text NOT NULL CHECK (severity IN ('INFORMATION', 'WARNING', 'CRITICAL')),
  seen_on date NOT NULL,
  day_before date,
  day_now date,
  source text,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CREATE INDEX date_event_recorded ON date_event (organisation_id, recorded_at, id);

GRANT SELECT, INSERT ON date_observation, date_event TO "${application_role}";

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['date_observation', 'date_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_rows ON %I TO "${application_role}"
      USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation())', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION audit_append_only()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only()', name || '_no_truncate', name);
  END LOOP;
END $$;
