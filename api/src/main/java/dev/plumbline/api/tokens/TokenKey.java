package dev.plumbline.api.tokens;

import java.io.Serializable;
import java.util.UUID;

/** The key of a row of {@code access_token}. */
record TokenKey(UUID organisationId, String id) implements Serializable {}
