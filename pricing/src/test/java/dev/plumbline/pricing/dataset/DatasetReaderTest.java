package dev.plumbline.pricing.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.tokens.TokenCount;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetReaderTest {

  @Test
  void aGoodFileHasCountsAndNoObjection() {
    DatasetReport report = Files.read(Files.withGoodRows());
    assertThat(Files.objections(report)).isEmpty();
    assertThat(report.rows()).isEqualTo(100);
    assertThat(report.format()).isEqualTo(DatasetFormat.SFT);
    // three messages a row: 3 + one role token each
    assertThat(report.tokens().framing()).isEqualTo(TokenCount.exact(100 * 3 * 4));
    assertThat(report.sizes().totalTokens()).isEqualTo(report.tokens().total().tokens());
  }

  @Test
  void toolsCountOncePerRowByTheBilledRule() {
    // rendering "namespace functions {\n\ntype f = () => any;\n\n} // namespace functions"
    String row =
        """
        {"messages":[{"role":"user","content":"hello"},{"role":"assistant","tool_calls":[\
        {"id":"a","type":"function","function":{"name":"f","arguments":"{}"}}]}],\
        "tools":[{"type":"function","function":{"name":"f"}}]}""";
    DatasetReport one = Files.read(row);
    DatasetReport two = Files.read(row, row);
    long rendered =
        Files.O200K
            .counter()
            .count("namespace functions {\n\ntype f = () => any;\n\n} // namespace functions")
            .tokens();
    assertThat(one.tokens().tools()).isEqualTo(TokenCount.exact(rendered - 1));
    assertThat(two.tokens().tools()).isEqualTo(TokenCount.exact(2 * (rendered - 1)));
    assertThat(one.tokens().calls()).isEqualTo(TokenCount.exact(2)); // "f" and "{}"
    assertThat(one.tokens().contents()).isEqualTo(TokenCount.exact(1)); // "hello"
    assertThat(one.tokens().framing()).isEqualTo(TokenCount.exact(8));
  }

  @Test
  void aBadLineIsReportedAndTheRestIsRead() {
    DatasetReport report = Files.read(Files.withGoodRows("{\"messages\": [", Files.row(200)));
    assertThat(report.rows()).isEqualTo(101);
    assertThat(report.lines()).isEqualTo(102);
    Finding finding = report.findings().get(0);
    assertThat(Files.shortly(finding)).isEqualTo("ERROR JSONL_SHAPE 101 messages");
    assertThat(finding.remedy()).isNotEmpty();
  }

  @Test
  void byteOrderMarkCarriageReturnsAndAMissingLastEndAreFine() {
    String text = "\uFEFF" + String.join("\r\n", Files.withGoodRows());
    DatasetReport report = Files.read(Files.O200K, text.getBytes(StandardCharsets.UTF_8));
    assertThat(Files.objections(report)).isEmpty();
    assertThat(report.rows()).isEqualTo(100);
    assertThat(Files.read(Files.O200K, (text + "\r\n").getBytes(StandardCharsets.UTF_8)).lines())
        .isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "[1]",
        "\"text\"",
        "7",
        "null",
        "true",
        "{\"a\":1,\"a\":2}",
        "{\"a\":NaN}",
        "{\"a\":1} {\"b\":2}",
        "{\"a\":1}x",
        "{\"a\":\"\\u0000\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udc00x\"}",
        "{'a':1}",
        "nope",
        "{\"a\":tru}",
        "}",
      })
  void whatIsNoStrictJsonObjectIsRefusedWithItsLine(String line) {
    DatasetReport report = Files.read(Files.withGoodRows(line, Files.row(300)));
    assertThat(Files.objections(report)).hasSize(1);
    assertThat(Files.objections(report).get(0)).startsWith("ERROR JSONL_SHAPE 101");
    assertThat(report.rows()).isEqualTo(101);
  }

  @ParameterizedTest
  @CsvSource({
    "FF", // never valid
    "C080", // overlong
    "EDA080", // a surrogate in UTF-8
    "E282" // cut off
  })
  void brokenUtf8IsRefusedWithItsLine(String hex) {
    byte[] before = "{\"a\":\"".getBytes(StandardCharsets.UTF_8);
    byte[] broken = java.util.HexFormat.of().parseHex(hex);
    byte[] after = "\"}\n".getBytes(StandardCharsets.UTF_8);
    byte[] line = new byte[before.length + broken.length + after.length];
    System.arraycopy(before, 0, line, 0, before.length);
    System.arraycopy(broken, 0, line, before.length, broken.length);
    System.arraycopy(after, 0, line, before.length + broken.length, after.length);
    assertThat(Files.objections(Files.read(Files.O200K, line)))
        .contains("ERROR JSONL_SHAPE 1")
        .hasSize(2); // and the file has no row
  }

  @Test
  void aHundredThousandLevelsAreRefused() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(Files.objections(Files.read(Files.withGoodRows(deep))))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("ERROR JSONL_SHAPE 101");
  }

  @Test
  void aLineAboveTheLimitIsSkippedAndTheNextIsRead() {
    ReadLimits small = new ReadLimits(1 << 20, 500, 1_000, 100, 20);
    DatasetReport report =
        Files.read(
            Files.O200K.withLimits(small),
            Files.withGoodRows(Files.chat("x".repeat(200_000), "y"), Files.row(400)));
    assertThat(Files.objections(report)).containsExactly("ERROR JSONL_SHAPE 101");
    assertThat(report.rows()).isEqualTo(101);
  }

  @Test
  void aFileAboveTheLimitsIsReadUpToThem() {
    ReadLimits fewLines = new ReadLimits(1 << 20, 5_000, 60, 100, 20);
    assertThat(Files.read(Files.O200K.withLimits(fewLines), Files.withGoodRows()).rows())
        .isEqualTo(60);
    ReadLimits fewBytes = new ReadLimits(5_000, 5_000, 1_000, 100, 20);
    DatasetReport cut = Files.read(Files.O200K.withLimits(fewBytes), Files.withGoodRows());
    assertThat(cut.bytes()).isEqualTo(5_000);
    assertThat(cut.findingCounts()).containsKey("FILE_TOO_LARGE");
  }

  @Test
  void findingsAreAllCountedAndTheFirstAreKept() {
    String[] empty = new String[1_000];
    java.util.Arrays.fill(empty, "");
    DatasetReport report = Files.read(Files.withGoodRows(empty));
    // the text ends after the last separator, so the last of the empty lines is none
    assertThat(report.findingCounts()).containsEntry("JSONL_SHAPE", 999L);
    assertThat(report.findings()).hasSize(20);
  }

  @Test
  void anEmptyFileSaysThatItHasNoRow() {
    DatasetReport report = Files.read(Files.O200K, new byte[0]);
    assertThat(Files.objections(report)).containsExactly("ERROR JSONL_SHAPE 0");
    assertThat(report.traffic()).isEmpty();
    assertThat(report.sizes().percentile(50)).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  void severalWorkersGiveTheSameReportInTheSameOrder() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 12_000; i++) {
      lines.add(i % 1_000 == 0 ? "bad" : Files.row(i));
    }
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    DatasetReport one =
        new DatasetReader(Files.O200K, 1)
            .read("a", new ByteArrayInputStream(bytes), ReadProgress.NONE);
    List<Long> progress = new ArrayList<>();
    DatasetReport four =
        new DatasetReader(Files.O200K, 4)
            .read("a", new ByteArrayInputStream(bytes), (done, rows) -> progress.add(done));
    assertThat(four.findings()).isEqualTo(one.findings());
    assertThat(four.tokens()).isEqualTo(one.tokens());
    assertThat(four.rows()).isEqualTo(11_988);
    assertThat(progress).isNotEmpty().isSorted();
  }

  @Test
  void aBreakingStreamIsNoFinding() {
    InputStream breaking =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("the disk is gone");
          }
        };
    assertThatThrownBy(() -> new DatasetReader(Files.O200K).read("a", breaking, ReadProgress.NONE))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> new DatasetReader(Files.O200K, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void trafficMeansComeFromPromptsAndAnswers() {
    DatasetReport report =
        Files.read(
            "{\"messages\":[{\"role\":\"user\",\"content\":\"hello\"},"
                + "{\"role\":\"assistant\",\"content\":\"hello world\"}]}");
    TrafficMeans means = report.traffic().orElseThrow();
    assertThat(means.promptTokens()).isEqualByComparingTo("8"); // 3 + user + hello, + 3
    assertThat(means.answerTokens()).isEqualByComparingTo("2");
  }

  @Test
  void rowsLongerThanTheTrainingContextAreCutAndSaid() {
    DatasetReport report =
        Files.read(
            Files.O200K.withTrainingContext(java.util.OptionalLong.of(40)),
            Files.withGoodRows(Files.chat("hello ".repeat(50).strip(), "yes")));
    assertThat(Files.objections(report)).contains("ERROR TRUNCATED_ANSWER 101 messages");
    assertThat(report.tokensPerEpochCutAt(40).tokens())
        .isLessThan(report.tokensPerEpoch().tokens());
    assertThat(report.tokensPerEpochCutAt(40).isExact()).isFalse();
    assertThat(report.tokensPerEpochCutAt(1_000_000)).isEqualTo(report.tokensPerEpoch());
  }

  @Test
  void aReportCanForgetItsFingerprints() {
    DatasetReport report = Files.read(Files.withGoodRows());
    assertThat(report.withoutFingerprints().tokens()).isEqualTo(report.tokens());
    assertThat(report.worst()).isEmpty();
  }
}
