package dev.plumbline.api.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The signing key and the exported heads: one file of JSON lines for each organisation. */
@ApplicationScoped
class HeadFiles {

  private final AuditConfig config;
  private final ObjectMapper json;

  HeadFiles(AuditConfig config, ObjectMapper json) {
    this.config = config;
    this.json = json;
  }

  /**
   * Read anew each time, so that a rotated key counts at once.
   *
   * @throws dev.plumbline.api.problem.ProblemException 503 when no place for the key is configured
   */
  SigningKeys keys() {
    return config
        .signingKeyFile()
        .map(path -> new SigningKeyFile(path).keys())
        .orElseThrow(
            () ->
                Problem.of(ErrorCode.UNAVAILABLE, "this server has no key to sign heads with")
                    .withRemedy(
                        "set plumbline.audit.signing-key-file to a file that all instances share")
                    .asException());
  }

  /** Keys whose heads are believed; without one of our own, each head's. */
  PublicKeys trusted() {
    return config.signingKeyFile().isPresent() ? keys().trusted() : PublicKeys.asNamed();
  }

  /** What was exported by this server; empty when no directory is configured. */
  List<SignedHead> read(Organisation organisation) {
    Optional<Path> file = file(organisation).filter(Files::exists);
    if (file.isEmpty()) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file.get(), StandardCharsets.UTF_8)) {
      List<SignedHead> heads = new ArrayList<>();
      lines.filter(line -> !line.isBlank()).forEach(line -> heads.add(parsed(line)));
      return heads;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SignedHead parsed(String line) {
    try {
      return json.readValue(line, SignedHeadView.class).toHead();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line of an exported file of heads cannot be read", e);
    }
  }

  boolean areExported() {
    return config.headDirectory().isPresent();
  }

  /** Appends a head and waits until the disk has it. */
  void append(SignedHead head) {
    Path file = file(head.organisation()).orElseThrow();
    try {
      if (!Files.isDirectory(file.getParent())) {
        Files.createDirectories(
            file.getParent(),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      String line = json.writeValueAsString(SignedHeadView.of(head)) + "\n";
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Path> file(Organisation organisation) {
    return config
        .headDirectory()
        .map(directory -> directory.toAbsolutePath().resolve(organisation.id() + ".jsonl"));
  }
}
