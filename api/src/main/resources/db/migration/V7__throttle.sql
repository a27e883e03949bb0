-- Limits that hold for all instances together: sign-in, and making tokens. A row says until when the
-- allowance of a subject is used up; one statement checks and takes. No customer's data: the subject is
-- a hash, so no address and no name stands here, and rows in the past are removed.
CREATE UNLOGGED TABLE throttle (
  subject bytea PRIMARY KEY CHECK (length(subject) = 32),
  busy_until timestamptz NOT NULL
);
CREATE INDEX throttle_busy_until ON throttle (busy_until);
GRANT SELECT, INSERT, UPDATE (busy_until), DELETE ON throttle TO "${application_role}";
