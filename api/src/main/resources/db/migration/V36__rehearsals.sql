-- A model that somebody plans to move to is asked beside the one in question.
ALTER TABLE drift_arm DROP CONSTRAINT drift_arm_role_check;
ALTER TABLE drift_arm ADD CONSTRAINT drift_arm_role_check
  CHECK (role IN ('subject', 'control', 'base', 'sibling', 'candidate'));
