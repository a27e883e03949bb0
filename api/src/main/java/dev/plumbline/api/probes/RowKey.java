package dev.plumbline.api.probes;

import java.io.Serializable;
import java.util.UUID;

/** The key of a row of a customer's table; the organisation comes first. */
record RowKey(UUID organisationId, UUID id) implements Serializable {}
