package dev.plumbline.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** The address under which people reach this installation; links and the origin check use it. */
@ApplicationScoped
public class BaseUrl {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

  private static final int HTTP = 80;

  private final Config config;

  BaseUrl(Config config) {
    this.config = config;
  }

  /** An address on this installation; the path begins with a slash. */
  public String of(String path) {
    return base() + path;
  }

  private String base() {
    return configured()
        .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
        .orElseGet(() -> "http://" + host() + ":" + port());
  }

  private Optional<String> configured() {
    return config.getOptionalValue("plumbline.base-url", String.class);
  }

  /** Browsers keep secure cookies for localhost without TLS, and know it by that name. */
  private String host() {
    String host = config.getOptionalValue("quarkus.http.host", String.class).orElse("localhost");
    return THIS_MACHINE.contains(host) || host.equals("0.0.0.0") ? "localhost" : host;
  }

  /** Read anew each time: with port 0 the real one is known only once the server has started. */
  private int port() {
    String test = config.getOptionalValue("quarkus.profile", String.class).orElse("");
    String name = test.equals("test") ? "quarkus.http.test-port" : "quarkus.http.port";
    return config.getOptionalValue(name, Integer.class).orElse(8080);
  }

  /**
   * Whether an {@code Origin} is this installation. On this machine its names are one; everything
   * else must be the configured address to the letter.
   */
  boolean isOurs(String origin) {
    if (configured().isPresent()) {
      return origin.toLowerCase(Locale.ROOT).equals(originOf(base()));
    }
    return uri(origin)
        .filter(given -> "http".equals(given.getScheme()) && portOf(given) == port())
        .filter(given -> isOurHost(String.valueOf(given.getHost())))
        .filter(given -> origin.equals("http://" + given.getRawAuthority()))
        .isPresent();
  }

  private boolean isOurHost(String host) {
    return host.equals(host()) || (THIS_MACHINE.contains(host()) && THIS_MACHINE.contains(host));
  }

  private static int portOf(URI address) {
    return address.getPort() == -1 ? HTTP : address.getPort();
  }

  private static String originOf(String url) {
    URI address = URI.create(url);
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
