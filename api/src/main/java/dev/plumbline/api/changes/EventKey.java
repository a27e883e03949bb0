package dev.plumbline.api.changes;

import java.io.Serializable;
import java.util.UUID;

/** The key of an event of a change; the organisation comes first. */
record EventKey(UUID organisationId, UUID changeId, int number) implements Serializable {}
