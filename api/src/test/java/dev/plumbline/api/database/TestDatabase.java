package dev.plumbline.api.database;

import dev.plumbline.api.canary.Canary;
import dev.plumbline.api.canary.Stored;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gives every {@code @QuarkusTest} the product's own database, new for each run of the tests. */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private EmbeddedDatabase database;

  /** Settings of a database in a new directory, with programs that all tests share. */
  public static DatabaseSettings settings() {
    try {
      Path parent = Files.createDirectories(TARGET.resolve("test-databases"));
      return DatabaseSettings.defaults()
          .in(Files.createTempDirectory(parent, "data"))
          .withBinaries(TARGET.resolve("test-postgresql"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> start() {
    DatabaseSettings settings = settings();
    Path directory = settings.directory().orElseThrow();
    Path masterKey = directory.resolve("master-key");
    write(masterKey, Canary.masterKeyLine());
    write(directory.resolve("database-password"), Canary.DATABASE_PASSWORD.text());
    database = EmbeddedDatabase.start(settings, message -> {});
    return Map.of(
        "quarkus.datasource.jdbc.url", database.jdbcUrl(),
        "quarkus.datasource.username", database.username(),
        "quarkus.datasource.password", database.password(),
        "quarkus.flyway.username", database.owner(),
        "quarkus.flyway.password", database.password(),
        "plumbline.audit.signing-key-file", directory.resolve("audit-key.pem").toString(),
        "plumbline.audit.head-directory", directory.resolve("audit-heads").toString(),
        "plumbline.secrets.own-master-key-file", masterKey.toString());
  }

  private static void write(Path file, String secret) {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, secret + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    Path directory = database.directory();
    List<String> leaks = stored(directory);
    database.close();
    try {
      Trees.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!leaks.isEmpty()) {
      fail("the suite has left secrets where they are stored: " + leaks + "\n");
    }
  }

  /** Quarkus swallows what is thrown here; Surefire fails the build when its process is gone. */
  private static void fail(String message) {
    try (FileOutputStream err = new FileOutputStream(FileDescriptor.err)) {
      err.write(message.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Runtime.getRuntime().halt(1);
    }
  }

  /** All that the suite has stored, searched once more when all of its tests are over. */
  private List<String> stored(Path directory) {
    List<String> leaks = new ArrayList<>();
    try (Connection superuser =
            DriverManager.getConnection(
                database.jdbcUrl(), Cluster.ADMINISTRATOR, database.password());
        Statement checkpoint = superuser.createStatement()) {
      leaks.addAll(Stored.inTables(superuser));
      checkpoint.execute("checkpoint");
      leaks.addAll(Stored.inFiles(directory));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
    return leaks;
  }
}
