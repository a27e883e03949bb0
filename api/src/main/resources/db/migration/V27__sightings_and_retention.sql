-- A model that is still listed after its day is an event of its own.
ALTER TABLE date_event DROP CONSTRAINT date_event_kind_check;
ALTER TABLE date_event ADD CONSTRAINT date_event_kind_check CHECK (kind IN ('date.announced', 'date.firmed',
  'date.moved_later', 'date.moved_earlier', 'date.withdrawn', 'date.disputed', 'date.settled', 'date.passed_alive',
  'date.passed_listed'));

-- What runs of jobs and of syncs left behind is removed by a job once it is old and proves nothing any more.
GRANT DELETE ON sync_run, sync_event, webhook_receipt TO "${application_role}";
