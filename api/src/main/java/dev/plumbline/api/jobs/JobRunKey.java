package dev.plumbline.api.jobs;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** The key of a run; the organisation comes first. */
record JobRunKey(UUID organisationId, String job, boolean asked, Instant windowStart)
    implements Serializable {}
