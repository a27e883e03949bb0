package dev.plumbline.api.tokens;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Some tokens, newest first.
 *
 * @param next to be sent as {@code after} for the rest; null at the end
 */
@Schema(name = "TokenPage")
public record TokenPage(List<TokenView> tokens, @Nullable String next) {

  public TokenPage {
    tokens = List.copyOf(tokens);
  }
}
