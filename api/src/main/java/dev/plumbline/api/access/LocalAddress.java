package dev.plumbline.api.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An address on this server to go on to; anything that could lead elsewhere is the home page. */
public record LocalAddress(String path) {

  private static final String HOME = "/";
  private static final int LONGEST = 2_000;

  public LocalAddress {
    path = isLocal(path) ? path : HOME;
  }

  /** Browsers read a backslash as a slash, and two slashes as another host. */
  private static boolean isLocal(String path) {
    return path.length() <= LONGEST
        && path.startsWith("/")
        && !path.startsWith("//")
        && path.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\')
        && isPathOnly(path);
  }

  private static boolean isPathOnly(String path) {
    try {
      URI address = new URI(path);
      return !address.isAbsolute()
          && address.getRawAuthority() == null
          && !address.normalize().toString().startsWith("//");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  public URI uri() {
    return URI.create(path);
  }

  /** A page that comes before, with this address as its parameter. */
  String after(String page) {
    return path.equals(HOME)
        ? page
        : page + "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }
}
