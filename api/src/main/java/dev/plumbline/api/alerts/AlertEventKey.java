package dev.plumbline.api.alerts;

import java.io.Serializable;
import java.util.UUID;

/** The key of what happened to an alert. */
record AlertEventKey(UUID organisationId, UUID alertId, int revision) implements Serializable {}
