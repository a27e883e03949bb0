package dev.plumbline.api.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Signs statements of other features with the key of the trail's heads. */
@ApplicationScoped
public class StatementSigner {

  private final AuditConfig config;
  private final HeadFiles files;

  StatementSigner(AuditConfig config, HeadFiles files) {
    this.config = config;
    this.files = files;
  }

  /**
   * Signs what a feature states.
   *
   * @param statement that names its own kind in its first line, so that it is never taken for
   *     another
   * @return empty when this server has no key
   */
  public Optional<SignedStatement> sign(byte[] statement) {
    return config.signingKeyFile().map(file -> files.keys().sign(statement));
  }
}
