-- The mixture of backends behind a watched model, week against week: information for a digest, never a page. It
-- follows from the observations; it is kept because people were told.
CREATE TABLE drift_mix (
  organisation_id uuid NOT NULL,
  target_id uuid NOT NULL,
  epoch integer NOT NULL CHECK (epoch >= 1),
  week date NOT NULL CHECK (extract(isodow FROM week) = 1),          -- its Monday, UTC
  calls_before integer NOT NULL CHECK (calls_before >= 1),
  calls integer NOT NULL CHECK (calls >= 1),
  statistic double precision NOT NULL,                               -- G
  p double precision NOT NULL CHECK (p > 0 AND p <= 1),
  moved boolean NOT NULL,
  PRIMARY KEY (organisation_id, target_id, epoch, week),
  FOREIGN KEY (organisation_id, target_id) REFERENCES drift_target (organisation_id, id)
);
GRANT SELECT, INSERT ON drift_mix TO "${application_role}";
ALTER TABLE drift_mix ENABLE ROW LEVEL SECURITY;
ALTER TABLE drift_mix FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON drift_mix TO "${application_role}"
  USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation());
