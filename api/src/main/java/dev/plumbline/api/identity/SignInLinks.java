package dev.plumbline.api.identity;

import dev.plumbline.api.organisations.Organisation;
import java.util.UUID;

/** One-time links by which somebody signs in who has no password yet, or has forgotten it. */
public interface SignInLinks {

  /**
   * Makes a link in the current transaction; links made before for the same member no longer work.
   *
   * @return the whole address; it is shown once and kept nowhere
   */
  String make(Organisation organisation, UUID member);
}
