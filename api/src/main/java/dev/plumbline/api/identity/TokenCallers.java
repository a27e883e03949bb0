package dev.plumbline.api.identity;

import java.util.Optional;

/** Who sends a machine's token; asked for every request that carries one. */
public interface TokenCallers {

  /**
   * The holder of the token, with what its scopes allow. Empty for everything else: a text that is
   * no token, an unknown, expired or revoked one, or a wrong secret. May ask the database, so it is
   * called on a thread that may block.
   *
   * @param bearer what stands after {@code Bearer } in the header
   */
  Optional<Caller> find(String bearer);
}
