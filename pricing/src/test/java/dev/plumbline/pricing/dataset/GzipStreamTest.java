package dev.plumbline.pricing.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GzipStreamTest {

  private static final byte[] PLAIN =
      (String.join("\n", Files.withGoodRows()) + "\n").getBytes(StandardCharsets.UTF_8);

  @Test
  void aCompressedFileReadsLikeThePlainOne() {
    DatasetReport report = Files.read(Files.O200K, Files.gzip(PLAIN));
    assertThat(Files.objections(report)).isEmpty();
    assertThat(report.tokens()).isEqualTo(Files.read(Files.O200K, PLAIN).tokens());
  }

  @Test
  void membersThatFollowEachOtherAreOneFile() {
    byte[] more = (Files.row(500) + "\n").getBytes(StandardCharsets.UTF_8);
    DatasetReport report = Files.read(Files.O200K, joined(Files.gzip(PLAIN), Files.gzip(more)));
    assertThat(report.rows()).isEqualTo(101);
    assertThat(Files.objections(report)).isEmpty();
  }

  @Test
  void aBombIsRefusedEarly() {
    byte[] bomb = Files.gzip(new byte[64 << 20]); // zeros pack about 1,000 to 1
    assertRefused(bomb, "times its size");
  }

  @Test
  void aTruncatedFileIsRefusedAfterItsGoodRows() {
    byte[] whole = Files.gzip(PLAIN);
    DatasetReport report = Files.read(Files.O200K, Arrays.copyOf(whole, whole.length - 20));
    assertThat(report.rows()).isPositive();
    assertThat(report.findingCounts()).containsEntry("BAD_COMPRESSION", 1L);
  }

  @Test
  void aFileInsideAFileIsRefused() {
    assertRefused(Files.gzip(Files.gzip(PLAIN)), "inside");
  }

  @Test
  void whatFollowsTheEndIsRefused() {
    assertRefused(joined(Files.gzip(PLAIN), "garbage".getBytes(StandardCharsets.UTF_8)), "follows");
  }

  @Test
  void aWrongChecksumIsRefused() {
    byte[] packed = Files.gzip(PLAIN);
    packed[packed.length - 6] ^= 1;
    assertRefused(packed, "checksum");
  }

  @Test
  void brokenDataIsRefused() {
    byte[] packed = Files.gzip(PLAIN);
    Arrays.fill(packed, 12, 60, (byte) 0x55);
    assertThat(Files.read(Files.O200K, packed).findingCounts()).containsKey("BAD_COMPRESSION");
  }

  @Test
  void namesAndExtrasInTheHeaderAreSkipped() {
    byte[] plain = Files.gzip(PLAIN);
    byte[] header = {
      0x1f, (byte) 0x8b, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9, 'n', 0, 'c', 0, 0, 0
    };
    byte[] named = joined(header, Arrays.copyOfRange(plain, 10, plain.length));
    assertThat(Files.read(Files.O200K, named).rows()).isEqualTo(100);
  }

  @Test
  void aHeaderWithoutEndIsRefused() {
    byte[] header = new byte[100_000];
    Arrays.fill(header, (byte) 'x');
    System.arraycopy(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 3}, 0, header, 0, 10);
    assertRefused(header, "header");
  }

  private static void assertRefused(byte[] bytes, String reason) {
    DatasetReport report = Files.read(Files.O200K, bytes);
    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("BAD_COMPRESSION"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains(reason));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
