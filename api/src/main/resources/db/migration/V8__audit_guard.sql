-- The application's role may write to the trail; it must not be able to write anything but its next
-- entry, whatever statement somebody smuggles in. Whoever owns the tables can still switch triggers
-- off: against them there are the hashes, and against whoever recomputes those, the exported heads.
CREATE FUNCTION audit_next_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM audit_head
    WHERE organisation_id = NEW.organisation_id AND number = NEW.number - 1 AND hash = NEW.previous_hash;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'entry % does not follow the head of the audit trail', NEW.number;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_entry_follows BEFORE INSERT ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_next_entry();

CREATE FUNCTION audit_head_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.organisation_id <> OLD.organisation_id OR NEW.number <> OLD.number + 1 THEN
    RAISE EXCEPTION 'the head of the audit trail moves by one entry at a time';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head
  FOR EACH ROW EXECUTE FUNCTION audit_head_step();
CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
  FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
CREATE FUNCTION audit_head_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <> 0 OR NEW.hash <> decode(repeat('00', 32), 'hex') THEN
    RAISE EXCEPTION 'an audit trail begins with nothing';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_head_from_nothing BEFORE INSERT ON audit_head
  FOR EACH ROW EXECUTE FUNCTION audit_head_begins();

-- What happened to one thing is the question asked most.
CREATE INDEX audit_entry_subject ON audit_entry (organisation_id, subject_kind, subject_id, number);
