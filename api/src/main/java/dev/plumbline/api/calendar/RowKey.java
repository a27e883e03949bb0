package dev.plumbline.api.calendar;

import java.io.Serializable;
import java.util.UUID;

/** Key of the tables of this package. */
record RowKey(UUID organisationId, UUID id) implements Serializable {}
