package dev.plumbline.pricing.dataset;

import dev.plumbline.pricing.tokens.ImageSize;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The kind and size in the first bytes of a JPEG, PNG or WEBP image. */
@SuppressWarnings("ArrayRecordComponent") // a view on bytes, never compared
record ImageHeader(byte[] bytes) {

  private static final int PNG_TYPE = 25;
  private static final int PNG_RGB = 2;
  private static final int PNG_RGBA = 6;

  Optional<String> kind() {
    if (at(0) == 0x89 && ascii(1, "PNG")) {
      return Optional.of("PNG");
    }
    if (at(0) == 0xFF && at(1) == 0xD8) {
      return Optional.of("JPEG");
    }
    return ascii(0, "RIFF") && ascii(8, "WEBP") ? Optional.of("WEBP") : Optional.empty();
  }

  /** False only for PNG images that are known to be grey or to use a palette. */
  boolean isColour() {
    boolean png = kind().filter("PNG"::equals).isPresent();
    return !png || at(PNG_TYPE) == PNG_RGB || at(PNG_TYPE) == PNG_RGBA;
  }

  Optional<ImageSize> size() {
    return switch (kind().orElse("")) {
      case "PNG" -> sizeOf(big(18) | big(16) << 16, big(22) | big(20) << 16);
      case "JPEG" -> jpegSize();
      case "WEBP" -> webpSize();
      default -> Optional.empty();
    };
  }

  private Optional<ImageSize> jpegSize() {
    int position = 2;
    while (position + 9 < bytes.length) {
      if (at(position) != 0xFF) {
        return Optional.empty();
      }
      int marker = at(position + 1);
      if (isFrame(marker)) {
        return sizeOf(big(position + 7), big(position + 5));
      }
      position += marker == 0xFF ? 1 : 2 + Math.max(big(position + 2), 2);
    }
    return Optional.empty();
  }

  /** Start-of-frame markers; C4, C8 and CC in between mean other things. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private Optional<ImageSize> webpSize() {
    if (ascii(12, "VP8 ")) {
      return sizeOf(little(26) & 0x3FFF, little(28) & 0x3FFF);
    }
    if (ascii(12, "VP8L")) {
      int packed = little(21) | little(23) << 16;
      return sizeOf((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1);
    }
    return ascii(12, "VP8X")
        ? sizeOf((little(24) | at(26) << 16) + 1, (little(27) | at(29) << 16) + 1)
        : Optional.empty();
  }

  private static Optional<ImageSize> sizeOf(int width, int height) {
    try {
      return Optional.of(new ImageSize(width, height));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean ascii(int position, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < wanted.length; i++) {
      if (at(position + i) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private int big(int position) {
    return at(position) << 8 | at(position + 1);
  }

  private int little(int position) {
    return at(position) | at(position + 1) << 8;
  }

  private int at(int position) {
    return position < bytes.length ? bytes[position] & 0xFF : 0;
  }
}
