package dev.plumbline.api.outbound;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * An address that somebody gave us, sound in its form; whether it may be connected to is decided
 * when it is, for a name can lead elsewhere by then.
 *
 * <p>Its text is not shown: the path of many a webhook is its secret.
 */
public record OutboundAddress(URI uri) {

  private static final int LONGEST = 2_000;

  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

  /** What resolvers read as a number, although it is not the usual way to write an address. */
  private static final Pattern NUMBER_AT_END = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

  private static final String OCTET = "(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

  public OutboundAddress {
    requireNonNull(uri, "uri");
    refuseUnless(uri.toString().length() <= LONGEST, "it is longer than 2,000 characters");
    refuseUnless(
        "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()),
        "it does not begin with https://");
    refuseUnless(uri.getHost() != null, "it has no host, or one that cannot be read");
    refuseUnless(uri.getRawUserInfo() == null, "it has a user name in it");
    refuseUnless(uri.getRawFragment() == null, "it has a fragment (#)");
    refuseUnless(uri.toString().chars().allMatch(c -> c > ' ' && c < 0x7f), "not plain ASCII");
    refuseUnless(uri.getPort() != 0 && uri.getPort() <= 65_535, "its port is not 1 to 65535");
    refuseUnless(isSoundHost(uri.getHost()), "its host is not a name or a plain address");
    refuseUnless(isReadAlike(uri), "its host or port can be read in two ways");
  }

  /**
   * @throws IllegalArgumentException saying what is wrong with it, without the text itself
   */
  public static OutboundAddress of(String text) {
    try {
      return new OutboundAddress(new URI(withPlainCase(text.strip())));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not an address such as https://example.com/hook", e);
    }
  }

  /** Scheme and host in lower case; what follows keeps its own. */
  private static String withPlainCase(String text) {
    int scheme = text.indexOf("://");
    if (scheme < 0) {
      return text;
    }
    int end = scheme + 3;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end).toLowerCase(Locale.ROOT) + text.substring(end);
  }

  private static boolean isSoundHost(String host) {
    if (host.startsWith("[")) {
      return !host.contains("%");
    }
    return IPV4.matcher(host).matches()
        || (NAME.matcher(host).matches() && !NUMBER_AT_END.matcher(host).matches());
  }

  /** The client has a parser of its own: both must see the same host and port. */
  private static boolean isReadAlike(URI uri) {
    HttpUrl other = HttpUrl.parse(uri.toString());
    if (other == null) {
      return false;
    }
    String host = uri.getHost().startsWith("[") ? inner(uri.getHost()) : uri.getHost();
    int port = uri.getPort() < 0 ? HttpUrl.defaultPort(uri.getScheme()) : uri.getPort();
    return other.scheme().equals(uri.getScheme())
        && other.host().equals(host)
        && other.port() == port;
  }

  private static String inner(String bracketed) {
    return bracketed.substring(1, bracketed.length() - 1);
  }

  private static void refuseUnless(boolean sound, String why) {
    if (!sound) {
      throw new IllegalArgumentException("not an address that can be used: " + why);
    }
  }

  boolean isEncrypted() {
    return uri.getScheme().equals("https");
  }

  HttpUrl url() {
    return HttpUrl.get(uri.toString());
  }

  /** An address below this one. */
  public OutboundAddress resolve(String pathAndQuery) {
    String base = uri.toString().replaceFirst("/+$", "");
    return of(base + (pathAndQuery.startsWith("/") ? "" : "/") + pathAndQuery);
  }

  /** Scheme, host and port: what may be shown and logged. */
  public String origin() {
    return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }

  @Override
  public String toString() {
    return origin();
  }
}
