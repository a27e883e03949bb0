package dev.plumbline.api.remote;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The tokens that {@code plumbline login} keeps, one for each server, in a file that only its owner
 * can read.
 */
public final class StoredLogins {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_BYTES = 1 << 20;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;

  /**
   * @param directory of Plumbline's settings of this user, for example {@code ~/.config/plumbline}
   */
  public StoredLogins(Path directory) {
    this.file = requireNonNull(directory, "directory").resolve("credentials.json");
  }

  public Path file() {
    return file;
  }

  public Optional<Login> find(ServerAddress server) {
    return token(read(), server.origin()).map(token -> new Login(server, token));
  }

  /** The server that somebody logged in to last. */
  public Optional<ServerAddress> current() {
    return Optional.ofNullable(read().path("current").textValue()).map(ServerAddress::of);
  }

  /** Keeps it in the place of an earlier one for the same server, which becomes the current one. */
  public void keep(Login login) {
    ObjectNode all = read();
    all.put("version", 1);
    all.put("current", login.server().origin());
    all.withObjectProperty("servers")
        .withObjectProperty(login.server().origin())
        .put("token", login.token());
    write(all);
  }

  /** Forgets the token to that server; false when there was none. */
  public boolean forget(ServerAddress server) {
    ObjectNode all = read();
    if (token(all, server.origin()).isEmpty()) {
      return false;
    }
    all.withObjectProperty("servers").remove(server.origin());
    if (server.origin().equals(all.path("current").textValue())) {
      all.remove("current");
    }
    write(all);
    return true;
  }

  private static Optional<String> token(JsonNode all, String origin) {
    return Optional.ofNullable(all.path("servers").path(origin).path("token").textValue());
  }

  private ObjectNode read() {
    try {
      refuseWhatOthersRead();
      if (Files.size(file) > MOST_BYTES) {
        throw broken();
      }
      return JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode all ? all : refused();
    } catch (NoSuchFileException e) {
      return JSON.createObjectNode();
    } catch (IOException e) {
      throw broken();
    }
  }

  private void refuseWhatOthersRead() throws IOException {
    Set<PosixFilePermission> found = EnumSet.noneOf(PosixFilePermission.class);
    try {
      found.addAll(Files.getPosixFilePermissions(file));
    } catch (UnsupportedOperationException e) {
      return; // a system without such modes
    }
    if (!OWNER_ONLY.containsAll(found)) {
      throw RemoteFailureException.ofServer(
          "%s can be read by others: run `chmod 600 %s`, and revoke its tokens if somebody may have"
              .formatted(file, file));
    }
  }

  private ObjectNode refused() {
    throw broken();
  }

  private RemoteFailureException broken() {
    return RemoteFailureException.ofServer(
        file + " cannot be read as our file of tokens; remove it and log in again");
  }

  /** Written aside and renamed, so that nobody ever finds half a file. */
  private void write(ObjectNode all) {
    try {
      makeDirectory();
      Path aside = Files.createTempFile(file.getParent(), "credentials", ".new"); // mode 0600
      try {
        Files.write(aside, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
        Files.move(
            aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw RemoteFailureException.ofServer(
          "cannot write %s: %s; check the directory".formatted(file, e.getMessage()));
    }
  }

  private void makeDirectory() throws IOException {
    Path directory = file.getParent();
    if (Files.isDirectory(directory)) {
      return;
    }
    try {
      Files.createDirectories(directory.getParent());
      Files.createDirectory(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (UnsupportedOperationException e) {
      Files.createDirectories(directory); // a system without such modes
    }
  }
}
