package dev.plumbline.api.secrets;

import java.util.List;

/**
 * Who wraps data keys. Ours come from a file or from settings; a key service, whose keys never
 * leave it, fits the same three questions.
 */
interface MasterKeys {

  /**
   * The version that wraps what is new.
   *
   * @throws dev.plumbline.api.problem.ProblemException 503 with the remedy, when there is none
   */
  String current();

  /** Those that can unwrap, the current one first; empty when there is none. */
  List<String> versions();

  /** Wraps under the key of that version. */
  WrappedKey wrap(String version, byte[] dataKey, byte[] context);

  /**
   * The caller clears what it gets.
   *
   * @throws MasterKeyMissingException when that version is not known
   * @throws SealBrokenException when it was altered or belongs elsewhere
   */
  byte[] unwrap(WrappedKey wrapped, byte[] context);

  /**
   * Makes a new current key and keeps the others.
   *
   * @throws dev.plumbline.api.problem.ProblemException 409 with the remedy, when the keys are not
   *     ours to make
   */
  String renew();

  /** Where they come from, in words for an operator. */
  String source();
}
