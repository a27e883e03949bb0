package dev.plumbline.api.oidc;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * Takes ID tokens and their claims out of log messages. Quarkus logs a refused token whole, and a
 * refused token can still name a person.
 */
@LoggingFilter(name = "without-tokens")
public final class WithoutTokens implements Filter {

  private static final Pattern TOKEN =
      Pattern.compile("eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]*)*");
  private static final Pattern CLAIMS = Pattern.compile("claims->\\{.*?\\}(?=\\))");

  @Override
  public boolean isLoggable(LogRecord record) {
    String message = record.getMessage();
    if (message != null && (message.contains("eyJ") || message.contains("claims->"))) {
      record.setMessage(masked(message));
    }
    return true;
  }

  static String masked(String message) {
    return CLAIMS.matcher(TOKEN.matcher(message).replaceAll("(a token)")).replaceAll("claims");
  }
}
