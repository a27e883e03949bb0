package dev.plumbline.api.audit;

import java.io.Serializable;
import java.util.UUID;

/** The key of an entry; the organisation comes first. */
record AuditEntryKey(UUID organisationId, long number) implements Serializable {}
