package dev.plumbline.pricing.tokens;

/** One documented way to turn the size of an image into tokens. Whole-number arithmetic only. */
sealed interface ImageRule {

  long tokens(ImageSize size);

  /** The low detail of tile models: the size does not matter. */
  record Flat(long base) implements ImageRule {
    @Override
    public long tokens(ImageSize size) {
      return base;
    }
  }

  /**
   * Tiles of 512 pixels after the image was made to fit, never enlarged.
   *
   * @param longest pixels of the longer side at most
   */
  record Tile(long base, long perTile, long longest) implements ImageRule {

    private static final long SHORTEST_SIDE = 768;
    private static final long TILE = 512;

    @Override
    public long tokens(ImageSize size) {
      long longer = size.longer();
      long shorter = size.shorter();
      // Both reductions as one fraction over the original size, so nothing is rounded in between.
      boolean tooLong = longer > longest;
      long reducedNumerator = tooLong ? shorter * longest : shorter;
      long reducedDenominator = tooLong ? longer : 1;
      if (reducedNumerator > SHORTEST_SIDE * reducedDenominator) {
        return tokens(longer * SHORTEST_SIDE / shorter, SHORTEST_SIDE);
      }
      return tokens(Math.min(longer, longest), Math.max(1, reducedNumerator / reducedDenominator));
    }

    private long tokens(long width, long height) {
      return base + perTile * ceilOf(width, TILE) * ceilOf(height, TILE);
    }
  }

  /**
   * Patches of 32 pixels, times a factor.
   *
   * @param longest pixels of the longer side at most; 0 = no limit
   * @param budget patches at most; 0 = no limit
   * @param hundredths the factor times 100
   */
  record Patch(long longest, long budget, long hundredths) implements ImageRule {

    private static final long SIDE = 32;

    @Override
    public long tokens(ImageSize size) {
      long width = reduced(size.width(), size.longer());
      long height = reduced(size.height(), size.longer());
      long patches = ceilOf(width, SIDE) * ceilOf(height, SIDE);
      if (budget > 0 && patches > budget) {
        patches = patchesWithinBudget(width, height);
      }
      return ceilOf(patches * hundredths, 100);
    }

    private long reduced(long side, long longer) {
      if (longest == 0 || longer <= longest) {
        return side;
      }
      return Math.max(1, (2 * side * longest + longer) / (2 * longer)); // rounds half up
    }

    /**
     * The image is scaled by s = sqrt(1024 * budget / (w * h)) and then a little more, until one
     * side is a whole number of patches. With a = w * s / 32, a² is w * budget / h, so floor(a) is
     * an integer root and no square root of a fraction is ever taken.
     */
    private long patchesWithinBudget(long width, long height) {
      long across = integerRoot(width * budget / height);
      long down = integerRoot(height * budget / width);
      if (across == 0 || down == 0) {
        return budget; // a strip narrower than one patch fills the budget in a single row
      }
      // floor(a)/a <= floor(b)/b, multiplied out: a/b is width/height
      if (across * height <= down * width) {
        return across * ceilOf(Math.max(1, height * SIDE * across / width), SIDE);
      }
      return ceilOf(Math.max(1, width * SIDE * down / height), SIDE) * down;
    }

    private static long integerRoot(long square) {
      long root = (long) Math.sqrt((double) square);
      while (root * root > square) {
        root--;
      }
      while ((root + 1) * (root + 1) <= square) {
        root++;
      }
      return root;
    }
  }

  private static long ceilOf(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
