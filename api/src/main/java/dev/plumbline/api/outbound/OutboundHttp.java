package dev.plumbline.api.outbound;

import dev.plumbline.api.outbound.OutboundResult.Failed.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Sends requests to addresses that others gave us.
 *
 * <p>A name is looked up once. Addresses that are private, local or otherwise special are dropped
 * unless the operator allows them, and the connection goes to one of those that are left: there is
 * no second look-up that could answer something else. Redirects are answers and are not followed,
 * cookies are not kept, no proxy is used, and a body is sent at most once.
 */
@ApplicationScoped
public class OutboundHttp {

  private final AddressRules rules;
  private final NameLookup names;
  private final Set<Integer> ports;
  private final OkHttpClient client;

  @Inject
  OutboundHttp(OutboundConfig config) {
    this(
        AddressRules.allowing(config.allow().orElse(List.of())),
        new SystemNames(),
        Set.copyOf(config.ports()),
        config.connectTime());
  }

  OutboundHttp(AddressRules rules, NameLookup names, Set<Integer> ports, Duration timeToConnect) {
    this.rules = rules;
    this.names = names;
    this.ports = ports;
    this.client =
        new OkHttpClient.Builder()
            .socketFactory(new GuardedSockets(rules))
            .proxy(Proxy.NO_PROXY)
            .protocols(List.of(Protocol.HTTP_1_1)) // HTTP/2 shares connections between names
            .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
            .followRedirects(false)
            .followSslRedirects(false)
            .cookieJar(CookieJar.NO_COOKIES)
            .connectTimeout(timeToConnect)
            .build();
  }

  /** Waits for the answer; never throws for what the other side does. */
  public OutboundResult send(OutboundRequest request) {
    long start = System.nanoTime();
    try {
      List<InetAddress> checked = checked(request.address());
      Duration left = request.limits().total().minusNanos(System.nanoTime() - start);
      if (left.toMillis() <= 0) {
        return new OutboundResult.Failed(Kind.NAME, "the name servers took all the time");
      }
      return answer(client(request, checked, left), request);
    } catch (RefusedAddressException e) {
      return new OutboundResult.Refused(
          "%s is not connected to: %s".formatted(request.address(), e.getMessage()));
    } catch (IOException e) {
      return new OutboundResult.Failed(
          kind(e), "%s: %s".formatted(request.address(), words(kind(e))));
    }
  }

  /**
   * Why the address is not connected to as things are now; empty when it may be. For a hint to
   * whoever enters it: it is checked again with every request.
   */
  public Optional<String> objection(OutboundAddress address) {
    try {
      checked(address);
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of(e.getMessage());
    }
  }

  private List<InetAddress> checked(OutboundAddress address) throws UnknownHostException {
    List<InetAddress> found = names.addresses(address.url().host());
    List<InetAddress> permitted =
        found.stream().filter(each -> rules.reach(each) != AddressRules.Reach.REFUSED).toList();
    if (permitted.isEmpty()) {
      throw new RefusedAddressException(
          "it leads to an address that is not public; the operator can allow it by"
              + " plumbline.outbound.allow");
    }
    List<InetAddress> usable =
        permitted.stream().filter(each -> isUsual(address) || isAllowed(each)).toList();
    if (usable.isEmpty()) {
      throw new RefusedAddressException(
          address.isEncrypted()
              ? "its port is not one of " + ports
              : "https:// is needed for public addresses");
    }
    return usable;
  }

  private boolean isUsual(OutboundAddress address) {
    return address.isEncrypted() && ports.contains(address.url().port());
  }

  private boolean isAllowed(InetAddress address) {
    return rules.reach(address) == AddressRules.Reach.ALLOWED;
  }

  /** A literal in the address is not looked up; it is the one that was checked all the same. */
  private OkHttpClient client(OutboundRequest request, List<InetAddress> checked, Duration left) {
    return client
        .newBuilder()
        .dns(
            host -> {
              if (!host.equals(request.address().url().host())) {
                throw new RefusedAddressException("it is not the name that was checked");
              }
              return checked;
            })
        .callTimeout(left)
        .readTimeout(left)
        .writeTimeout(left)
        .build();
  }

  private static OutboundResult answer(OkHttpClient client, OutboundRequest request)
      throws IOException {
    Request.Builder builder =
        new Request.Builder()
            .url(request.address().url())
            .method(request.method(), SentOnce.of(request).orElse(null))
            .header("User-Agent", "plumbline")
            .header("Accept-Encoding", "identity");
    request.headers().forEach(builder::header);
    try (Response response = client.newCall(builder.build()).execute()) {
      byte[] read = read(response.body(), request.limits().bytes());
      boolean cut = read.length > request.limits().bytes();
      return new OutboundResult.Answered(
          response.code(),
          response.headers().toMultimap(),
          cut ? Arrays.copyOf(read, request.limits().bytes()) : read,
          cut);
    }
  }

  /** One more byte than the limit when there is more. */
  private static byte[] read(ResponseBody body, int most) throws IOException {
    try (InputStream bytes = body.byteStream()) {
      return bytes.readNBytes(most + 1);
    }
  }

  private static Kind kind(IOException failure) {
    if (failure instanceof UnknownHostException) {
      return Kind.NAME;
    }
    if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
      return Kind.TLS;
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return Kind.CONNECT;
    }
    return failure instanceof InterruptedIOException ? Kind.TIME : Kind.BROKEN;
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case NAME -> "no address of that name";
      case CONNECT -> "nobody takes connections there";
      case TLS -> "no certificate that is trusted for that name, or no common protocol";
      case TIME -> "no complete answer in time";
      case BROKEN -> "the connection broke off, or what came was not HTTP";
    };
  }
}
