-- How many secrets each master key wraps, over all organisations: what a rotation and a start ask.
-- It runs as the owner of the tables and gives away counts, never a row.
CREATE POLICY owner_reads ON credential FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION credential_key_versions() RETURNS TABLE (key_version text, secrets bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT key_version, count(*) FROM credential GROUP BY key_version';
REVOKE ALL ON FUNCTION credential_key_versions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential_key_versions() TO "${application_role}";

ALTER TABLE credential
  ADD CHECK (length(key_version) BETWEEN 1 AND 40),
  ADD CHECK (length(provider) BETWEEN 1 AND 100),
  ADD CHECK ((kind = 'provider') = (provider IS NOT NULL));
-- Lists go by name in the order of bytes, so that a page begins where the one before ended.
ALTER TABLE credential ALTER COLUMN name TYPE text COLLATE "C";
