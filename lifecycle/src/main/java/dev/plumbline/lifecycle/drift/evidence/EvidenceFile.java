package dev.plumbline.lifecycle.drift.evidence;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.json.JsonDocument;
import dev.plumbline.lifecycle.drift.json.JsonPart;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Evidence as somebody handed it over: what it rests on, and what is stated to follow.
 *
 * @param stated the verdicts of the file, one a cycle
 * @param impact what the file says of money; empty where it says nothing
 * @param digest the SHA-256 that the file gives itself
 * @param signature of the digest; whether it holds is for whoever has the key to say
 */
public record EvidenceFile(
    Evidence evidence,
    List<JsonPart> stated,
    Optional<JsonPart> impact,
    String digest,
    Optional<FileSignature> signature) {

  private static final Set<String> FIELDS =
      Set.of(
          "format",
          "plumbline",
          "subject",
          "context",
          "known_limits",
          "settings",
          "examples",
          "baseline",
          "cycles",
          "verdicts",
          "money_figures",
          "money_impact",
          "lifecycle",
          "sha256",
          "signature");

  public EvidenceFile {
    requireNonNull(evidence, "evidence");
    stated = List.copyOf(stated);
    requireNonNull(impact, "impact");
    requireNonNull(digest, "digest");
    requireNonNull(signature, "signature");
  }

  /**
   * Reads a file within the limits of {@link JsonDocument}.
   *
   * @throws IllegalArgumentException naming line, field and reason
   */
  public static EvidenceFile read(InputStream in) {
    JsonPart root = JsonDocument.read(in).only(FIELDS);
    JsonPart format = root.get("format");
    if (!format.text().equals(EvidenceWriter.FORMAT)) {
      throw format.refused(
          "'%s' cannot be read here, only %s".formatted(format.text(), EvidenceWriter.FORMAT));
    }
    Evidence evidence =
        new Evidence(
            root.get("plumbline").text(),
            CycleParts.texts(root.get("subject")),
            CycleParts.texts(root.get("context")),
            root.get("examples").list(EvidenceFile::example),
            root.get("settings").as(SettingsParts::settings),
            root.get("baseline").list(CycleParts::cycle),
            root.get("cycles").list(CycleParts::cycle),
            root.find("money_figures").map(part -> part.as(MoneyParts::figures)),
            root.find("lifecycle").map(part -> part.list(EvidenceFile::fact)).orElse(List.of()),
            root.get("known_limits").list(JsonPart::text));
    return new EvidenceFile(
        evidence,
        root.get("verdicts").items(),
        root.find("money_impact"),
        root.get("sha256").text(),
        root.find("signature").map(EvidenceFile::signature));
  }

  private static FileSignature signature(JsonPart part) {
    part.only(Set.of("key_id", "public_key", "signature"));
    return new FileSignature(
        part.get("key_id").text(), part.get("public_key").text(), part.get("signature").text());
  }

  private static LifecycleFact fact(JsonPart part) {
    part.only(Set.of("model", "what", "value", "certainty", "source"));
    return new LifecycleFact(
        part.get("model").text(),
        part.get("what").text(),
        part.find("value").map(JsonPart::text),
        part.find("certainty").map(JsonPart::text),
        part.get("source").text());
  }

  private static Example example(JsonPart part) {
    if (part.items().size() != 4) {
      throw part.refused("must hold family, prompt, answer before and answer after");
    }
    List<String> texts = part.list(JsonPart::text);
    return new Example(texts.get(0), texts.get(1), texts.get(2), texts.get(3));
  }
}
