package dev.plumbline.api.deprecations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.hash.Sha256;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.ClaimScope;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.Evidence;
import dev.plumbline.lifecycle.deprecation.Statement;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A statement about a date that is to be kept.
 *
 * @param document key of the page, feed or interface: its later statements supersede its earlier
 *     ones, another document's never do. For a provider's interface name the account too, for
 *     example {@code openai-api:<connection>}
 * @param seenAt day of the version of the document, for an interface the day it was asked
 */
public record NewObservation(
    ClaimKey key, Statement statement, String document, Source source, LocalDate seenAt) {

  private static final int LONGEST_SUBJECT = 400;
  private static final int LONGEST_TEXT = 1000;
  private static final int LONGEST_DOCUMENT = 200;
  private static final int MOST_REGIONS = 100;

  public NewObservation {
    requireNonNull(key, "key");
    requireNonNull(statement, "statement");
    requireNonNull(seenAt, "seenAt");
    check("subject", key.subject().name(), LONGEST_SUBJECT);
    check("document", document, LONGEST_DOCUMENT);
    check("source", source.name(), LONGEST_TEXT);
    statement.replacement().ifPresent(name -> check("replacement", name, LONGEST_TEXT));
    if (key.scope().regions().size() > MOST_REGIONS) {
      throw new IllegalArgumentException("more than %d regions".formatted(MOST_REGIONS));
    }
  }

  private static void check(String field, String text, int longest) {
    if (text.isBlank() || text.length() > longest || text.chars().anyMatch(c -> c == 0)) {
      throw new IllegalArgumentException(
          "%s: a text of 1 to %d characters, not '%s'"
              .formatted(field, longest, text.substring(0, Math.min(text.length(), 100))));
    }
  }

  /** What an import read. */
  public static NewObservation of(DateClaim claim) {
    return new NewObservation(
        claim.key(),
        claim.statement(),
        claim.evidence().document(),
        claim.source(),
        claim.evidence().knownOn());
  }

  DateClaim recorded(Instant moment) {
    return new DateClaim(
        key, statement, new Evidence(document, source, Optional.of(seenAt), moment, false));
  }

  /** SHA-256 over every part, so that the same statement is stored once. */
  byte[] fingerprint() {
    ClaimScope scope = key.scope();
    List<String> parts =
        List.of(
            key.subject().provider().key(),
            key.subject().kind().name(),
            key.subject().name(),
            key.clock().name(),
            new TreeSet<>(scope.customers()).toString(),
            new TreeSet<>(scope.deployments()).toString(),
            new TreeSet<>(scope.regions()).toString(),
            new TreeSet<>(scope.clouds()).toString(),
            statement.date().map(LocalDate::toString).orElse(""),
            statement.certainty().name(),
            statement.announced().map(LocalDate::toString).orElse(""),
            statement.replacement().orElse(""),
            document,
            source.name(),
            source.kind().name(),
            seenAt.toString());
    MessageDigest digest = Sha256.begin();
    for (String part : parts) {
      byte[] bytes = part.getBytes(UTF_8);
      digest.update((bytes.length + ":").getBytes(UTF_8));
      digest.update(bytes);
    }
    return digest.digest();
  }
}
