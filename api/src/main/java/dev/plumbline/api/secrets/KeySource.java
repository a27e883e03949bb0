package dev.plumbline.api.secrets;

import java.util.Optional;

/** Where this installation has its master keys from. */
interface KeySource {

  /** The keys as they are now; empty when there is none yet. */
  Optional<KeyRing> ring();

  /** Puts a key in front of the others. */
  void add(String line);

  /** Whether the first key is ours to make, unasked. */
  boolean makesItsFirst();

  /** For a person, for example the path of a file. */
  String name();
}
