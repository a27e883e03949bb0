package dev.plumbline.pricing.dataset;

import dev.plumbline.pricing.tokens.ImageSize;
import java.util.Base64;
import java.util.Optional;

/**
 * What the beginning of an inline image (a data URL) tells about it. Only the header is decoded.
 *
 * @param bytes size of the decoded image
 * @param kind empty when it is neither JPEG nor PNG nor WEBP
 * @param colour whether it is known to be RGB or RGBA, or cannot be said; false for grey and
 *     palette
 */
record InlineImage(long bytes, Optional<String> kind, Optional<ImageSize> size, boolean colour) {

  private static final String BASE64 = ";base64,";

  /** JPEG puts its size behind a preview that may take 64 KiB, and colour profiles. */
  private static final int HEADER_CHARACTERS = 512 * 1024;

  /** The image of a data URL; empty when it is no base64 data URL. */
  static Optional<InlineImage> of(String url) {
    int comma = url.indexOf(BASE64);
    if (!url.startsWith("data:") || comma < 0 || comma > 200) {
      return Optional.empty();
    }
    int start = comma + BASE64.length();
    int header = Math.min(url.length() - start, HEADER_CHARACTERS) / 4 * 4;
    try {
      byte[] bytes = Base64.getDecoder().decode(url.substring(start, start + header));
      return Optional.of(ofHeader(bytes, (url.length() - start) / 4 * 3L));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static InlineImage ofHeader(byte[] header, long bytes) {
    ImageHeader image = new ImageHeader(header);
    return new InlineImage(bytes, image.kind(), image.size(), image.isColour());
  }
}
