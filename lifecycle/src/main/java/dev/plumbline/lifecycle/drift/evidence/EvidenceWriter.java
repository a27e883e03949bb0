package dev.plumbline.lifecycle.drift.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.plumbline.core.hash.Sha256;
import dev.plumbline.lifecycle.drift.impact.MoneyImpact;
import dev.plumbline.lifecycle.drift.json.JsonPart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes evidence with its verdicts: the same evidence gives the same bytes on every machine. The
 * last fields are a SHA-256 of everything before it, and its signature where there is a key.
 */
public final class EvidenceWriter {

  static final String FORMAT = "plumbline-drift-evidence/1";

  /** The writer of doubles that does not depend on the Java version. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private EvidenceWriter() {}

  /** The file's content, UTF-8, without a signature. */
  public static byte[] write(Evidence evidence) {
    return write(evidence, statement -> Optional.empty());
  }

  /**
   * The same, signed.
   *
   * @param signer of {@link FileSignature#statement}
   */
  public static byte[] write(Evidence evidence, Function<byte[], Optional<FileSignature>> signer) {
    List<Map<String, Object>> verdicts =
        evidence.verdicts().stream().map(VerdictParts::of).toList();
    Optional<Map<String, Object>> impact =
        evidence.money().map(MoneyImpact::of).map(MoneyParts::of);
    Map<String, Object> parts = parts(evidence, verdicts, impact);
    String digest = digest(evidence, verdicts, impact);
    parts.put("sha256", digest);
    signer
        .apply(FileSignature.statement(digest))
        .ifPresent(signature -> parts.put("signature", of(signature)));
    return bytes(parts);
  }

  static String digest(Evidence evidence, Object verdicts, Optional<?> impact) {
    return HexFormat.of().formatHex(Sha256.of(bytes(parts(evidence, verdicts, impact))));
  }

  private static Map<String, Object> parts(Evidence evidence, Object verdicts, Optional<?> impact) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("format", FORMAT);
    parts.put("plumbline", evidence.plumbline());
    parts.put("subject", evidence.subject());
    parts.put("context", evidence.context());
    parts.put("known_limits", evidence.knownLimits());
    parts.put("settings", SettingsParts.of(evidence.settings()));
    parts.put(
        "examples",
        evidence.examples().stream()
            .map(one -> List.of(one.family(), one.prompt(), one.before(), one.after()))
            .toList());
    parts.put("baseline", evidence.baseline().stream().map(CycleParts::of).toList());
    parts.put("cycles", evidence.cycles().stream().map(CycleParts::of).toList());
    parts.put("verdicts", verdicts);
    evidence.money().ifPresent(figures -> parts.put("money_figures", MoneyParts.of(figures)));
    if (!evidence.lifecycle().isEmpty()) {
      parts.put("lifecycle", evidence.lifecycle().stream().map(EvidenceWriter::of).toList());
    }
    impact.ifPresent(stated -> parts.put("money_impact", stated));
    return parts;
  }

  /** The bytes that a file had when it was written, by what it states. */
  static byte[] written(EvidenceFile file) {
    Map<String, Object> parts =
        parts(
            file.evidence(),
            file.stated().stream().map(JsonPart::plain).toList(),
            file.impact().map(JsonPart::plain));
    parts.put("sha256", file.digest());
    file.signature().ifPresent(signature -> parts.put("signature", of(signature)));
    return bytes(parts);
  }

  private static Map<String, Object> of(FileSignature signature) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("key_id", signature.keyId());
    parts.put("public_key", signature.publicKey());
    parts.put("signature", signature.signature());
    return parts;
  }

  private static Map<String, Object> of(LifecycleFact fact) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("model", fact.model());
    parts.put("what", fact.what());
    fact.value().ifPresent(value -> parts.put("value", value));
    fact.certainty().ifPresent(certainty -> parts.put("certainty", certainty));
    parts.put("source", fact.source());
    return parts;
  }

  static byte[] bytes(Map<String, Object> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    var lines = new DefaultIndenter(" ", "\n");
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines));
      write(json, parts);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot refuse to be written", e);
    }
    bytes.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName((String) entry.getKey());
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(json, item);
      }
      json.writeEndArray();
    } else {
      writeScalar(json, value);
    }
  }

  private static void writeScalar(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Double number && Double.isFinite(number)) {
      json.writeNumber(number);
    } else if (value instanceof Long || value instanceof Integer) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(value.toString());
    }
  }

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
