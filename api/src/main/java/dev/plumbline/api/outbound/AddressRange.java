package dev.plumbline.api.outbound;

import static java.util.Objects.requireNonNull;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Addresses with a common beginning, for example {@code 10.0.0.0/8}.
 *
 * @param network of which only the first bits count; IPv4-mapped addresses are IPv4
 * @param bits how many
 */
record AddressRange(InetAddress network, int bits) {

  /** Digits and separators of a literal only, so that reading one never asks a name server. */
  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  AddressRange {
    requireNonNull(network, "network");
    if (bits < 0 || bits > network.getAddress().length * 8) {
      throw new IllegalArgumentException("not a number of leading bits: " + bits);
    }
  }

  /**
   * @param text an address with or without {@code /bits}; without, that one address
   * @throws IllegalArgumentException with the text, when it is no range or its address has bits
   *     beyond the ones that count
   */
  static AddressRange of(String text) {
    String[] parts = text.strip().split("/", -1);
    if (parts.length > 2 || !LITERAL.matcher(parts[0]).matches()) {
      throw notARange(text);
    }
    try {
      InetAddress network = InetAddress.getByName(parts[0]);
      int all = network.getAddress().length * 8;
      int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
      if (bits < 0 || bits > all) {
        throw notARange(text);
      }
      AddressRange range = new AddressRange(network, bits);
      if (!Arrays.equals(range.masked(network.getAddress()), network.getAddress())) {
        throw notARange(text);
      }
      return range;
    } catch (UnknownHostException | NumberFormatException e) {
      throw notARange(text);
    }
  }

  private static IllegalArgumentException notARange(String text) {
    return new IllegalArgumentException(
        "'%s' is not a range of addresses such as 10.0.0.0/8 or fd00::/8".formatted(text));
  }

  /** Whether it is one single address. */
  boolean isOneAddress() {
    return bits == network.getAddress().length * 8;
  }

  boolean contains(InetAddress address) {
    byte[] plain = plain(address).getAddress();
    byte[] mine = network.getAddress();
    return plain.length == mine.length && Arrays.equals(masked(plain), masked(mine));
  }

  private byte[] masked(byte[] address) {
    byte[] masked = new byte[address.length];
    for (int at = 0; at < address.length; at++) {
      int counting = Math.max(0, Math.min(8, bits - at * 8));
      masked[at] = (byte) (address[at] & (0xff << (8 - counting)));
    }
    return masked;
  }

  /** An IPv4 address that is written as an IPv6 one, as the IPv4 one that it means. */
  static InetAddress plain(InetAddress address) {
    if (address instanceof Inet4Address || !isMapped(address.getAddress())) {
      return address;
    }
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static boolean isMapped(byte[] address) {
    for (int at = 0; at < 10; at++) {
      if (address[at] != 0) {
        return false;
      }
    }
    return address[10] == (byte) 0xff && address[11] == (byte) 0xff;
  }

  @Override
  public String toString() {
    return network.getHostAddress() + "/" + bits;
  }
}
