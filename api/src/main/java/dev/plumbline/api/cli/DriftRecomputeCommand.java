package dev.plumbline.api.cli;

import dev.plumbline.api.audit.SignedStatement;
import dev.plumbline.core.hash.Sha256;
import dev.plumbline.lifecycle.drift.evidence.EvidenceFile;
import dev.plumbline.lifecycle.drift.evidence.EvidenceReport;
import dev.plumbline.lifecycle.drift.evidence.Recomputation;
import dev.plumbline.lifecycle.drift.evidence.Recomputation.Difference;
import dev.plumbline.lifecycle.drift.json.JsonDocument;
import dev.plumbline.lifecycle.drift.verdict.DriftVerdict;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes the verdicts of an evidence file again, from nothing but the file. */
@Command(
    name = "recompute",
    mixinStandardHelpOptions = true,
    description = "Check that the verdicts of an evidence file follow from its observations.",
    footer = {
      "",
      "Nothing else is read and nobody is asked without --server: the file holds settings, seeds and",
      "observations, and the public key of its signature. --format markdown prints the report.",
      "",
      "Exit codes: 0 every verdict follows, 1 the file states something else, its signature does",
      "not hold, or it is not by a key of --public-key or --server, 3 it cannot be read."
    })
final class DriftRecomputeCommand implements Callable<Integer> {

  private static final int LARGEST_KEY_FILE = 1 << 16;

  private final Surroundings surroundings;

  @Mixin private FormatOption format;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = "PEM file with the public keys that may sign evidence.")
  private Optional<String> key = Optional.empty();

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "The server whose keys may sign evidence; asked with the stored login.")
  private Optional<String> server = Optional.empty();

  @Parameters(paramLabel = "FILE", description = "An evidence file; - is stdin.")
  private String file;

  DriftRecomputeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    MessageDigest digest = Sha256.begin();
    EvidenceFile evidence = read(digest);
    Recomputation again =
        InputInvalidException.reading(
            file, () -> Recomputation.of(evidence).ofBytes(evidence, digest.digest()));
    SignatureCheck signature = SignatureCheck.of(evidence, trusted());
    if (format.format() == Format.MARKDOWN) {
      surroundings.out().print(EvidenceReport.markdown(evidence, again));
      surroundings.say("plumbline: " + signature.sentence());
    } else {
      print(again, signature);
    }
    return again.differences().isEmpty() && signature.isGood()
        ? ExitCode.OK.code()
        : ExitCode.CHECK_FAILED.code();
  }

  /** Keys in base64 that may sign; empty when none were named. */
  private Optional<List<String>> trusted() throws IOException {
    List<String> keys = new ArrayList<>();
    if (key.isPresent()) {
      try (var in = new LimitedBytes(surroundings.open(key.get()), LARGEST_KEY_FILE, key.get())) {
        String pem = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        keys.addAll(
            InputInvalidException.reading(key.get(), () -> SignedStatement.publicKeys(pem)));
      }
    }
    server.ifPresent(
        url -> keys.addAll(new RemoteTrail(ServerOption.connection(surroundings, url)).keys()));
    return key.isEmpty() && server.isEmpty() ? Optional.empty() : Optional.of(keys);
  }

  private EvidenceFile read(MessageDigest digest) throws IOException {
    try (InputStream in =
        new DigestInputStream(
            new LimitedBytes(
                new BufferedInputStream(surroundings.open(file)), JsonDocument.MOST_BYTES, file),
            digest)) {
      return InputInvalidException.reading(file, () -> EvidenceFile.read(in));
    }
  }

  private void print(Recomputation again, SignatureCheck signature) {
    Output output = format.output();
    if (output.isJson()) {
      output.record(parts(again, signature));
      return;
    }
    output.sentence(sentence(again));
    output.sentence(signature.sentence());
    if (!again.differences().isEmpty() || !output.isForPeople()) {
      Table table = Table.of("where", "stated", "recomputed");
      again.differences().forEach(one -> table.row(one.where(), one.stated(), one.recomputed()));
      output.table(table);
    }
  }

  private static String sentence(Recomputation again) {
    String state = last(again).map(verdict -> verdict.state().label()).orElse("none");
    return again.differences().isEmpty()
        ? "%d verdicts follow from the evidence; the last is %s."
            .formatted(again.verdicts().size(), state)
        : "The file states something else than follows from its evidence:";
  }

  private static Map<String, Object> parts(Recomputation again, SignatureCheck signature) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("follows", again.differences().isEmpty());
    parts.put("signature", signature.label());
    parts.put("key_id", signature.keyId());
    parts.put("verdicts", again.verdicts().size());
    parts.put("state", last(again).map(verdict -> verdict.state().label()));
    parts.put("reason", last(again).map(DriftVerdict::reason));
    parts.put(
        "differences", again.differences().stream().map(DriftRecomputeCommand::parts).toList());
    return parts;
  }

  private static Map<String, Object> parts(Difference difference) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("where", difference.where());
    parts.put("stated", difference.stated());
    parts.put("recomputed", difference.recomputed());
    return parts;
  }

  private static Optional<DriftVerdict> last(Recomputation again) {
    List<DriftVerdict> verdicts = again.verdicts();
    return verdicts.isEmpty() ? Optional.empty() : Optional.of(verdicts.get(verdicts.size() - 1));
  }
}
