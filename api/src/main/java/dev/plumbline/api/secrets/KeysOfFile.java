package dev.plumbline.api.secrets;

import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keys in a file, read again whenever it changes: an operator adds a key without a restart. A file
 * that turns bad while we run is complained about, and the keys from before stay in use.
 */
final class KeysOfFile implements KeySource {

  private final KeyFile file;
  private final boolean ours;
  private KeyFile.@Nullable Stamp seen;
  private @Nullable KeyRing ring;
  private String complaint = "";

  /**
   * @param ours whether it lies in our data directory, where we make it
   */
  KeysOfFile(KeyFile file, boolean ours) {
    this.file = file;
    this.ours = ours;
  }

  /**
   * What a start demands.
   *
   * @throws IllegalStateException with the remedy
   */
  void check() {
    if (ours && !file.exists()) {
      return;
    }
    try {
      refresh();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(e.getMessage());
    } catch (IOException e) {
      throw new IllegalStateException(
          "cannot read the file of master keys %s; make it with: (umask 077; echo \"key-1 $(openssl rand -base64 32)\" > %s)"
              .formatted(file.path(), file.path()));
    }
  }

  @Override
  public synchronized Optional<KeyRing> ring() {
    try {
      if (ring != null || file.exists()) {
        refresh();
      }
    } catch (IOException | IllegalArgumentException e) {
      complain("the master keys of %s cannot be read: %s".formatted(file.path(), e.getMessage()));
    }
    return Optional.ofNullable(ring);
  }

  private synchronized void refresh() throws IOException {
    KeyFile.Stamp now = file.stamp();
    if (!now.equals(seen)) {
      ring = file.read();
      seen = now;
      complaint = "";
    }
  }

  private void complain(String text) {
    if (!text.equals(complaint)) {
      complaint = text;
      Log.error(text);
    }
  }

  @Override
  public synchronized void add(String line) {
    try {
      file.prepend(line);
      refresh();
    } catch (IOException e) {
      throw Problem.of(
              ErrorCode.CONFLICT, "the file of master keys cannot be written by the server")
          .withRemedy(
              "put a line 'version key' in front of the others in %s yourself (a key: openssl rand -base64 32),"
                      .formatted(file.path())
                  + " and run the rotation again")
          .asException();
    }
  }

  @Override
  public boolean makesItsFirst() {
    return ours && !file.exists() && ring().isEmpty();
  }

  @Override
  public String name() {
    return file.path().toString();
  }
}
