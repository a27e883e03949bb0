package dev.plumbline.api.syncs;

import java.io.Serializable;
import java.util.UUID;

/** The key of an account; the organisation comes first. */
record AccountKey(UUID organisationId, UUID id) implements Serializable {}
