package dev.plumbline.api.members;

import dev.plumbline.api.identity.Role;

/** Somebody who is to become a member. */
public record NewMember(EmailAddress email, String name, Role role) {}
