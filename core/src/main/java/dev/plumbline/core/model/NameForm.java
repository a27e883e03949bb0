package dev.plumbline.core.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One form that a model name can have: a pattern whose named groups {@code base}, {@code org},
 * {@code suffix}, {@code tail} and {@code step} are the parts. A step makes it a checkpoint.
 */
final class NameForm {

  private final Provider provider;
  private final ModelKind kind;
  private final Pattern pattern;
  private final Set<String> groups;

  NameForm(Provider provider, ModelKind kind, String pattern) {
    this.provider = provider;
    this.kind = kind;
    this.pattern = Pattern.compile(pattern);
    this.groups =
        Stream.of("base", "org", "suffix", "tail", "step")
            .filter(group -> pattern.contains("(?<" + group + ">"))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param input the text as given
   * @param name the same without a router prefix
   */
  Optional<ModelId> read(String input, String name) {
    Matcher parts = pattern.matcher(name);
    return parts.matches() ? Optional.of(model(input, name, parts)) : Optional.empty();
  }

  private ModelId model(String input, String name, Matcher parts) {
    OptionalInt step = part(parts, "step").stream().mapToInt(Integer::parseInt).findFirst();
    return new ModelId(
        input,
        name,
        provider,
        step.isPresent() ? ModelKind.CHECKPOINT : kind,
        part(parts, "base"),
        part(parts, "org"),
        part(parts, "suffix"),
        part(parts, "tail"),
        step);
  }

  private Optional<String> part(Matcher parts, String group) {
    return groups.contains(group)
        ? Optional.ofNullable(parts.group(group)).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
