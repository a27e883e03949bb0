package dev.plumbline.api.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An OpenID Connect provider in the tests' own process. It behaves, PKCE included, until a test
 * tells it what to put into the next ID token.
 */
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
public class TestIssuer implements QuarkusTestResourceLifecycleManager {

  static final String CLIENT = "plumbline-tests";
  private static final String CLIENT_SECRET =
      "a-secret-of-the-tests-that-is-long-enough-0123456789";
  private static final String KEY_ID = "first";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder URL_ENCODER = Base64.getUrlEncoder().withoutPadding();

  private static final KeyPair KEYS = keys();
  private static final KeyPair STRANGE_KEYS = keys();

  /** What was asked at the authorization endpoint, by the code that was given out. */
  private static final Map<String, Map<String, String>> ASKED = new ConcurrentHashMap<>();

  private static volatile Consumer<Draft> next = draft -> {};
  private static volatile Consumer<String> watcher = token -> {};
  private static HttpServer server;

  /** An ID token before it is signed: what a test may spoil. */
  static final class Draft {
    final ObjectNode header = JSON.createObjectNode();
    final ObjectNode claims = JSON.createObjectNode();
    UnaryOperator<String> signature = text -> sign(text, KEYS.getPrivate());

    void unsigned() {
      header.put("alg", "none").remove("kid");
      signature = text -> "";
    }

    void signedByAStranger() {
      signature = text -> sign(text, STRANGE_KEYS.getPrivate());
    }

    /** The public key is known to everybody; here it serves as the secret of a shared key. */
    void signedWithThePublicKey() {
      header.put("alg", "HS256");
      signature = text -> hmac(text, KEYS.getPublic().getEncoded());
    }
  }

  /** Applies to all tokens from now on. */
  static void next(Consumer<Draft> change) {
    next = change;
  }

  /** Shows every token that is given out. */
  static void signed(Consumer<String> observer) {
    watcher = observer;
  }

  static String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/keys", this::keySet);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
    return Map.of(
        "plumbline.oidc.enabled", "true",
        "plumbline.oidc.issuer", address(),
        "plumbline.oidc.client-id", CLIENT,
        "plumbline.oidc.client-secret", CLIENT_SECRET,
        "plumbline.oidc.label", "the tests' provider",
        "plumbline.oidc.roles.planners", "planner",
        "plumbline.oidc.roles.admins", "admin",
        "plumbline.oidc.organisation-claim", "organisation");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private void discovery(HttpExchange exchange) throws IOException {
    ObjectNode metadata = JSON.createObjectNode();
    metadata.put("issuer", address());
    metadata.put("authorization_endpoint", address() + "/authorize");
    metadata.put("token_endpoint", address() + "/token");
    metadata.put("jwks_uri", address() + "/keys");
    answer(exchange, 200, metadata);
  }

  private void keySet(HttpExchange exchange) throws IOException {
    RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
    ObjectNode set = JSON.createObjectNode();
    set.putArray("keys")
        .addObject()
        .put("kty", "RSA")
        .put("use", "sig")
        .put("alg", "RS256")
        .put("kid", KEY_ID)
        .put("n", number(key.getModulus()))
        .put("e", number(key.getPublicExponent()));
    answer(exchange, 200, set);
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    ASKED.put(code, asked);
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  /** A code is good once, for the client that can prove that it asked for it. */
  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> given =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> asked = ASKED.remove(given.getOrDefault("code", ""));
    if (asked == null
        || !"S256".equals(asked.get("code_challenge_method"))
        || !challenge(given.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))
        || !isOurClient(exchange)) {
      answer(exchange, 400, JSON.createObjectNode().put("error", "invalid_grant"));
      return;
    }
    ObjectNode tokens = JSON.createObjectNode();
    tokens.put("access_token", "opaque").put("token_type", "Bearer").put("expires_in", 300);
    tokens.put("id_token", idToken(asked.get("nonce")));
    answer(exchange, 200, tokens);
  }

  private static boolean isOurClient(HttpExchange exchange) {
    String credentials = CLIENT + ":" + CLIENT_SECRET;
    String expected =
        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static String idToken(String nonce) {
    Instant now = Instant.now();
    Draft draft = new Draft();
    draft.header.put("alg", "RS256").put("kid", KEY_ID).put("typ", "JWT");
    draft
        .claims
        .put("iss", address())
        .put("aud", CLIENT)
        .put("sub", "somebody")
        .put("iat", now.getEpochSecond())
        .put("exp", now.plusSeconds(300).getEpochSecond())
        .put("nonce", nonce);
    next.accept(draft);
    String text = part(draft.header) + "." + part(draft.claims);
    String token = text + "." + draft.signature.apply(text);
    watcher.accept(token);
    return token;
  }

  private static String part(JsonNode json) {
    return URL_ENCODER.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String sign(String text, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return URL_ENCODER.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String challenge(String verifier) {
    try {
      return URL_ENCODER.encodeToString(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hmac(String text, byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return URL_ENCODER.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int zeros = bytes[0] == 0 ? 1 : 0;
    return URL_ENCODER.encodeToString(java.util.Arrays.copyOfRange(bytes, zeros, bytes.length));
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> found = new HashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      found.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return found;
  }

  private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
