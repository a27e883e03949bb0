package dev.plumbline.api.web;

import java.util.Optional;

/** Knows who looks at the page that is being made. */
public interface Visitors {

  /** Empty for somebody who has not signed in, and for a machine with a token. */
  Optional<Visitor> current();
}
