package dev.plumbline.api.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the trail's signing key and its exported heads are. */
@ConfigMapping(prefix = "plumbline.audit")
interface AuditConfig {

  /**
   * The key pair that signs heads; made at first use. All instances on one database need the same
   * file. With the embedded database it is in the data directory by default.
   */
  Optional<Path> signingKeyFile();

  /**
   * Where a signed head of every trail is written each hour. With the embedded database it is in
   * the data directory by default; better is a place that the server can only append to.
   */
  Optional<Path> headDirectory();

  /** Time between two heads of a trail. */
  @WithDefault("1H")
  Duration headEvery();
}
