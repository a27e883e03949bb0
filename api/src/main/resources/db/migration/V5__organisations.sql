-- A name that somebody else has already must not be told apart by an organisation that renames itself:
-- unique keys see through row-level security. Who makes organisations looks for duplicates instead.
ALTER TABLE organisation DROP CONSTRAINT organisation_name_key;

-- The application needs no tables of its own, not even temporary ones.
DO $$
BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $$;
