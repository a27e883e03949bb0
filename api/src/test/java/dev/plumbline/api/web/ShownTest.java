package dev.plumbline.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownTest {

  @Test
  void moneyKeepsWhatAReaderNeeds() {
    assertThat(Shown.money(new BigDecimal("1728"))).isEqualTo("$1,728.00");
    assertThat(Shown.money(new BigDecimal("-0.00058"))).isEqualTo("−$0.00058");
    assertThat(Shown.money(new BigDecimal("0.0067512345"))).isEqualTo("$0.00675");
    assertThat(Shown.money(new BigDecimal("0.1755"))).isEqualTo("$0.1755");
    assertThat(Shown.money(BigDecimal.ZERO)).isEqualTo("$0.00");
  }

  @Test
  void countsSharesAndBytesAreReadable() {
    assertThat(Shown.count(145_983)).isEqualTo("145,983");
    assertThat(Shown.percent(new BigDecimal("0.875"))).isEqualTo("87.5 %");
    assertThat(Shown.bytes(512)).isEqualTo("512 bytes");
    assertThat(Shown.bytes(387_706)).isEqualTo("378.6 kB");
    assertThat(Shown.bytes(1L << 30)).isEqualTo("1,024 MB");
  }

  @Test
  void aCellThatLooksLikeAFormulaStaysText() {
    String csv = CsvText.of(List.of("a", "b"), List.of(List.of("=1+1", "-3")));

    assertThat(csv).isEqualTo("a,b\r\n'=1+1,-3\r\n");
  }
}
