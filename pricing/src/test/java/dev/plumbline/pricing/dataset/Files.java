package dev.plumbline.pricing.dataset;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.pricing.tokens.Encoding;
import dev.plumbline.pricing.tokens.TokenCounters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Small training files for tests. */
final class Files {

  static final DatasetQuestion O200K =
      DatasetQuestion.with(TokenCounters.bundled().forEncoding(Encoding.O200K_BASE));

  private Files() {}

  /** A good chat row that no other number repeats. */
  static String row(int number) {
    return chat("What is " + number + " plus one?", "It is " + (number + 1) + ".");
  }

  static String chat(String question, String answer) {
    return """
        {"messages":[{"role":"system","content":"You add."},\
        {"role":"user","content":"%s"},{"role":"assistant","content":"%s"}]}"""
        .formatted(question, answer);
  }

  /** Enough good rows that no finding is about their number, and more lines after them. */
  static String[] withGoodRows(String... more) {
    String[] lines = new String[100 + more.length];
    for (int i = 0; i < 100; i++) {
      lines[i] = row(i);
    }
    System.arraycopy(more, 0, lines, 100, more.length);
    return lines;
  }

  static DatasetReport read(String... lines) {
    return read(O200K, lines);
  }

  static DatasetReport read(DatasetQuestion question, String... lines) {
    return read(question, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  static DatasetReport read(DatasetQuestion question, byte[] bytes) {
    try {
      return new DatasetReader(question)
          .read("train.jsonl", new ByteArrayInputStream(bytes), ReadProgress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException("a test's file cannot break", e);
    }
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot break", e);
    }
    return packed.toByteArray();
  }

  /** The findings as "SEVERITY CODE line field", without those that are information. */
  static List<String> objections(DatasetReport report) {
    return report.findings().stream()
        .filter(finding -> finding.severity() != Severity.INFORMATION)
        .map(Files::shortly)
        .toList();
  }

  static String shortly(Finding finding) {
    return "%s %s %d %s"
        .formatted(
            finding.severity(), finding.code(), finding.where().line(), finding.where().field())
        .strip();
  }
}
