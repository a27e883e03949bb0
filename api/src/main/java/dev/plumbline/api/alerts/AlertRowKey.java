package dev.plumbline.api.alerts;

import java.io.Serializable;
import java.util.UUID;

/** The key of an alert's row; the organisation comes first. */
record AlertRowKey(UUID organisationId, UUID id) implements Serializable {}
