package dev.plumbline.api.pins;

import java.io.Serializable;
import java.util.UUID;

/** The key of a policy; the organisation comes first. */
record PolicyKey(UUID organisationId, String environment) implements Serializable {}
