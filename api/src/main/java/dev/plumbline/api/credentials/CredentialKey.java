package dev.plumbline.api.credentials;

import java.io.Serializable;
import java.util.UUID;

/** The key of a credential; the organisation comes first. */
record CredentialKey(UUID organisationId, UUID id) implements Serializable {}
