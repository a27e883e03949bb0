package dev.plumbline.lifecycle.deprecation.feed;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which entries somebody wants: all, or only what is used.
 *
 * @param models canonical names of models and fine-tunes, or names of bases; empty for all
 */
public record Subscription(Optional<Set<Used>> models) {

  /** A model in use; a base also stands for its fine-tunes. */
  public record Used(Provider provider, String name) {
    public Used {
      requireNonNull(provider, "provider");
      requireNonNull(name, "name");
    }
  }

  public static final Subscription EVERYTHING = new Subscription(Optional.empty());

  public Subscription {
    models = models.map(Set::copyOf);
  }

  public static Subscription onlyUsed(Collection<Used> models) {
    return new Subscription(Optional.of(Set.copyOf(models)));
  }

  public List<CalendarEntry> select(Collection<CalendarEntry> entries) {
    return entries.stream().filter(this::wants).collect(Collectors.toUnmodifiableList());
  }

  private boolean wants(CalendarEntry entry) {
    var model = entry.question().model();
    return models
        .map(
            used ->
                used.contains(new Used(model.provider(), model.canonical()))
                    || model
                        .base()
                        .map(base -> used.contains(new Used(model.provider(), base)))
                        .orElse(false))
        .orElse(true);
  }
}
