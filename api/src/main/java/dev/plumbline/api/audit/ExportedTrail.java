package dev.plumbline.api.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.web.CsvText;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Checks a trail that was exported as JSON lines, without a server or a database. */
public final class ExportedTrail {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<SignedHead> heads = new ArrayList<>();
  private final List<byte[]> keys = new ArrayList<>();
  private Optional<ChainCheck> check = Optional.empty();

  /**
   * Adds what is known from elsewhere; before the first entry.
   *
   * @param line a signed head as JSON
   * @throws IllegalArgumentException when it is none
   */
  public void head(String line) {
    heads.add(read(SignedHeadView.class, line).toHead());
  }

  /**
   * Trusts these keys and no others; before the first entry.
   *
   * @param pem blocks of public keys
   * @throws IllegalArgumentException when there is none
   */
  public void trust(String pem) {
    List<byte[]> found =
        Pem.parse(pem).stream()
            .filter(block -> block.label().equals(Pem.PUBLIC))
            .map(Pem::bytes)
            .toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("there is no block PUBLIC KEY in it");
    }
    keys.addAll(found);
  }

  /**
   * Trusts this key and no others but those that are trusted so, too; before the first entry.
   *
   * @param base64 a public key as the server publishes it
   * @throws IllegalArgumentException when it is not base64
   */
  public void trustPublished(String base64) {
    keys.add(Base64.getDecoder().decode(base64));
  }

  /**
   * @param line one entry as JSON
   * @throws IllegalArgumentException when it is none
   */
  public void entry(String line) {
    ChainedEntry entry = read(AuditEntryView.class, line).toEntry();
    if (check.isEmpty()) {
      check = Optional.of(checkOf(entry.entry().organisation()));
    }
    check.get().next(entry);
  }

  private ChainCheck checkOf(Organisation organisation) {
    List<SignedHead> own =
        heads.stream().filter(head -> head.organisation().equals(organisation)).toList();
    if (own.size() < heads.size()) {
      throw new IllegalArgumentException(
          "the heads are not all of the organisation %s, whose trail this is"
              .formatted(organisation.id()));
    }
    return new ChainCheck(
        organisation,
        HeadCheck.of(own, keys.isEmpty() ? PublicKeys.asNamed() : PublicKeys.only(keys)));
  }

  /** The result; a trail without entries is that of the first head's organisation. */
  public TrailReport end() {
    return check
        .orElseGet(
            () ->
                checkOf(
                    heads.stream()
                        .map(SignedHead::organisation)
                        .findFirst()
                        .orElse(Organisation.FIRST)))
        .end();
  }

  /** The first line of the same trail as CSV. */
  public static String csvHeader() {
    return CsvText.line(AuditEntryView.COLUMNS);
  }

  /**
   * An entry as a line of CSV, whose cells no spreadsheet runs.
   *
   * @param line one entry as JSON
   */
  public static String csv(String line) {
    return CsvText.line(read(AuditEntryView.class, line).cells());
  }

  private static <T> T read(Class<T> type, String line) {
    try {
      T value = JSON.readValue(line, type);
      if (value == null) {
        throw new IllegalArgumentException("not what was exported: null");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not what was exported: " + e.getOriginalMessage(), e);
    }
  }
}
