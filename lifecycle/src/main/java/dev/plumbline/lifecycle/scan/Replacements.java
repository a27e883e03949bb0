package dev.plumbline.lifecycle.scan;

import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What sources name instead of a model, in their words. Where several claims speak of a model, the
 * one that was announced last counts.
 */
final class Replacements {

  private record Key(Provider provider, boolean tuned, String name) {}

  private record Named(LocalDate announced, String words) {}

  private final Map<Key, Named> named = new HashMap<>();

  Replacements(DeprecationCalendar calendar) {
    calendar.claims().forEach(this::add);
  }

  private void add(DateClaim claim) {
    claim
        .replacement()
        .ifPresent(
            words ->
                named.merge(
                    key(claim),
                    new Named(claim.announced().orElse(LocalDate.MIN), words),
                    (one, other) -> other.announced().isAfter(one.announced()) ? other : one));
  }

  private static Key key(DateClaim claim) {
    boolean tuned =
        switch (claim.subject().kind()) {
          case FAMILY, TUNED, FOLLOWS_BASE, NOT_AFFECTED, FINE_TUNE -> true;
          case BASE, GATE -> false;
        };
    return new Key(claim.subject().provider(), tuned, claim.subject().name());
  }

  /**
   * For a fine-tune, what is named for fine-tunes of its base or of its family, else the base's.
   */
  Optional<String> find(ModelId model) {
    boolean tuned = model.kind().isFineTuned();
    List<String> names = tuned ? families(model.base().orElse("")) : own(model);
    Stream<Key> ofTuned = names.stream().map(name -> new Key(model.provider(), tuned, name));
    Stream<Key> ofBase =
        names.stream().limit(1).map(name -> new Key(model.provider(), false, name));
    return Stream.concat(ofTuned, ofBase)
        .flatMap(key -> Optional.ofNullable(named.get(key)).stream())
        .map(Named::words)
        .findFirst();
  }

  private static List<String> own(ModelId model) {
    List<String> names = new ArrayList<>(List.of(model.canonical()));
    model.base().ifPresent(names::add);
    return names;
  }

  /** The base and what remains of it without its last segments, the longest first. */
  private static List<String> families(String base) {
    List<String> names = new ArrayList<>();
    String name = base;
    while (!name.isEmpty()) {
      names.add(name);
      name = name.substring(0, Math.max(0, name.lastIndexOf('-')));
    }
    return names;
  }
}
