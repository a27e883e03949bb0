package dev.plumbline.pricing.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is billed. The label is the published spelling in files and answers. */
public enum Component {
  INPUT("input"),
  CACHED_INPUT("cached_input"),
  CACHE_WRITE("cache_write"),
  /** A write that is kept for an hour. */
  CACHE_WRITE_1H("cache_write_1h"),
  OUTPUT("output"),
  REASONING_OUTPUT("reasoning_output"),
  AUDIO_INPUT("audio_input"),
  CACHED_AUDIO_INPUT("cached_audio_input"),
  AUDIO_OUTPUT("audio_output"),
  IMAGE_INPUT("image_input"),
  CACHED_IMAGE_INPUT("cached_image_input"),
  IMAGE_OUTPUT("image_output"),
  REQUEST("request"),
  SEARCH_CALL("search_call"),
  TRAINING("training"),
  VALIDATION("validation"),
  GRADER_TOKENS("grader_tokens"),
  FREE_TRAINING_ALLOWANCE("free_training_allowance"),
  TRAINING_MINIMUM("training_minimum"),
  TRAINING_JOB_CAP("training_job_cap"),
  TRAINING_DISCOUNT("training_discount"),
  HOSTING("hosting"),
  STORAGE("storage"),
  PROVISIONED_THROUGHPUT("provisioned_throughput");

  private static final Map<String, Component> BY_LABEL =
      Stream.of(values()).collect(Collectors.toMap(Component::label, Function.identity()));

  private final String label;

  Component(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<Component> findByLabel(String label) {
    return Optional.ofNullable(BY_LABEL.get(label));
  }

  public static String labels() {
    return Stream.of(values()).map(Component::label).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return label;
  }
}
