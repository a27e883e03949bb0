package dev.plumbline.lifecycle.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModelScanTest {

  private static final ModelScan SCAN =
      ModelScan.bundled(
          new ScanSettings(
              LocalDate.parse("2026-11-20"),
              30,
              KnownFineTunes.of(Set.of("ft:gpt-4o-2024-08-06:acme::AbC123"))));

  @Test
  void theTreeHasExactlyTheExpectedMentions() {
    List<String> found = new ArrayList<>();
    SourceTreeText.files("tree.txt").forEach((path, text) -> found.addAll(rows(scan(path, text))));

    assertThat(found).isEqualTo(SourceTreeText.lines("expected.tsv"));
  }

  private static FileScan scan(String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    FileScan scan = SCAN.scan(path, List.of(Passage.file(path, text)));
    assertThat(SCAN.mayNameModels(bytes, bytes.length) || scan.findings().isEmpty()).isTrue();
    return scan;
  }

  /** Place, name, provider, use, and the rules that object; an ignored one in brackets. */
  private static List<String> rows(FileScan scan) {
    List<String> rows = new ArrayList<>();
    for (Mention mention : scan.mentions()) {
      String rules =
          scan.findings().stream()
              .filter(finding -> finding.mention().equals(mention))
              .map(ModelScanTest::rule)
              .collect(Collectors.joining(" "));
      rows.add(row(mention, rules));
    }
    scan.findings().stream()
        .filter(finding -> !scan.mentions().contains(finding.mention()))
        .forEach(finding -> rows.add(row(finding.mention(), rule(finding))));
    return rows;
  }

  private static String row(Mention mention, String rules) {
    String at = mention.spot().path() + ":" + mention.spot().line();
    String provider = mention.model().map(model -> model.provider().key()).orElse("-");
    String name = mention.model().map(model -> model.canonical()).orElse(mention.written());
    return String.join("\t", at, name, provider, mention.usage().label(), rules);
  }

  private static String rule(ScanFinding finding) {
    return finding.dismissal().isPresent() ? "(" + finding.rule().id() + ")" : finding.rule().id();
  }
}
