package dev.plumbline.api.secrets;

import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;

/** Master keys in the memory of this process. */
@ApplicationScoped
class LocalMasterKeys implements MasterKeys {

  private final KeySource keys;
  private final Iterable<SealedRows> tables;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final AesGcm cipher = new AesGcm(random);

  @Inject
  LocalMasterKeys(SecretsConfig config, @Any Instance<SealedRows> tables, Clock clock) {
    this(source(config), tables, clock);
  }

  LocalMasterKeys(KeySource keys, Iterable<SealedRows> tables, Clock clock) {
    this.keys = keys;
    this.tables = tables;
    this.clock = clock;
  }

  private static KeySource source(SecretsConfig config) {
    if (config.masterKeyFile().isPresent() && config.masterKey().isPresent()) {
      throw new IllegalStateException(
          "both plumbline.secrets.master-key-file and plumbline.secrets.master-key are set; keep one of them");
    }
    if (config.masterKey().isPresent()) {
      return settings(config);
    }
    return config
        .masterKeyFile()
        .map(path -> new KeysOfFile(new KeyFile(path), false))
        .or(() -> config.ownMasterKeyFile().map(path -> new KeysOfFile(new KeyFile(path), true)))
        .<KeySource>map(LocalMasterKeys::checked)
        .orElseGet(KeysOfSettings::none);
  }

  private static KeySource settings(SecretsConfig config) {
    try {
      return KeysOfSettings.of(
          config.masterKey().orElseThrow(), config.previousMasterKeys().orElse(List.of()));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(e.getMessage());
    }
  }

  private static KeysOfFile checked(KeysOfFile file) {
    file.check();
    return file;
  }

  /** Says at the start what would otherwise be noticed by the first probe that fails. */
  void check(@Observes StartupEvent event) {
    List<String> known = versions();
    sealed().entrySet().stream()
        .filter(each -> !known.contains(each.getKey()))
        .forEach(
            each ->
                Log.errorf(
                    "%d secrets are sealed by the master key '%s', which is not among the keys of %s: put its line back, or store these secrets anew",
                    each.getValue(), each.getKey(), source()));
  }

  private Map<String, Long> sealed() {
    Map<String, Long> all = new TreeMap<>();
    tables.forEach(
        table -> table.byVersion().forEach((name, count) -> all.merge(name, count, Long::sum)));
    return all;
  }

  @Override
  public String current() {
    return keys.ring().map(ring -> ring.current().version()).orElseGet(this::first);
  }

  /** Never a new key where an older one has been lost: that would hide the loss. */
  private synchronized String first() {
    if (!keys.makesItsFirst()) {
      return keys.ring().orElseThrow(this::missing).current().version();
    }
    long needed = sealed().values().stream().mapToLong(Long::longValue).sum();
    if (needed > 0) {
      throw unavailable(
          "the file of master keys is gone, and %d secrets need it".formatted(needed),
          "put %s back from a backup; if it is lost for good, delete these credentials first"
              .formatted(source()));
    }
    return make();
  }

  private ProblemException missing() {
    return unavailable(
        "this server has no master key, so it stores no secrets",
        "set plumbline.secrets.master-key-file to a file that the server's account alone can read, with the line 'key-1 '"
            + " and 32 random bytes in base64 (openssl rand -base64 32), and restart");
  }

  private static ProblemException unavailable(String detail, String remedy) {
    return Problem.of(ErrorCode.UNAVAILABLE, detail).withRemedy(remedy).asException();
  }

  @Override
  public synchronized String renew() {
    current();
    return make();
  }

  /** A version that was never there before, also not in a backup. */
  private String make() {
    byte[] tail = new byte[3];
    random.nextBytes(tail);
    byte[] key = new byte[MasterKey.BYTES];
    random.nextBytes(key);
    String version =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + "-" + HexFormat.of().formatHex(tail);
    keys.add(version + " " + Base64.getEncoder().encodeToString(key));
    Log.infof("made the master key '%s' in %s: keep a copy of that file", version, source());
    return version;
  }

  @Override
  public List<String> versions() {
    return keys.ring().map(KeyRing::versions).orElse(List.of());
  }

  @Override
  public WrappedKey wrap(String version, byte[] dataKey, byte[] context) {
    return new WrappedKey(version, cipher.seal(key(version), dataKey, context));
  }

  @Override
  public byte[] unwrap(WrappedKey wrapped, byte[] context) {
    return cipher.open(key(wrapped.version()), wrapped.bytes(), context);
  }

  private SecretKey key(String version) {
    Optional<MasterKey> found = keys.ring().flatMap(ring -> ring.find(version));
    return found.orElseThrow(() -> new MasterKeyMissingException(version)).key();
  }

  @Override
  public String source() {
    return keys.name();
  }
}
