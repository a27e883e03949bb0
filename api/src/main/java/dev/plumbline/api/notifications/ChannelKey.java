package dev.plumbline.api.notifications;

import java.io.Serializable;
import java.util.UUID;

/** The key of a row; the organisation comes first. */
record ChannelKey(UUID organisationId, UUID id) implements Serializable {}
