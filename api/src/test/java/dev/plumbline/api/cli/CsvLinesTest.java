package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLinesTest {

  @Test
  void recordsKnowTheirFirstLine() throws IOException {
    var records = read("a,b\r\n\r\n\"x\ny\",\"q\"\"q\"\nlast,");

    assertThat(records).extracting(CsvLines.Cells::line).containsExactly(1L, 3L, 5L);
    assertThat(records.get(1).cells()).containsExactly("x\ny", "q\"q");
    assertThat(records.get(2).cells()).containsExactly("last", "");
  }

  @Test
  void aQuoteThatNeverClosesCostsALimitedNumberOfLines() throws IOException {
    var records = read("\"open\n" + "x\n".repeat(150));

    assertThat(records.get(0).objection())
        .hasValueSatisfying(text -> assertThat(text).contains("quotes"));
    assertThat(records).hasSize(1 + 51); // 100 lines went with the open quote
  }

  @Test
  void aLineThatIsTooLongIsRefusedAndPassedOver() throws IOException {
    var records = read("x".repeat(3_000_000) + "\ngood,1\n");

    assertThat(records.get(0).objection()).contains("the record is too long");
    assertThat(records.get(1).cells()).containsExactly("good", "1");
  }

  private static List<CsvLines.Cells> read(String text) throws IOException {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    List<CsvLines.Cells> records = new ArrayList<>();
    try (CsvLines lines = new CsvLines(new LimitedLines(in, 1 << 20))) {
      for (var record = lines.next(); record.isPresent(); record = lines.next()) {
        records.add(record.get());
      }
    }
    return records;
  }
}
