package dev.plumbline.api.providers.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.plumbline.api.outbound.LoopbackHttp;
import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.api.providers.ProviderAccess;
import dev.plumbline.api.secrets.Secret;
import dev.plumbline.lifecycle.sync.PollResult;
import dev.plumbline.lifecycle.sync.ProviderFeed;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody in between who has a certificate of their own making. */
class UntrustedCertificateTest {

  private static final char[] PASSWORD = "only-for-this-test".toCharArray();

  @TempDir Path directory;

  @Test
  void theKeyIsNotSentToWhoeverNobodyVouchesFor() throws Exception {
    List<String> requests = new ArrayList<>();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestURI().getPath());
          exchange.close();
        });
    server.start();
    try {
      ProviderFeed feed =
          new OpenAiConnector(
                  LoopbackHttp.http(),
                  Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC),
                  pause -> {})
              .open(
                  new ProviderAccess(
                      OutboundAddress.of(
                          "https://127.0.0.1:%d/v1".formatted(server.getAddress().getPort())),
                      Secret.of("sk-0123456789abcdef"),
                      List.of(),
                      Optional.empty()));

      assertThat(feed.snapshot(Set.of()).gap())
          .hasValueSatisfying(
              gap -> {
                assertThat(gap.reason()).isEqualTo(PollResult.Reason.NO_ANSWER);
                assertThat(gap.detail()).containsIgnoringCase("certif");
              });
      assertThat(requests).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  /** Of the right name and valid, so that only trust is missing. */
  private SSLContext selfSigned()
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = directory.resolve("self-signed.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "self",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("SunX509");
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
