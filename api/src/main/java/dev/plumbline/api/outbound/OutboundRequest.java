package dev.plumbline.api.outbound;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One request to somebody else. Nothing of it but method and origin is ever shown.
 *
 * @param headers by name, which may be secrets
 * @param body sent as it is, at most once
 */
public record OutboundRequest(
    String method,
    OutboundAddress address,
    Map<String, String> headers,
    Optional<Body> body,
    OutboundLimits limits) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final int LONGEST_VALUE = 8_000;

  /** Decided by the connection itself: another host or length would be a way around it. */
  private static final List<String> OURS =
      List.of("host", "content-length", "transfer-encoding", "connection", "upgrade", "te");

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  /** Bytes with their media type. */
  public record Body(String mediaType, byte[] bytes) {

    public Body {
      requireNonNull(bytes, "bytes");
      refuseUnless(isSoundValue(mediaType), "a media type with line breaks");
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public String toString() {
      return bytes.length + " bytes of " + mediaType;
    }
  }

  public OutboundRequest {
    requireNonNull(address, "address");
    requireNonNull(body, "body");
    requireNonNull(limits, "limits");
    refuseUnless(METHODS.contains(method), "not a method: " + method);
    Map<String, String> checked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, value) -> {
          refuseUnless(NAME.matcher(name).matches(), "not a name of a header");
          refuseUnless(!OURS.contains(name.toLowerCase(Locale.ROOT)), name + " is ours");
          refuseUnless(isSoundValue(value), "a value of %s that no header has".formatted(name));
          checked.put(name, value);
        });
    headers = Collections.unmodifiableMap(checked);
  }

  public static OutboundRequest get(
      OutboundAddress address, Map<String, String> headers, OutboundLimits limits) {
    return new OutboundRequest("GET", address, headers, Optional.empty(), limits);
  }

  public static OutboundRequest post(
      OutboundAddress address, Map<String, String> headers, Body body, OutboundLimits limits) {
    return new OutboundRequest("POST", address, headers, Optional.of(body), limits);
  }

  /** Printable ASCII: line breaks would begin another header. */
  private static boolean isSoundValue(String value) {
    return value.length() <= LONGEST_VALUE
        && value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'));
  }

  private static void refuseUnless(boolean sound, String why) {
    if (!sound) {
      throw new IllegalArgumentException(why);
    }
  }

  @Override
  public String toString() {
    return method + " " + address.origin();
  }
}
