package dev.plumbline.api.deprecations;

import java.io.Serializable;
import java.util.UUID;

/** Key of the tables of this package. */
record ObservationKey(UUID organisationId, UUID id) implements Serializable {}
