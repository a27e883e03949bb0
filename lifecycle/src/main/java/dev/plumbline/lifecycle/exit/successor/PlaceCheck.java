package dev.plumbline.lifecycle.exit.successor;

import dev.plumbline.core.model.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a successor runs where the model runs today. */
final class PlaceCheck {

  private record Part(Verdict verdict, String words) {}

  private final SwitchNeeds needs;

  PlaceCheck(SwitchNeeds needs) {
    this.needs = needs;
  }

  SuccessorCheck of(Provider provider, Placement there) {
    boolean sameProvider = provider.equals(needs.from());
    List<Part> parts = new ArrayList<>();
    parts.add(cloud(there));
    parts.add(region(there, sameProvider));
    parts.add(deployment(there, sameProvider));
    String evidence = parts.stream().map(Part::words).collect(Collectors.joining("; "));
    return new SuccessorCheck(CheckKind.SAME_PLACE, worst(parts), evidence);
  }

  private static Verdict worst(List<Part> parts) {
    if (parts.stream().anyMatch(part -> part.verdict() == Verdict.FAIL)) {
      return Verdict.FAIL;
    }
    return parts.stream().anyMatch(part -> part.verdict() == Verdict.UNKNOWN)
        ? Verdict.UNKNOWN
        : Verdict.PASS;
  }

  private Part cloud(Placement there) {
    var here = needs.placement().effectiveCloud();
    boolean same = here == there.effectiveCloud();
    return new Part(
        same ? Verdict.PASS : Verdict.FAIL,
        "%s cloud, today %s".formatted(lower(there.effectiveCloud()), lower(here)));
  }

  /** Providers name their regions differently, so two names say nothing about one place. */
  private Part region(Placement there, boolean sameProvider) {
    if (needs.placement().region().isEmpty()) {
      return new Part(Verdict.UNKNOWN, "the region of today is not known");
    }
    if (there.region().isEmpty()) {
      return new Part(Verdict.UNKNOWN, "the region of the successor is not known");
    }
    String here = needs.placement().region().get();
    String other = there.region().get();
    String words = "region %s, today %s".formatted(other, here);
    if (here.equalsIgnoreCase(other)) {
      return new Part(Verdict.PASS, words);
    }
    return sameProvider
        ? new Part(Verdict.FAIL, words)
        : new Part(Verdict.UNKNOWN, words + ", which another provider names differently");
  }

  /** Types of deployment are a matter of one provider. */
  private Part deployment(Placement there, boolean sameProvider) {
    boolean matters = provider(Provider.AZURE) && sameProvider;
    if (!matters) {
      return new Part(Verdict.PASS, "no type of deployment to keep");
    }
    var here = needs.placement().deployment();
    if (here.isEmpty() || there.deployment().isEmpty()) {
      return new Part(Verdict.UNKNOWN, "the type of deployment is not known");
    }
    return new Part(
        here.equals(there.deployment()) ? Verdict.PASS : Verdict.FAIL,
        "deployment %s, today %s".formatted(lower(there.deployment()), lower(here)));
  }

  private boolean provider(Provider wanted) {
    return needs.from().equals(wanted);
  }

  private static String lower(Optional<? extends Enum<?>> some) {
    return some.map(PlaceCheck::lower).orElse("unknown");
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
