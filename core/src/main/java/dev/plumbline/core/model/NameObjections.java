package dev.plumbline.core.model;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why a text is no model name, and what the reader can do about it. */
final class NameObjections {

  /** The longest resource names of providers stay well below. */
  static final int LONGEST_NAME = 1024;

  private static final Pattern PREFIXED = Pattern.compile("[A-Za-z0-9_.-]+/.+");

  private final KnownModels known;

  NameObjections(KnownModels known) {
    this.known = known;
  }

  /** What can be said before the grammar is asked. */
  static Optional<String> toText(String text) {
    if (text.isEmpty()) {
      return Optional.of("the name is empty: give a model name as the provider writes it");
    }
    if (text.length() > LONGEST_NAME) {
      return Optional.of(
          "the name has %d characters, and no provider's has more than %d: check what was passed"
              .formatted(text.length(), LONGEST_NAME));
    }
    OptionalInt strange = text.chars().filter(c -> c <= ' ' || c > '~').findFirst();
    return strange.isPresent()
        ? Optional.of(toCharacter(text, strange.getAsInt()))
        : Optional.empty();
  }

  private static String toCharacter(String text, int character) {
    String remedy =
        character == ' ' || Character.isWhitespace(character)
            ? "remove the white space, nothing is trimmed"
            : "copy the name anew, names are printable ASCII";
    return "character U+%04X at position %d: %s"
        .formatted(character, text.indexOf(character) + 1, remedy);
  }

  /** What can be said when no form matched and no table has the name. */
  String toName(String name, Optional<Provider> router) {
    if (name.startsWith("ft:")) {
      return toFineTune(name);
    }
    if (name.startsWith("ft-")) {
      return "this is a family of fine-tunes as deprecation pages list it, not an id: "
          + "give the name of one fine-tune, which begins with ft:";
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (!lower.equals(name) && (lower.startsWith("ft:") || known.find(lower).isPresent())) {
      return "letter case matters, and this name is known in lower case only: write " + lower;
    }
    return unknown(name, router);
  }

  private String unknown(String name, Optional<Provider> router) {
    String others =
        known.findAll(name).stream()
            .map(model -> model.provider().key())
            .collect(Collectors.joining(", "));
    if (router.isPresent() && !others.isEmpty()) {
      return "%s lists no such model, but %s does: check the prefix"
          .formatted(router.get(), others);
    }
    if (router.filter(Provider.AZURE::equals).isPresent()) {
      return "no model of Azure has this name; a deployment's name is free text, so give its "
          + "model and version, for example gpt-4o-2024-08-06";
    }
    if (router.isEmpty() && PREFIXED.matcher(name).matches()) {
      return "the part before the first / is no router prefix that we know (openai, azure, "
          + "azure_ai, mistral, bedrock, vertex_ai, gemini): leave it out";
    }
    return "no provider's table has this name and it has no known form: give a snapshot such as "
        + "gpt-4o-2024-08-06, an alias, or the whole name of a fine-tune";
  }

  private static String toFineTune(String name) {
    String[] segments = name.split(":", -1);
    if (segments[1].isEmpty()) {
      return "the base is empty: a fine-tune is ft:BASE:ORG:SUFFIX:ID, and only SUFFIX may be "
          + "empty";
    }
    if (segments[1].matches(NameForms.MISTRAL_BASE)) {
      return "a fine-tune of Mistral is ft:BASE:8 hex digits:YYYYMMDD[:SUFFIX]:8 hex digits: "
          + "copy its whole name";
    }
    if (segments.length < 5) {
      return ("%d segments of at least five: a fine-tune is ft:BASE:ORG:SUFFIX:ID, with :: when "
              + "there is no suffix; copy its whole name")
          .formatted(segments.length);
    }
    if (segments.length > 5 && !segments[5].matches("ckpt-step-[1-9][0-9]{0,8}")) {
      return "behind ft:BASE:ORG:SUFFIX:ID only :ckpt-step-N may follow, with N from 1: copy its "
          + "whole name";
    }
    return "a segment is empty or has a character that it cannot have: a fine-tune is "
        + "ft:BASE:ORG:SUFFIX:ID with an id of letters and digits";
  }
}
