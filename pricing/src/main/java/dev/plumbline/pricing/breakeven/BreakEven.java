package dev.plumbline.pricing.breakeven;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** At which volumes, in answered requests a month, fine-tuning pays over the horizon. */
public sealed interface BreakEven {

  /** One sentence, with its figures, that a planner can repeat. */
  String reason();

  /** The volumes at which it pays, ascending; empty for never. */
  List<VolumeRange> paying();

  /** The published code, for example {@code PAYS_ABOVE}. */
  String code();

  /** The one volume that stands for the verdict; the lower root of a window; 0 for always. */
  Optional<BigDecimal> requestsPerMonth();

  /** It pays at every volume. */
  record Always(String reason) implements BreakEven {
    public Always {
      requireNonNull(reason, "reason");
    }

    @Override
    public List<VolumeRange> paying() {
      return List.of(new VolumeRange(BigDecimal.ZERO, Optional.empty()));
    }

    @Override
    public String code() {
      return "ALWAYS";
    }

    @Override
    public Optional<BigDecimal> requestsPerMonth() {
      return Optional.of(BigDecimal.ZERO);
    }
  }

  /** It pays from this volume up. */
  record PaysAbove(BigDecimal volume, String reason) implements BreakEven {
    public PaysAbove {
      requireNonNull(volume, "volume");
      requireNonNull(reason, "reason");
    }

    @Override
    public List<VolumeRange> paying() {
      return List.of(new VolumeRange(volume, Optional.empty()));
    }

    @Override
    public String code() {
      return "PAYS_ABOVE";
    }

    @Override
    public Optional<BigDecimal> requestsPerMonth() {
      return Optional.of(volume);
    }
  }

  /** It pays up to this volume: tuning saves fixed cost but loses on every request. */
  record PaysBelow(BigDecimal volume, String reason) implements BreakEven {
    public PaysBelow {
      requireNonNull(volume, "volume");
      requireNonNull(reason, "reason");
    }

    @Override
    public List<VolumeRange> paying() {
      return List.of(new VolumeRange(BigDecimal.ZERO, Optional.of(volume)));
    }

    @Override
    public String code() {
      return "PAYS_BELOW";
    }

    @Override
    public Optional<BigDecimal> requestsPerMonth() {
      return Optional.of(volume);
    }
  }

  /** It pays at no volume: a normal answer, not an error. */
  record Never(String reason) implements BreakEven {
    public Never {
      requireNonNull(reason, "reason");
    }

    @Override
    public List<VolumeRange> paying() {
      return List.of();
    }

    @Override
    public String code() {
      return "NEVER";
    }

    @Override
    public Optional<BigDecimal> requestsPerMonth() {
      return Optional.empty();
    }
  }

  /** It pays only between two volumes: above the upper one the other side's cache is warm. */
  record Window(BigDecimal lower, BigDecimal upper, String reason) implements BreakEven {
    public Window {
      requireNonNull(lower, "lower");
      requireNonNull(upper, "upper");
      requireNonNull(reason, "reason");
    }

    @Override
    public List<VolumeRange> paying() {
      return List.of(new VolumeRange(lower, Optional.of(upper)));
    }

    @Override
    public String code() {
      return "WINDOW";
    }

    @Override
    public Optional<BigDecimal> requestsPerMonth() {
      return Optional.of(lower);
    }
  }

  /** Any other pattern: the full list of paying ranges, and never one number. */
  record Ranges(List<VolumeRange> paying, String reason) implements BreakEven {
    public Ranges {
      paying = List.copyOf(paying);
      requireNonNull(reason, "reason");
    }

    @Override
    public String code() {
      return "RANGES";
    }

    @Override
    public Optional<BigDecimal> requestsPerMonth() {
      return Optional.empty();
    }
  }

  default boolean paysAt(BigDecimal requestsPerMonth) {
    return paying().stream().anyMatch(range -> range.contains(requestsPerMonth));
  }

  /** One answer for each case. */
  interface Cases<R> {
    R always(Always always);

    R paysAbove(PaysAbove above);

    R paysBelow(PaysBelow below);

    R never(Never never);

    R window(Window window);

    R ranges(Ranges ranges);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Always always) {
      return cases.always(always);
    }
    if (this instanceof PaysAbove above) {
      return cases.paysAbove(above);
    }
    if (this instanceof PaysBelow below) {
      return cases.paysBelow(below);
    }
    if (this instanceof Never never) {
      return cases.never(never);
    }
    if (this instanceof Window window) {
      return cases.window(window);
    }
    return cases.ranges((Ranges) this);
  }
}
