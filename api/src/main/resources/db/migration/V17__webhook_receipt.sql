-- Events that providers send to us; each counts once, however often it is sent.
CREATE TABLE webhook_receipt (
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  webhook_id text NOT NULL CHECK (length(webhook_id) BETWEEN 1 AND 256),
  received_at timestamptz NOT NULL,
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 200),
  subject text CHECK (length(subject) BETWEEN 1 AND 400),
  PRIMARY KEY (organisation_id, account_id, webhook_id),
  FOREIGN KEY (organisation_id, account_id) REFERENCES provider_account (organisation_id, id)
);
GRANT SELECT, INSERT ON webhook_receipt TO "${application_role}";
ALTER TABLE webhook_receipt ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_receipt FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON webhook_receipt TO "${application_role}"
  USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation());

-- An event says for which account it is before anybody knows for whom; the function runs as the owner
-- of the tables, takes an id that only the provider and the organisation know, and gives no secret.
CREATE FUNCTION webhook_account_of(wanted uuid)
  RETURNS TABLE (organisation_id uuid, webhook_credential_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT organisation_id, webhook_credential_id FROM provider_account
      WHERE id = wanted AND provider = ''openai'' AND disabled_at IS NULL AND webhook_credential_id IS NOT NULL';
REVOKE ALL ON FUNCTION webhook_account_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION webhook_account_of(uuid) TO "${application_role}";
