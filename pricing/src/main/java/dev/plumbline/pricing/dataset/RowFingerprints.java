package dev.plumbline.pricing.dataset;

/** What is remembered of the rows of a file to recognise them again: hashes, never their text. */
public final class RowFingerprints {

  static final RowFingerprints NONE = new RowFingerprints();
}
