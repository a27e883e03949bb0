package dev.plumbline.api.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.api.outbound.OutboundResult.Answered;
import dev.plumbline.api.outbound.OutboundResult.Failed;
import dev.plumbline.api.outbound.OutboundResult.Refused;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundHttpTest {

  private static final String OK = "HTTP/1.1 200 OK\nContent-Length: 2\nX-Kind: plain\n\nok";
  private static final OutboundLimits LIMITS = new OutboundLimits(Duration.ofSeconds(5), 1_000);

  private static OutboundHttp http(NameLookup names, String... allowed) {
    return new OutboundHttp(
        AddressRules.allowing(List.of(allowed)), names, Set.of(443), Duration.ofSeconds(1));
  }

  private static OutboundResult get(OutboundHttp http, String url) {
    return get(http, url, LIMITS);
  }

  private static OutboundResult get(OutboundHttp http, String url, OutboundLimits limits) {
    return http.send(OutboundRequest.get(OutboundAddress.of(url), Map.of(), limits));
  }

  private static Answered answered(OutboundResult result) {
    assertThat(result).isInstanceOf(Answered.class);
    return (Answered) result;
  }

  @Test
  void anAnswerComesWithStatusHeadersAndBody() throws IOException {
    try (Receiver receiver = Receiver.saying(OK)) {
      ScriptedNames names = new ScriptedNames().then("127.0.0.1");

      Answered answer =
          answered(
              get(http(names, "127.0.0.1"), "http://hook.example:" + receiver.port() + "/a?b=c"));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.findHeader("x-kind")).contains("plain");
      assertThat(answer.body()).asString(UTF_8).isEqualTo("ok");
      assertThat(receiver.heads().get(0))
          .startsWith("GET /a?b=c HTTP/1.1\n")
          .contains("Host: hook.example:" + receiver.port())
          .contains("User-Agent: plumbline\n")
          .doesNotContain("Cookie");
    }
  }

  @Test
  void aNameIsLookedUpOnceAndWhatWasCheckedIsWhatIsConnectedTo() throws IOException {
    try (Receiver receiver = Receiver.saying(OK)) {
      ScriptedNames names = new ScriptedNames().then("127.0.0.1").then("127.0.0.2");

      answered(get(http(names, "127.0.0.1"), "http://rebinding.example:" + receiver.port() + "/"));

      assertThat(names.asked()).containsExactly("rebinding.example");
      assertThat(receiver.heads()).hasSize(1);
    }
  }

  @Test
  void aNameThatLeadsInsideTheNextTimeIsRefusedThen() throws IOException {
    try (Receiver receiver = Receiver.saying(OK)) {
      ScriptedNames names = new ScriptedNames().then("127.0.0.1").then("127.0.0.2", "10.0.0.1");
      OutboundHttp http = http(names, "127.0.0.1");
      String url = "http://rebinding.example:" + receiver.port() + "/secret-path";

      answered(get(http, url));

      assertThat(get(http, url)).isInstanceOf(Refused.class);
      assertThat(get(http, url).toString()).doesNotContain("secret-path");
      assertThat(receiver.heads()).hasSize(1);
    }
  }

  @Test
  void privateAddressesAmongPublicOnesAreLeftOut() throws IOException {
    try (Receiver receiver = Receiver.saying(OK)) {
      ScriptedNames names = new ScriptedNames().then("10.0.0.1", "127.0.0.1", "169.254.169.254");

      answered(get(http(names, "127.0.0.1"), "http://mixed.example:" + receiver.port() + "/"));

      assertThat(receiver.heads()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.1",
        "169.254.169.254",
        "100.64.1.1",
        "::1",
        "fd00::1",
        "fe80::1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "::ffff:10.0.0.1"
      })
  void aNameThatLeadsInsideIsRefused(String address) {
    OutboundHttp http = http(new ScriptedNames().then(address));

    assertThat(get(http, "https://innocent.example/")).isInstanceOf(Refused.class);
    assertThat(http.objection(OutboundAddress.of("https://innocent.example/"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://10.1.2.3/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[fd00:ec2::254]/",
        "http://0.0.0.0/"
      })
  void aLiteralAddressInsideIsRefused(String url) {
    assertThat(get(http(new SystemNames()), url)).isInstanceOf(Refused.class);
  }

  @Test
  void publicAddressesAreReachedByHttpsOnUsualPortsOnly() {
    OutboundHttp http = http(new ScriptedNames().then("1.1.1.1"));

    assertThat(http.objection(OutboundAddress.of("https://a.example/"))).isEmpty();
    assertThat(http.objection(OutboundAddress.of("https://a.example:443/"))).isEmpty();
    assertThat(http.objection(OutboundAddress.of("http://a.example/")))
        .hasValueSatisfying(why -> assertThat(why).contains("https"));
    assertThat(http.objection(OutboundAddress.of("https://a.example:25/")))
        .hasValueSatisfying(why -> assertThat(why).contains("port"));
    assertThat(get(http, "http://a.example/")).isInstanceOf(Refused.class);
    assertThat(get(http, "https://a.example:6379/")).isInstanceOf(Refused.class);
  }

  @Test
  void theSocketItselfRefusesWhateverItIsToldToConnectTo() throws IOException {
    try (Receiver receiver = Receiver.saying(OK);
        Socket socket = new GuardedSockets(AddressRules.allowing(List.of())).createSocket()) {
      assertThatExceptionOfType(RefusedAddressException.class)
          .isThrownBy(
              () -> socket.connect(new InetSocketAddress("127.0.0.1", receiver.port()), 100));
      assertThatExceptionOfType(RefusedAddressException.class)
          .isThrownBy(
              () -> socket.connect(InetSocketAddress.createUnresolved("public.example", 443)));
      assertThat(receiver.heads()).isEmpty();
    }
  }

  @Test
  void noProxyOfTheProcessIsUsed() throws IOException {
    ProxySelector before = ProxySelector.getDefault();
    try (Receiver receiver = Receiver.saying(OK);
        Receiver proxy = Receiver.saying(OK)) {
      ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", proxy.port())));

      answered(
          get(
              http(new ScriptedNames().then("127.0.0.1"), "127.0.0.1"),
              "http://hook.example:" + receiver.port() + "/"));

      assertThat(proxy.heads()).isEmpty();
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsAnAnswerAndIsNotFollowed(int status) throws IOException {
    try (Receiver elsewhere = Receiver.saying(OK);
        Receiver receiver =
            Receiver.saying(
                "HTTP/1.1 %d Elsewhere\nLocation: http://127.0.0.1:%d/\nContent-Length: 0\n\n"
                    .formatted(status, elsewhere.port()))) {
      Answered answer =
          answered(
              get(
                  http(new SystemNames(), "127.0.0.1"),
                  "http://127.0.0.1:" + receiver.port() + "/"));

      assertThat(answer.status()).isEqualTo(status);
      assertThat(elsewhere.heads()).isEmpty();
    }
  }

  @Test
  void anAnswerWithoutEndIsCut() throws IOException {
    try (Receiver receiver =
        new Receiver(
            out -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
              byte[] chunk = new byte[8192];
              while (true) {
                out.write(chunk);
              }
            })) {
      Answered answer =
          answered(
              get(
                  http(new SystemNames(), "127.0.0.1"),
                  "http://127.0.0.1:" + receiver.port() + "/"));

      assertThat(answer.cut()).isTrue();
      assertThat(answer.body()).hasSize(1_000);
    }
  }

  @Test
  void anAnswerThatDripsIsOverWhenTheTimeIs() throws IOException {
    try (Receiver receiver =
        new Receiver(
            out -> {
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n".getBytes(UTF_8));
              CountDownLatch never = new CountDownLatch(1);
              for (int sent = 0; sent < 900; sent++) {
                out.write('.');
                out.flush();
                never.await(20, java.util.concurrent.TimeUnit.MILLISECONDS);
              }
            })) {
      OutboundResult result =
          get(
              http(new SystemNames(), "127.0.0.1"),
              "http://127.0.0.1:" + receiver.port() + "/",
              new OutboundLimits(Duration.ofMillis(300), 1_000));

      assertThat(result).isInstanceOf(Failed.class);
      assertThat(((Failed) result).kind()).isEqualTo(Failed.Kind.TIME);
    }
  }

  @Test
  void aHeadOfEndlessHeadersIsBroken() throws IOException {
    try (Receiver receiver =
        new Receiver(
            out -> {
              out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
              while (true) {
                out.write("X-More: more\r\n".getBytes(UTF_8));
              }
            })) {
      assertThat(
              get(
                  http(new SystemNames(), "127.0.0.1"),
                  "http://127.0.0.1:" + receiver.port() + "/"))
          .isInstanceOf(Failed.class);
    }
  }

  @Test
  void aBodyIsSentOnceEvenIfTheConnectionBreaks() throws IOException {
    try (Receiver receiver = new Receiver(out -> {})) {
      ScriptedNames names = new ScriptedNames().then("127.0.0.1", "127.0.0.1", "127.0.0.1");

      OutboundResult result =
          http(names, "127.0.0.1")
              .send(
                  OutboundRequest.post(
                      OutboundAddress.of("http://hook.example:" + receiver.port() + "/"),
                      Map.of("Authorization", "Bearer s3cret"),
                      new OutboundRequest.Body("application/json", "{}".getBytes(UTF_8)),
                      LIMITS));

      assertThat(result).isInstanceOf(Failed.class);
      assertThat(((Failed) result).kind()).isEqualTo(Failed.Kind.BROKEN);
      assertThat(((Failed) result).isUnsent()).isFalse();
      assertThat(result.toString()).doesNotContain("s3cret");
      assertThat(receiver.heads()).hasSize(1);
      assertThat(receiver.heads().get(0))
          .contains("Authorization: Bearer s3cret\n")
          .contains("Content-Type: application/json\n")
          .contains("Content-Length: 2\n");
    }
  }

  @Test
  void nobodyThereIsAFailureBeforeSending() throws IOException {
    int port;
    try (Receiver receiver = Receiver.saying(OK)) {
      port = receiver.port();
    }

    OutboundResult result =
        get(http(new SystemNames(), "127.0.0.1"), "http://127.0.0.1:" + port + "/");

    assertThat(((Failed) result).kind()).isEqualTo(Failed.Kind.CONNECT);
    assertThat(((Failed) result).isUnsent()).isTrue();
  }

  @Test
  void anUnknownNameIsAFailure() {
    assertThat(get(http(new ScriptedNames()), "https://nowhere.example/"))
        .isEqualTo(
            new Failed(Failed.Kind.NAME, "https://nowhere.example: no address of that name"));
  }

  @Test
  void whatIsNoTlsIsAFailureOfTls() throws IOException {
    try (Receiver receiver = Receiver.saying(OK)) {
      OutboundResult result =
          get(
              http(new SystemNames(), "127.0.0.1"),
              "https://127.0.0.1:" + receiver.port() + "/",
              new OutboundLimits(Duration.ofSeconds(1), 10));

      assertThat(result).isInstanceOf(Failed.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Content-Length", "transfer-encoding", "Connection", "Upgrade"})
  void headersOfTheConnectionItselfAreNotTheCallers(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                OutboundRequest.get(
                    OutboundAddress.of("https://a.example/"), Map.of(name, "x"), LIMITS));
  }

  @Test
  void aLineBreakInAHeaderIsRefusedWithoutItsValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                OutboundRequest.get(
                    OutboundAddress.of("https://a.example/"),
                    Map.of("X-Key", "s3cret\r\nHost: other"),
                    LIMITS))
        .withMessageContaining("X-Key")
        .withMessageNotContaining("s3cret");
  }

  @Test
  void aRequestShowsNeitherPathNorHeadersNorBody() {
    assertThat(
            OutboundRequest.post(
                OutboundAddress.of("https://hooks.example/T/s3cret"),
                Map.of("X-Key", "s3cret"),
                new OutboundRequest.Body("text/plain", "s3cret".getBytes(UTF_8)),
                LIMITS))
        .hasToString("POST https://hooks.example");
  }

  @Test
  void theTimeToWaitIsReadFromSecondsAndFromADate() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    assertThat(waiting("120").retryAfter(clock)).contains(Duration.ofMinutes(2));
    assertThat(waiting("Sat, 21 Nov 2026 10:00:30 GMT").retryAfter(clock))
        .contains(Duration.ofSeconds(30));
    assertThat(waiting("Sat, 21 Nov 2026 09:00:00 GMT").retryAfter(clock)).contains(Duration.ZERO);
    assertThat(waiting("soon").retryAfter(clock)).isEqualTo(Optional.empty());
    assertThat(waiting("-1").retryAfter(clock)).isEqualTo(Optional.empty());
  }

  private static Answered waiting(String header) {
    return new Answered(429, Map.of("retry-after", List.of(header)), new byte[0], false);
  }
}
