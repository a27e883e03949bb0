package dev.plumbline.api.members;

import java.io.Serializable;
import java.util.UUID;

/** That one member belongs to one team. */
record TeamMemberKey(UUID organisationId, UUID teamId, UUID memberId) implements Serializable {}
