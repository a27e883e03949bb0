package dev.plumbline.api.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Settings that somebody may have reasons for, and should know the price of. */
final class DangerousSettings {

  private static final Pattern DATABASE = Pattern.compile("jdbc:postgresql://([^/?]+)(?:[/?].*)?");

  private final Function<String, Optional<String>> settings;
  private final List<String> warnings = new ArrayList<>();

  private DangerousSettings(Function<String, Optional<String>> settings) {
    this.settings = settings;
  }

  /** One sentence for each, with what to do. */
  static List<String> in(Function<String, Optional<String>> settings) {
    DangerousSettings seen = new DangerousSettings(settings);
    seen.lookAtSwitches();
    seen.lookAtProxies();
    seen.lookAtAddresses();
    seen.lookAtDatabase();
    return List.copyOf(seen.warnings);
  }

  private void lookAtSwitches() {
    warnIf(
        is("quarkus.http.cors.enabled", "true"),
        "quarkus.http.cors.enabled = true: pages of other sites may use the HTTP interface in the"
            + " name of whoever looks at them; leave it off, or allow single origins");
    warnIf(
        is("quarkus.http.enable-decompression", "true"),
        "quarkus.http.enable-decompression = true: a small body can unpack to more than memory"
            + " holds; leave it off");
    warnIf(
        is("quarkus.http.auth.proactive", "false"),
        "quarkus.http.auth.proactive = false: open addresses no longer know who asks; leave it on");
    warnIf(
        is("quarkus.tls.trust-all", "true"),
        "quarkus.tls.trust-all = true: everybody in between can pose as the sign-in provider; give"
            + " its certificate in quarkus.tls.trust-store instead");
    warnIf(
        is("plumbline.mail.encryption", "none") && text("plumbline.mail.username").isPresent(),
        "plumbline.mail.encryption = none: the password of the mail server travels in the clear; use"
            + " start-tls or tls");
  }

  private void lookAtProxies() {
    String trusted = text("quarkus.http.proxy.trusted-proxies").orElse("");
    warnIf(
        is("quarkus.http.proxy.proxy-address-forwarding", "true")
            && (trusted.isBlank() || trusted.contains("0.0.0.0/0") || trusted.contains("::/0")),
        "quarkus.http.proxy.proxy-address-forwarding = true for everybody: whoever asks can claim"
            + " any address; name your proxies in quarkus.http.proxy.trusted-proxies");
  }

  private void lookAtAddresses() {
    String host = text("quarkus.http.host").orElse("127.0.0.1");
    warnIf(
        !ConfigChecks.isLoopback(host) && !hasTls(),
        "listening on %s without TLS: passwords and tokens travel in the clear, and browsers keep the"
                .formatted(host)
            + " session cookie over https only, so nobody can sign in from another machine; put a"
            + " proxy with https in front and set plumbline.base-url to its https address, or set"
            + " quarkus.http.ssl.certificate.files and quarkus.http.ssl.certificate.key-files");
    String management = text("quarkus.management.host").orElse("127.0.0.1");
    warnIf(
        !ConfigChecks.isLoopback(management),
        "health and metrics listen on %s and ask nobody to sign in; let only your monitoring reach them"
            .formatted(management));
  }

  private boolean hasTls() {
    boolean ownCertificate =
        Stream.of(
                "quarkus.http.ssl.certificate.files",
                "quarkus.http.ssl.certificate.key-store-file",
                "quarkus.http.tls-configuration-name")
            .anyMatch(name -> text(name).isPresent());
    return ownCertificate
        || text("plumbline.base-url").filter(url -> url.startsWith("https://")).isPresent();
  }

  private void lookAtDatabase() {
    String url = text("quarkus.datasource.jdbc.url").orElse("");
    Matcher parts = DATABASE.matcher(url);
    if (!parts.matches() || url.contains("sslmode=verify-full")) {
      return;
    }
    Stream.of(parts.group(1).split(","))
        .map(host -> host.replaceFirst(":\\d+$", ""))
        .filter(host -> !ConfigChecks.isLoopback(host))
        .findFirst()
        .ifPresent(
            host ->
                warnings.add(
                    ("the connection to the database on %s does not check who answers: add"
                            + " sslmode=verify-full and sslrootcert to quarkus.datasource.jdbc.url")
                        .formatted(host)));
  }

  private boolean is(String name, String value) {
    return text(name).filter(value::equalsIgnoreCase).isPresent();
  }

  private Optional<String> text(String name) {
    return settings.apply(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  private void warnIf(boolean condition, String warning) {
    if (condition) {
      warnings.add(warning);
    }
  }
}
