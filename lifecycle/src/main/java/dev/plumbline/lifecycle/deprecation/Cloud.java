package dev.plumbline.lifecycle.deprecation;

/** Which of a provider's clouds; government clouds have tables of their own. */
public enum Cloud {
  PUBLIC,
  GOVERNMENT;

  /** The cloud that a region belongs to, by the provider's own naming. */
  public static Cloud ofRegion(String region) {
    return region.startsWith("us-gov-") || region.startsWith("usgov") ? GOVERNMENT : PUBLIC;
  }
}
