package dev.plumbline.api.prices;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** The key of one version of an override; the organisation comes first. */
record PriceOverrideKey(UUID organisationId, UUID id, Instant recordedAt) implements Serializable {}
