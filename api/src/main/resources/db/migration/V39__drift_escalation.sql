-- What a person asks for beside the schedule is no look of a suspicion: it neither counts as one nor takes its money.
ALTER TABLE probe_run DROP CONSTRAINT probe_run_purpose_check;
ALTER TABLE probe_run ADD CONSTRAINT probe_run_purpose_check
  CHECK (purpose IN ('cycle', 'search', 'reference', 'escalation', 'confirmation', 'asked'));

-- With what a run was asked, as JSON: product, SDK, endpoints, sampling. When that differs from the baseline's, a
-- change of the model cannot be confirmed. Runs of before say nothing of it.
ALTER TABLE probe_run ADD COLUMN configuration text NOT NULL DEFAULT '{}' CHECK (length(configuration) <= 20000);
