package dev.plumbline.api.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Scheme, host and port of a server. A token travels encrypted, or stays on this machine.
 *
 * @param origin for example {@code https://plumbline.example} or {@code http://127.0.0.1:8080}
 */
public record ServerAddress(String origin) {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(::|(0+:){7}0*)1\\]");

  /**
   * Reads what a person wrote; without a scheme it is https, or http for this machine.
   *
   * @throws IllegalArgumentException when it is no address, has more than an origin, or would send
   *     a token in the clear
   */
  public static ServerAddress of(String text) {
    URI address = parsed(text.strip());
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    String host = address.getHost().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new IllegalArgumentException("not an address that begins with https://");
    }
    if (scheme.equals("http") && !LOOPBACK.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "http would show the token to others: use https (http only for this machine)");
    }
    int standard = scheme.equals("https") ? 443 : 80;
    boolean plain = address.getPort() < 0 || address.getPort() == standard;
    return new ServerAddress(scheme + "://" + host + (plain ? "" : ":" + address.getPort()));
  }

  private static URI parsed(String text) {
    try {
      URI address = new URI(withScheme(text));
      boolean originOnly =
          address.getRawUserInfo() == null
              && address.getRawQuery() == null
              && address.getRawFragment() == null
              && (address.getRawPath() == null || address.getRawPath().matches("/?"));
      if (address.getHost() == null || !originOnly) {
        throw new IllegalArgumentException("not an address such as https://plumbline.example");
      }
      return address;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not an address such as https://plumbline.example", e);
    }
  }

  private static String withScheme(String text) {
    if (text.contains("://")) {
      return text;
    }
    String host = text.replaceFirst("(?<=[^:]):[0-9]*$", "");
    return (LOOPBACK.matcher(host).matches() ? "http://" : "https://") + text;
  }

  /**
   * @param path beginning with a slash, with its query
   */
  URI resolve(String path) {
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException("not a path of ours: " + path);
    }
    return URI.create(origin + path);
  }

  @Override
  public String toString() {
    return origin;
  }
}
