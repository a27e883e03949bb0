package dev.plumbline.api.identity;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.organisations.Organisation;
import java.util.UUID;

/**
 * An event of the container: what a member may do has changed, or the member was disabled. Whoever
 * remembers members forgets this one when the transaction has succeeded.
 */
public record MemberChanged(Organisation organisation, UUID member) {

  public MemberChanged {
    requireNonNull(organisation, "organisation");
    requireNonNull(member, "member");
  }
}
