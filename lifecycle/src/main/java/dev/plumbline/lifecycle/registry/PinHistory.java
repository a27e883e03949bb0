package dev.plumbline.lifecycle.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one consumer called for one purpose, in time. At every moment at most one pin holds.
 *
 * @param pins from the oldest to the newest
 */
public record PinHistory(List<Pin> pins) {

  public PinHistory {
    List<Pin> sorted = new ArrayList<>(pins);
    sorted.sort(Comparator.comparing(Pin::since));
    for (int i = 1; i < sorted.size(); i++) {
      Pin earlier = sorted.get(i - 1);
      if (earlier.until().orElse(Instant.MAX).isAfter(sorted.get(i).since())) {
        throw new IllegalArgumentException(
            "two pins hold at %s: %s and %s"
                .formatted(sorted.get(i).since(), earlier.target(), sorted.get(i).target()));
      }
    }
    pins = List.copyOf(sorted);
  }

  public static PinHistory empty() {
    return new PinHistory(List.of());
  }

  public Optional<Pin> current() {
    return last().filter(Pin::isOpen);
  }

  public Optional<Pin> at(Instant moment) {
    return pins.stream().filter(pin -> pin.holdsAt(moment)).findFirst();
  }

  /** What was called before what is called now; a pin to the same model again does not count. */
  public Optional<Pin> previous() {
    Optional<ModelKey> now = current().map(Pin::target);
    return pins.stream()
        .filter(pin -> !pin.isOpen() && !now.equals(Optional.of(pin.target())))
        .reduce((earlier, later) -> later);
  }

  /**
   * The history after a move to this model. A move to what is called already changes nothing.
   *
   * @throws IllegalArgumentException for a moment that does not lie behind the last pin's beginning
   */
  public PinHistory movedTo(ModelKey target, Instant at) {
    if (current().map(Pin::target).filter(target::equals).isPresent()) {
      return this;
    }
    List<Pin> moved = new ArrayList<>(ended(at).pins);
    moved.add(new Pin(target, at, Optional.empty()));
    return new PinHistory(moved);
  }

  /** The history after the last pin's end; without an open one it stays as it is. */
  public PinHistory ended(Instant at) {
    Optional<Pin> open = current();
    if (open.isEmpty()) {
      return this;
    }
    List<Pin> ended = new ArrayList<>(pins.subList(0, pins.size() - 1));
    ended.add(open.get().endedAt(at));
    return new PinHistory(ended);
  }

  private Optional<Pin> last() {
    return pins.isEmpty() ? Optional.empty() : Optional.of(pins.get(pins.size() - 1));
  }
}
