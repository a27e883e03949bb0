package dev.plumbline.api.access;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.identity.Caller;

/**
 * A session whose cookie came with the request.
 *
 * @param organisation its name, for the page's frame
 */
record OpenSession(SessionId id, Caller caller, SignInWay way, String organisation) {

  /** Attribute of the framework's identity. */
  static final String ATTRIBUTE = "plumbline.session";

  OpenSession {
    requireNonNull(id, "id");
    requireNonNull(caller, "caller");
    requireNonNull(way, "way");
    requireNonNull(organisation, "organisation");
  }
}
