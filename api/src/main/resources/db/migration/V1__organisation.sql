-- Customers' tables have organisation_id as the first column of every key.
CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

INSERT INTO organisation (id, name) VALUES ('00000000-0000-0000-0000-000000000001', 'default');
