package dev.plumbline.pricing.tokens;

/** Width and height of an image in pixels. */
public record ImageSize(int width, int height) {

  private static final int LARGEST = 1_000_000;

  public ImageSize {
    if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
      throw new IllegalArgumentException(
          "an image is 1 to 1,000,000 pixels wide and high, not %d x %d".formatted(width, height));
    }
  }

  int longer() {
    return Math.max(width, height);
  }

  int shorter() {
    return Math.min(width, height);
  }
}
