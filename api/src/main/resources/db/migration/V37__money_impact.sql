-- How much a model is used, as somebody entered it, and what a verdict's change costs is computed from.
ALTER TABLE drift_target
  ADD COLUMN requests_per_month bigint CHECK (requests_per_month BETWEEN 1 AND 1000000000000),
  ADD COLUMN input_tokens bigint CHECK (input_tokens BETWEEN 1 AND 10000000),     -- of a request; absent: of the probes
  ADD COLUMN output_tokens bigint CHECK (output_tokens BETWEEN 1 AND 10000000);
GRANT UPDATE (requests_per_month, input_tokens, output_tokens) ON drift_target TO "${application_role}";

ALTER TABLE drift_verdict
  ADD COLUMN money_figures text CHECK (length(money_figures) <= 10000000);        -- JSON; absent where nothing changed
