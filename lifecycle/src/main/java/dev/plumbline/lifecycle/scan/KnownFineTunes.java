package dev.plumbline.lifecycle.scan;

import java.util.Optional;
import java.util.Set;

/**
 * The fine-tuned models that somebody registered, by canonical name; from a file today, from a
 * server later.
 *
 * @param names empty when no registry was asked, which is not the same as an empty registry
 */
public record KnownFineTunes(Optional<Set<String>> names) {

  /** No registry was given: every fine-tune is "not checked". */
  public static final KnownFineTunes NOT_ASKED = new KnownFineTunes(Optional.empty());

  public KnownFineTunes {
    names = names.map(Set::copyOf);
  }

  public static KnownFineTunes of(Set<String> names) {
    return new KnownFineTunes(Optional.of(names));
  }

  /** Empty when there is no registry to ask. */
  Optional<Boolean> holds(String canonical) {
    return names.map(known -> known.contains(canonical));
  }
}
