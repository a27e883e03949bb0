package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

/**
 * An image in a message.
 *
 * @param url an https address or a data URL
 * @param detail low, high, original or auto; auto when the message does not say
 */
public record ImagePart(String url, String detail) {

  public ImagePart {
    requireNonNull(url, "url");
    requireNonNull(detail, "detail");
  }
}
