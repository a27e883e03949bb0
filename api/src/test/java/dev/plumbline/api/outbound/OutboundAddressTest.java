package dev.plumbline.api.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "ftp://example.com/",
        "file:///etc/passwd",
        "gopher://example.com:25/",
        "jar:https://example.com!/x",
        "https:example.com",
        "https:///path",
        "https://",
        "https://user@example.com/",
        "https://user:secret@example.com/",
        "https://example.com@127.0.0.1/",
        "https://127.0.0.1\\@example.com/",
        "https:\\\\example.com/",
        "https://example.com#@127.0.0.1/",
        "https://example.com/#x",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.1/",
        "https://127.1/",
        "https://0177.0.0.1/",
        "https://127.0.0.01/",
        "https://127.0.0.1.5/",
        "https://256.0.0.1/",
        "https://1.2.3.4.5/",
        "https://example.0x1/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::FFFF:7f00:1]/",
        "https://[0:0:0:0:0:0:0:1]/",
        "https://[fe80::1%25eth0]/",
        "https://[::1/",
        "https://::1/",
        "https://example.com:0/",
        "https://example.com:65536/",
        "https://example.com:443:443/",
        "https://example.com:44 3/",
        "https://exa mple.com/",
        "https://ex%61mple.com/",
        "https://127.0.0.1%2f@example.com/",
        "https://example.com\r\nHost: other/",
        "https://ex\u00e4mple.com/",
        "https://\u2488\u2488.com/",
        "https://example\u3002com/",
        "https://.example.com/",
        "https://example..com/",
        "https://example.com./",
        "https://-example.com/",
        "https://exam\u0000ple.com/",
        "//example.com/x"
      })
  void anAddressThatCouldBeReadInTwoWaysIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OutboundAddress.of(text))
        .withMessageStartingWith("not an address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://example.com/a/b?c=d&e=%20",
        "https://example.com:8443/",
        "https://xn--exmple-cua.com/",
        "https://8.8.8.8/",
        "https://[2606:4700:4700::1111]/",
        "https://[2606:4700:4700::1111]:8443/",
        "http://gateway.internal:8080/v1",
        "http://localhost:8080/"
      })
  void aPlainAddressIsTaken(String text) {
    assertThat(OutboundAddress.of(text).uri()).hasToString(text);
  }

  @Test
  void onlySchemeAndHostLoseTheirCase() {
    assertThat(OutboundAddress.of(" HTTPS://Hooks.Example.COM/Services/T0/B0/Secret ").uri())
        .hasToString("https://hooks.example.com/Services/T0/B0/Secret");
  }

  @Test
  void thePathIsNotShownForItMayBeASecret() {
    assertThat(OutboundAddress.of("https://hooks.example.com:8443/services/secret?sig=secret"))
        .hasToString("https://hooks.example.com:8443");
  }

  @Test
  void anAddressBelowABaseKeepsTheBasesPath() {
    assertThat(OutboundAddress.of("https://gateway.example/openai/v1/").resolve("/models?limit=2"))
        .isEqualTo(OutboundAddress.of("https://gateway.example/openai/v1/models?limit=2"));
  }
}
