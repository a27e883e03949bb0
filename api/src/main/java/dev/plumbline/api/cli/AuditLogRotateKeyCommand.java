package dev.plumbline.api.cli;

import dev.plumbline.api.audit.SigningKeyFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a new key that signs heads, where the server's key file is. */
@Command(
    name = "rotate-key",
    mixinStandardHelpOptions = true,
    description = {
      "Make a new key that signs heads, in the server's key file (audit-key.pem in the data",
      "directory, or plumbline.audit.signing-key-file). The private key before it is forgotten,",
      "its public key stays published. A running server takes the new key at once."
    })
final class AuditLogRotateKeyCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "The key file.")
  private Path file = Path.of("");

  AuditLogRotateKeyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try {
      String id =
          InputInvalidException.reading(file.toString(), () -> new SigningKeyFile(file).rotate());
      surroundings.out().println(id);
      return ExitCode.OK.code();
    } catch (UncheckedIOException e) {
      throw new InputInvalidException(
          "cannot write %s: %s".formatted(file, Surroundings.reason(e.getCause())));
    }
  }
}
