package dev.plumbline.api.datasets;

import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Puts uploads on disk, a buffer at a time, and refuses what is too large. */
@ApplicationScoped
class Spool {

  private static final int BUFFER = 1 << 16;

  private final long limit;
  private final Path folder;

  Spool(DatasetsConfig config) throws IOException {
    this.limit = config.uploadLimit().asLongValue();
    this.folder = Files.createTempDirectory("plumbline-uploads");
  }

  /** Bytes that one upload may have. */
  long limit() {
    return limit;
  }

  /**
   * Takes a request body to its end.
   *
   * @throws ProblemException 413 when it is longer than the limit, 400 when it is empty
   */
  Upload take(String name, InputStream body) throws IOException {
    Path file = Files.createTempFile(folder, "upload", ".part");
    boolean whole = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      copy(body, out);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
    return checked(Upload.named(name, file));
  }

  /** Takes a part of a form that the server has written to disk already. */
  Upload take(String name, Path part) throws IOException {
    Path file = Files.createTempFile(folder, "upload", ".part");
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    return checked(Upload.named(name, file));
  }

  private void copy(InputStream body, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long total = 0;
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      total += read;
      if (total > limit) {
        throw tooLarge();
      }
      out.write(buffer, 0, read);
    }
  }

  private Upload checked(Upload upload) throws IOException {
    long size = Files.size(upload.content());
    if (size > 0 && size <= limit) {
      return upload;
    }
    Files.deleteIfExists(upload.content());
    if (size > limit) {
      throw tooLarge();
    }
    throw Problem.of(ErrorCode.INVALID_INPUT, "the file is empty")
        .atField("file")
        .withRemedy("send a JSONL file, one training example a line")
        .asException();
  }

  private ProblemException tooLarge() {
    return Problem.of(
            ErrorCode.BODY_TOO_LARGE, "the file has more than %d MB".formatted(limit / (1 << 20)))
        .atField("file")
        .withRemedy(
            "send it gzip-compressed, estimate it offline with 'plumbline estimate FILE', or raise"
                + " plumbline.datasets.upload-limit")
        .asException();
  }

  /** Uploads that wait when the server stops are lost anyway, so they do not stay on the disk. */
  @PreDestroy
  void clear() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
