package dev.plumbline.api.secrets;

import dev.plumbline.api.organisations.Organisation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Master keys for tests that need no database. */
final class SomeKeys {

  static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  private SomeKeys() {}

  /** A line of a key file; equal fillings are equal keys. */
  static String line(String version, int filling) {
    byte[] key = new byte[MasterKey.BYTES];
    Arrays.fill(key, (byte) filling);
    return version + " " + Base64.getEncoder().encodeToString(key);
  }

  /** Those of the lines, the first one current. */
  static LocalMasterKeys of(String... lines) {
    KeyRing ring = KeyRing.parse(List.of(lines), "test");
    return over(new KeysOfSettings(Optional.of(ring)), 0);
  }

  /** With a table in which so many secrets need the version {@code lost}. */
  static LocalMasterKeys over(KeySource source, long lost) {
    SealedRows table =
        new SealedRows() {
          @Override
          public Map<String, Long> byVersion() {
            return lost == 0 ? Map.of() : Map.of("lost", lost);
          }

          @Override
          public Batch rewrap(
              Organisation organisation, String version, Optional<UUID> after, int limit) {
            return new Batch(Optional.empty(), 0, 0);
          }
        };
    return new LocalMasterKeys(source, List.of(table), TODAY);
  }
}
