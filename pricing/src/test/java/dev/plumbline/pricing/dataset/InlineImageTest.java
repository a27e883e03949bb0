package dev.plumbline.pricing.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.pricing.tokens.ImageSize;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InlineImageTest {

  @Test
  void pngSaysSizeAndColour() {
    InlineImage image = image(png(640, 480, 2));
    assertThat(image.kind()).contains("PNG");
    assertThat(image.size()).contains(new ImageSize(640, 480));
    assertThat(image.colour()).isTrue();
    assertThat(image(png(640, 480, 3)).colour()).isFalse(); // a palette
    assertThat(image(png(640, 480, 6)).colour()).isTrue();
  }

  @Test
  void jpegSaysItsSizeBehindOtherSegments() {
    byte[] bytes = HexFormat.of().parseHex("ffd8ffe000040000ffffc0001108012c019003");
    assertThat(image(bytes).kind()).contains("JPEG");
    assertThat(image(bytes).size()).contains(new ImageSize(400, 300));
    assertThat(image(HexFormat.of().parseHex("ffd8000102030405060708090a0b0c")).size()).isEmpty();
    assertThat(image(HexFormat.of().parseHex("ffd8ffe0ffff000102030405060708")).size()).isEmpty();
  }

  @Test
  void webpSaysItsSizeInAllThreeKinds() {
    assertThat(image(webp("VP8 ", 26, "90012c01")).size()).contains(new ImageSize(400, 300));
    assertThat(image(webp("VP8X", 24, "8f01002b0100")).size()).contains(new ImageSize(400, 300));
    // 14 bits of width - 1, then 14 bits of height - 1: 399 | 299 << 14 = 0x4AC18F
    assertThat(image(webp("VP8L", 21, "8fc14a00")).size()).contains(new ImageSize(400, 300));
    assertThat(image(webp("NONE", 21, "8fc14a00")).size()).isEmpty();
  }

  @Test
  void otherBytesAreNoImage() {
    assertThat(image("GIF89a".getBytes(StandardCharsets.US_ASCII)).kind()).isEmpty();
    assertThat(image(png(0, 0, 2)).size()).isEmpty();
    assertThat(InlineImage.of("https://example.com/a.png")).isEmpty();
    assertThat(InlineImage.of("data:image/png;base64,%%%%")).isEqualTo(Optional.empty());
  }

  @Test
  void limitsOfImagesAreChecked() {
    String png = Base64.getEncoder().encodeToString(png(512, 512, 2));
    String grey = Base64.getEncoder().encodeToString(png(512, 512, 0));
    String gif = Base64.getEncoder().encodeToString(new byte[] {'G', 'I', 'F', '8', '9', 'a'});
    DatasetQuestion question = Files.O200K.withImageModel("gpt-4o");
    assertThat(objections(question, "data:image/png;base64," + png)).isEmpty();
    assertThat(objections(question, "data:image/png;base64," + grey))
        .containsExactly("WARNING BAD_IMAGE 101 messages[1].content");
    assertThat(objections(question, "data:image/gif;base64," + gif))
        .contains("ERROR BAD_IMAGE 101 messages[1].content");
    assertThat(objections(question, "http://example.com/a.png"))
        .contains("ERROR BAD_IMAGE 101 messages[1].content");
    assertThat(objections(question, "data:image/png;base64," + png + "A".repeat(14_000_000)))
        .contains("ERROR BAD_IMAGE 101 messages[1].content");
  }

  @Test
  void anImageWhoseSizeNobodyKnowsIsLeftOutAndSaid() {
    DatasetQuestion question = Files.O200K.withImageModel("gpt-4o");
    String[] rows = Files.withGoodRows(row("https://example.com/a.png", "high"));
    assertThat(Files.objections(Files.read(question, rows)))
        .containsExactly("WARNING IMAGE_NOT_COUNTED 101 messages");
    assertThat(Files.objections(Files.read(rows)))
        .containsExactly("WARNING IMAGE_NOT_COUNTED 101 messages");
    DatasetReport assumed =
        Files.read(question.withAssumedImageSize(Optional.of(new ImageSize(512, 512))), rows);
    assertThat(Files.objections(assumed)).isEmpty();
    assertThat(assumed.tokens().images().tokens()).isEqualTo(255);
    assertThat(assumed.tokens().images().isExact()).isFalse();
  }

  @Test
  void azureAllowsMoreImagesAndNobodyAllowsThemInAnswers() {
    String image =
        "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a.b/c.png\",\"detail\":\"low\"}}";
    String eleven = String.join(",", java.util.Collections.nCopies(11, image));
    String row = message("user", eleven, "{\"role\":\"assistant\",\"content\":\"x\"}");
    DatasetQuestion question = Files.O200K.withImageModel("gpt-4o");
    assertThat(Files.objections(Files.read(question, Files.withGoodRows(row))))
        .containsExactly("ERROR BAD_IMAGE 101 messages");
    assertThat(Files.objections(Files.read(question.forAzure(true), Files.withGoodRows(row))))
        .isEmpty();
    String answer = message("assistant", image, "");
    assertThat(Files.objections(Files.read(question, Files.withGoodRows(answer))))
        .containsExactly("ERROR BAD_IMAGE 101 messages[1].content");
  }

  private static String message(String role, String parts, String last) {
    return "{\"messages\":[{\"role\":\"system\",\"content\":\"s\"},{\"role\":\"%s\",\"content\":[%s]}%s]}"
        .formatted(role, parts, last.isEmpty() ? "" : "," + last);
  }

  private static String row(String url, String detail) {
    return message(
        "user",
        "{\"type\":\"image_url\",\"image_url\":{\"url\":\"%s\",\"detail\":\"%s\"}}"
            .formatted(url, detail),
        "{\"role\":\"assistant\",\"content\":\"x\"}");
  }

  private static java.util.List<String> objections(DatasetQuestion question, String url) {
    return Files.objections(Files.read(question, Files.withGoodRows(row(url, "high"))));
  }

  private static InlineImage image(byte[] bytes) {
    return InlineImage.of("data:image/x;base64," + Base64.getEncoder().encodeToString(bytes))
        .orElseThrow();
  }

  private static byte[] png(int width, int height, int colour) {
    ByteBuffer png = ByteBuffer.allocate(30);
    png.put(HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"));
    png.putInt(width).putInt(height).put((byte) 8).put((byte) colour);
    return png.array();
  }

  private static byte[] webp(String kind, int position, String hex) {
    ByteBuffer webp = ByteBuffer.allocate(36);
    webp.put("RIFF0000WEBP".getBytes(StandardCharsets.US_ASCII));
    webp.put(kind.getBytes(StandardCharsets.US_ASCII));
    webp.position(position);
    webp.put(HexFormat.of().parseHex(hex));
    return webp.array();
  }
}
