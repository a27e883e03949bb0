package dev.plumbline.api.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.api.outbound.AddressRules.Reach;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  private static final AddressRules STRICT = AddressRules.allowing(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "169.254.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:0:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:808:808::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void anAddressThatIsNotOfThePublicInternetIsRefused(String text) throws UnknownHostException {
    assertThat(STRICT.reach(InetAddress.getByName(text))).isEqualTo(Reach.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2606:4700:4700::1111",
        "2a00:1450:4001::1"
      })
  void thePublicInternetIsOpenUpToTheEdgesOfTheRanges(String text) throws UnknownHostException {
    assertThat(STRICT.reach(InetAddress.getByName(text))).isEqualTo(Reach.PUBLIC);
  }

  @Test
  void anAddressOfIpv4InTheBytesOfIpv6IsTheOneOfIpv4() throws UnknownHostException {
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    mapped[12] = 127;
    mapped[15] = 1;

    // getByAddress would make an IPv4 address of it, a resolver of another making might not
    InetAddress disguised = Inet6Address.getByAddress("x", mapped, -1);

    assertThat(STRICT.reach(disguised)).isEqualTo(Reach.REFUSED);
    assertThat(AddressRules.allowing(List.of("127.0.0.1")).reach(disguised))
        .isEqualTo(Reach.ALLOWED);
  }

  @Test
  void whatTheOperatorAllowsIsAllowedAndNothingBesideIt() throws UnknownHostException {
    AddressRules rules = AddressRules.allowing(List.of("10.1.0.0/16", " fd12:3456::/32 ", ""));

    assertThat(rules.reach(InetAddress.getByName("10.1.255.255"))).isEqualTo(Reach.ALLOWED);
    assertThat(rules.reach(InetAddress.getByName("10.2.0.0"))).isEqualTo(Reach.REFUSED);
    assertThat(rules.reach(InetAddress.getByName("fd12:3456:ffff::1"))).isEqualTo(Reach.ALLOWED);
    assertThat(rules.reach(InetAddress.getByName("fd12:3457::1"))).isEqualTo(Reach.REFUSED);
  }

  @Test
  void theServiceThatHandsOutCredentialsIsAllowedByItsOwnAddressOnly() throws UnknownHostException {
    InetAddress metadata = InetAddress.getByName("169.254.169.254");

    assertThat(AddressRules.allowing(List.of("169.254.0.0/16", "0.0.0.0/0")).reach(metadata))
        .isEqualTo(Reach.REFUSED);
    assertThat(AddressRules.allowing(List.of("169.254.169.254")).reach(metadata))
        .isEqualTo(Reach.ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1/8",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/8/8",
        "10.0.0.0/x",
        "localhost",
        "internal.example",
        "300.0.0.0/8",
        "fe80::%1/64",
        "10.0.0.0,/8"
      })
  void aTextThatIsNoRangeIsRefusedAndNoNameIsLookedUp(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AddressRules.allowing(List.of(text)))
        .withMessageContaining(text);
  }
}
