package dev.plumbline.api.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The settings in effect where Quarkus' default is meant for a friendly world, or where a friendly
 * default must not change unnoticed. The last column says why we differ from the usual advice.
 */
@QuarkusTest
class UnsafeDefaultsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quarkus.http.host | 127.0.0.1 |",
        "quarkus.http.limits.max-body-size | 1025M | training files; api.limits has 1M elsewhere",
        "quarkus.http.limits.max-header-size | 8K |",
        "quarkus.http.limits.max-parameters | 100 |",
        "quarkus.http.limits.max-connections | 2000 |",
        "quarkus.http.idle-timeout | 120S | counting tokens of a large file is silent for long",
        "quarkus.http.read-timeout | 15S |",
        "quarkus.http.proxy.proxy-address-forwarding | false |",
        "quarkus.http.proxy.trusted-proxies | '127.0.0.1,::1' | for whoever switches it on",
        "quarkus.http.cors.enabled | false |",
        "quarkus.http.enable-decompression | false |",
        "quarkus.http.auth.proactive | true |",
        "quarkus.tls.protocols | 'TLSv1.3,TLSv1.2' |",
        "quarkus.tls.trust-all | false |",
        "quarkus.jackson.fail-on-unknown-properties | true |",
        "quarkus.datasource.jdbc.acquisition-timeout | 2S |",
        "quarkus.datasource.jdbc.max-size | 10 |",
        "quarkus.flyway.clean-disabled | true |",
        "quarkus.management.enabled | true |",
        "quarkus.management.host | 127.0.0.1 |",
        "quarkus.management.idle-timeout | 30S |",
        "quarkus.management.limits.max-body-size | 64K |",
        "quarkus.management.limits.max-header-size | 8K |",
        "quarkus.management.limits.max-connections | 100 |",
        "quarkus.oidc.people.authentication.pkce-required | true |",
        "quarkus.oidc.people.authentication.nonce-required | true |",
        "quarkus.oidc.people.authentication.cookie-force-secure | true |",
        "quarkus.oidc.people.authentication.fail-on-missing-state-param | true |",
        "quarkus.oidc.people.authentication.cookie-same-site | lax | the way back comes from another site",
        "quarkus.oidc.people.token.signature-algorithm | RS256 |",
      })
  void theSettingInEffectIs(String name, String value, String reason) {
    assertThat(effective(name)).as(name).isEqualTo(value);
  }

  @Test
  void formLoginWithItsReadableCookieIsOff() {
    assertThat(effective("quarkus.http.auth.form.enabled")).isIn(null, "false");
    assertThat(effective("quarkus.http.auth.basic")).isIn(null, "false");
  }

  @Test
  void tokensOfAProviderMustBeForUsAndFromTheIssuerThatWasNamed() {
    assertThat(effective("quarkus.oidc.people.token.audience"))
        .isNotBlank()
        .isEqualTo(effective("plumbline.oidc.client-id"));
    assertThat(effective("quarkus.oidc.people.token.issuer"))
        .isNotBlank()
        .isEqualTo(effective("plumbline.oidc.issuer"));
  }

  private static String effective(String name) {
    return ConfigProvider.getConfig().getConfigValue(name).getValue();
  }
}
