package dev.plumbline.pricing.dataset;

import dev.plumbline.pricing.tokens.ChatMessage;
import dev.plumbline.pricing.tokens.ImagePart;
import java.util.Optional;

/** The rule about images in rows. Azure allows more of them in one row than OpenAI. */
record ImageLimits(int mostPerRow) implements RowRule {

  private static final String CODE = "BAD_IMAGE";
  private static final long MOST_BYTES = 10L << 20;

  static ImageLimits of(boolean azure) {
    return new ImageLimits(azure ? 64 : 10);
  }

  @Override
  public void check(TrainingRow row, RowFindings findings) {
    int images = 0;
    for (int i = 0; i < row.messages().size(); i++) {
      ChatMessage message = row.messages().get(i);
      String field = "messages[" + i + "].content";
      images += message.images().size();
      if (TrainingRow.isAssistant(message) && !message.images().isEmpty()) {
        findings.error(
            CODE, field, "an assistant message holds an image", "keep images in user messages");
      }
      message.images().forEach(image -> check(image, field, findings));
    }
    if (images > mostPerRow) {
      findings.error(
          CODE,
          "messages",
          "the row has %d images, and %d are allowed".formatted(images, mostPerRow),
          "split the row or leave images out");
    }
  }

  private static void check(ImagePart image, String field, RowFindings findings) {
    if (image.url().startsWith("https://")) {
      return;
    }
    Optional<InlineImage> inline = InlineImage.of(image.url());
    if (inline.isEmpty()) {
      findings.error(
          CODE,
          field,
          "the image is neither an https address nor a base64 data URL",
          "write https://… or data:image/png;base64,…");
      return;
    }
    if (inline.get().kind().isEmpty()) {
      findings.error(
          CODE, field, "the image is neither JPEG nor PNG nor WEBP", "convert the image");
    }
    if (inline.get().bytes() > MOST_BYTES) {
      findings.error(CODE, field, "the image is larger than 10 MB", "reduce the image");
    }
    if (!inline.get().colour()) {
      findings.warning(
          CODE, field, "the image is neither RGB nor RGBA", "convert the image to RGB or RGBA");
    }
  }
}
