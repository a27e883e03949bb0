package dev.plumbline.api.secrets;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the master keys are. */
@ConfigMapping(prefix = "plumbline.secrets")
interface SecretsConfig {

  /** A file with one key a line, the current one first. */
  Optional<Path> masterKeyFile();

  /** The current key itself: version, space, 32 bytes in base64. */
  Optional<String> masterKey();

  /** Older keys in the same form, with commas between them, while a rotation needs them. */
  Optional<List<String>> previousMasterKeys();

  /** The file in the data directory, set by {@code serve}; made when the first secret is stored. */
  Optional<Path> ownMasterKeyFile();
}
