package dev.plumbline.pricing.dataset;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.tokens.Encoding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What reading a file once found out.
 *
 * @param bytes bytes of the file, decompressed
 * @param lines lines of the file, bad and empty ones included
 * @param rows rows that could be read and counted
 * @param tokens tokens of one epoch before any cut at the training context
 * @param otherAnswers tokens of the non-preferred answers of DPO rows; not part of {@code tokens}
 * @param sizes tokens per row
 * @param traffic empty without chat rows
 * @param findings the first findings of each code
 * @param findingCounts how often each code was found
 * @param fingerprints what later files are compared with
 */
public record DatasetReport(
    String file,
    long bytes,
    long lines,
    long rows,
    DatasetFormat format,
    Encoding encoding,
    TokenParts tokens,
    TokenCount otherAnswers,
    RowSizes sizes,
    Optional<TrafficMeans> traffic,
    List<Finding> findings,
    Map<String, Long> findingCounts,
    RowFingerprints fingerprints) {

  public DatasetReport {
    requireNonNull(file, "file");
    requireNonNull(format, "format");
    requireNonNull(encoding, "encoding");
    requireNonNull(tokens, "tokens");
    requireNonNull(otherAnswers, "otherAnswers");
    requireNonNull(sizes, "sizes");
    requireNonNull(traffic, "traffic");
    requireNonNull(fingerprints, "fingerprints");
    findings = List.copyOf(findings);
    findingCounts = Collections.unmodifiableMap(new LinkedHashMap<>(findingCounts));
  }

  /** The same without what only a validation file is compared with: up to 128 MB. */
  public DatasetReport withoutFingerprints() {
    return new DatasetReport(
        file,
        bytes,
        lines,
        rows,
        format,
        encoding,
        tokens,
        otherAnswers,
        sizes,
        traffic,
        findings,
        findingCounts,
        new RowFingerprints());
  }

  /** Tokens of one epoch when every row is trained whole. */
  public TokenCount tokensPerEpoch() {
    return tokens.total();
  }

  public TokenCount tokensPerEpochCutAt(long trainingContext) {
    long cut = sizes.totalCutAt(trainingContext);
    return cut == tokens.total().tokens() ? tokens.total() : TokenCount.estimated(cut);
  }

  public Optional<Severity> worst() {
    return findings.stream().map(Finding::severity).max(Severity::compareTo);
  }
}
