package dev.plumbline.lifecycle.probe;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.hash.Sha256;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Probes that are asked together. A suite never changes: another set of probes is another version,
 * told apart by its content, because answers to other questions prove nothing about a model.
 */
public record ProbeSuite(String name, int version, List<Probe> probes) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final int MOST_PROBES = 1_000;
  private static final int MOST_FAMILIES = 20;

  public ProbeSuite {
    requireNonNull(name, "name");
    probes = List.copyOf(probes);
    refuseUnless(
        NAME.matcher(name).matches(),
        "a suite's name is 1 to 60 small letters, digits and hyphens: " + name);
    refuseUnless(version >= 1, "versions count from 1: " + version);
    refuseUnless(
        !probes.isEmpty() && probes.size() <= MOST_PROBES,
        "a suite has 1 to %,d probes, this one %,d".formatted(MOST_PROBES, probes.size()));
    refuseTwins(probes);
    refuseUnless(
        probes.stream().map(Probe::family).distinct().count() <= MOST_FAMILIES,
        "a suite has at most %d families".formatted(MOST_FAMILIES));
  }

  private static void refuseTwins(List<Probe> probes) {
    Set<String> seen = new HashSet<>();
    for (Probe probe : probes) {
      refuseUnless(seen.add(probe.id()), "two probes have the id " + probe.id());
    }
  }

  private static void refuseUnless(boolean sound, String why) {
    if (!sound) {
      throw new IllegalArgumentException(why);
    }
  }

  /** In the order of their first probe. */
  public List<String> families() {
    return probes.stream().map(Probe::family).distinct().toList();
  }

  /** One probe a line, always the same text for the same probes. */
  public String lines() {
    return probes.stream().map(ProbeLines::line).collect(Collectors.joining("\n", "", "\n"));
  }

  /** SHA-256 of {@link #lines} in hexadecimal digits. */
  public String contentHash() {
    return Sha256.hex(lines());
  }
}
