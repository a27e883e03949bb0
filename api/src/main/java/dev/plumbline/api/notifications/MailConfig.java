package dev.plumbline.api.notifications;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.OptionalInt;

/** The operator's mail server. */
@ConfigMapping(prefix = "plumbline.mail")
interface MailConfig {

  @WithDefault("localhost")
  String host();

  /** 25, 587 or 465 by the encryption when it is not given. */
  OptionalInt port();

  Optional<String> username();

  Optional<String> password();

  @WithDefault("plumbline@localhost")
  String from();

  /** {@code start-tls}, unless the server is on this machine: then {@code none}. */
  Optional<Encryption> encryption();

  /** How the connection is protected; the server's certificate and name are always checked. */
  enum Encryption {
    NONE(25),
    START_TLS(587),
    TLS(465);

    private final int port;

    Encryption(int port) {
      this.port = port;
    }

    int port() {
      return port;
    }
  }
}
