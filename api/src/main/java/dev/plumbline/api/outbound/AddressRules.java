package dev.plumbline.api.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to: those of the public Internet, and those that the operator
 * allows.
 *
 * <p>Java's own predicates miss unique local addresses and carrier-grade NAT, so the ranges are
 * listed here, by IANA's registries of special-purpose addresses.
 */
record AddressRules(List<AddressRange> allowed) {

  /** What an address is to us. */
  enum Reach {
    /** Anybody's: by https on a usual port. */
    PUBLIC,
    /** In a range that the operator allows: by http and on any port too. */
    ALLOWED,
    REFUSED
  }

  private static final List<AddressRange> SPECIAL_V4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10", // carrier-grade NAT, and one cloud's metadata
          "127.0.0.0/8",
          "169.254.0.0/16", // link-local, and most clouds' metadata
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24", // relays of 6to4
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** Everything else but this is special in some way: mapped, translated, local, multicast. */
  private static final AddressRange GLOBAL_V6 = AddressRange.of("2000::/3");

  private static final List<AddressRange> SPECIAL_V6 =
      ranges(
          "2001::/23", // Teredo, benchmarks, identifiers
          "2001:db8::/32",
          "2002::/16", // 6to4 carries an IPv4 address
          "2620:4f:8000::/48",
          "3fff::/20");

  /** They hand out credentials, so a range is not enough: the operator names the one address. */
  private static final List<AddressRange> METADATA =
      ranges(
          "169.254.169.254",
          "169.254.170.2",
          "169.254.170.23",
          "100.100.100.200",
          "168.63.129.16", // Azure's, although it looks public
          "192.0.0.192",
          "fd00:ec2::254",
          "fd20:ce::254");

  AddressRules {
    allowed = List.copyOf(allowed);
  }

  /**
   * @param allowed ranges, as in {@code plumbline.outbound.allow}
   * @throws IllegalArgumentException for a text that is no range
   */
  static AddressRules allowing(List<String> allowed) {
    return new AddressRules(
        allowed.stream().filter(text -> !text.isBlank()).map(AddressRange::of).toList());
  }

  Reach reach(InetAddress given) {
    InetAddress address = AddressRange.plain(given);
    if (isIn(METADATA, address)) {
      return isIn(allowed.stream().filter(AddressRange::isOneAddress).toList(), address)
          ? Reach.ALLOWED
          : Reach.REFUSED;
    }
    if (isIn(allowed, address)) {
      return Reach.ALLOWED;
    }
    return isSpecial(address) ? Reach.REFUSED : Reach.PUBLIC;
  }

  private static boolean isSpecial(InetAddress address) {
    return address instanceof Inet4Address
        ? isIn(SPECIAL_V4, address)
        : !GLOBAL_V6.contains(address) || isIn(SPECIAL_V6, address);
  }

  private static boolean isIn(List<AddressRange> ranges, InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static List<AddressRange> ranges(String... texts) {
    return Stream.of(texts).map(AddressRange::of).toList();
  }
}
