package dev.plumbline.api.providers.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * OpenAI on this machine: real HTTP, pages, limits, failures, and a time of its own through which a
 * test moves it. Every request and every answer is checked against the description; look at {@link
 * #objections} in the end.
 */
public final class OpenAiSimulator implements AutoCloseable {

  /** What goes wrong with the next requests, one each. */
  public enum Fault {
    /** 429 that asks to wait a second. */
    BUSY,
    SERVER_ERROR,
    /** The connection ends before an answer. */
    DROP,
    /** The connection ends in the middle of the answer. */
    CUT,
    /** Half of the JSON, as if that were all. */
    HALF,
    /** The last page says that another one follows, and is it itself. */
    ENDLESS,
    NOTHING
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Description description = new Description();
  private final SimulatedAccount account = new SimulatedAccount();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final List<String> objections = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private final TreeMap<Instant, List<Runnable>> ahead = new TreeMap<>();
  private final Map<String, ChatModel> models = new TreeMap<>();
  private final boolean azure;
  private Consumer<Duration> time = passed -> {};
  private int pageSize = 100;
  private boolean offline;

  public OpenAiSimulator() throws IOException {
    this(false);
  }

  private OpenAiSimulator(boolean azure) throws IOException {
    this.azure = azure;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(path() + "/", this::handle);
    server.start();
  }

  /**
   * An account at Azure, by the interface without versions: models are names of deployments, and
   * the key comes in either header.
   */
  public static OpenAiSimulator azure() throws IOException {
    return new OpenAiSimulator(true);
  }

  private String path() {
    return azure ? "/openai/v1" : "/v1";
  }

  /** The address of an account: at Azure the resource, elsewhere where the interface begins. */
  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + (azure ? "" : path());
  }

  /** Told how long each answer takes; without it answers take no time. */
  public synchronized void timePasses(Consumer<Duration> passing) {
    time = passing;
  }

  /** Whether every connection breaks from now on. */
  public synchronized void offline(boolean broken) {
    offline = broken;
  }

  /** What is in the account; changed by the test. */
  public SimulatedAccount account() {
    return account;
  }

  /** Something that happens once time has come that far. */
  public synchronized void at(Instant moment, Runnable change) {
    ahead.computeIfAbsent(moment, each -> new ArrayList<>()).add(change);
  }

  public synchronized void moveTo(Instant moment) {
    var past = ahead.headMap(moment, true);
    past.values().forEach(changes -> changes.forEach(Runnable::run));
    past.clear();
  }

  /** Lets a model answer in its own way; another one under the same name is a swap. */
  public synchronized void behave(String model, ChatModel chat) {
    models.put(model, chat);
  }

  /** Items in a page, at most, whatever is asked for. */
  public synchronized void pagesOf(int items) {
    pageSize = items;
  }

  public synchronized void next(Fault... some) {
    faults.addAll(List.of(some));
  }

  /** What requests or answers broke the description. */
  public synchronized List<String> objections() {
    return List.copyOf(objections);
  }

  /** Method and path of every request. */
  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(path().length());
    byte[] sent = exchange.getRequestBody().readAllBytes();
    Reply reply;
    Fault fault;
    synchronized (this) {
      requests.add(exchange.getRequestMethod() + " " + path);
      fault = offline ? Fault.DROP : faults.isEmpty() ? Fault.NOTHING : faults.poll();
      reply = answer(exchange, path, sent, fault);
    }
    send(exchange, reply, fault);
  }

  private record Reply(int status, JsonNode body) {}

  /** A 400 with its reason. */
  record Refusal(String code, String parameter, String message) {}

  private Reply answer(HttpExchange exchange, String path, byte[] sent, Fault fault)
      throws IOException {
    Map<String, String> query = query(exchange);
    Optional<JsonNode> operation = description.operation(exchange.getRequestMethod(), path);
    if (operation.isEmpty()) {
      objections.add("not described: " + exchange.getRequestMethod() + " " + path);
      return refusal(404, "unknown_url", "Unknown request URL");
    }
    objections.addAll(description.objectionsToQuery(operation.get(), query));
    Reply reply = reply(exchange, path, query, sent, fault, operation.get());
    objections.addAll(
        description.objectionsToAnswer(operation.get(), reply.status(), reply.body()));
    return reply;
  }

  private Reply reply(
      HttpExchange exchange,
      String path,
      Map<String, String> query,
      byte[] sent,
      Fault fault,
      JsonNode operation)
      throws IOException {
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    String header = exchange.getRequestHeaders().getFirst("api-key");
    if (!("Bearer " + account.key()).equals(bearer) && !(azure && account.key().equals(header))) {
      return refusal(401, "invalid_api_key", "Incorrect API key provided");
    }
    if (fault == Fault.BUSY) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      return refusal(429, "rate_limit_exceeded", "Rate limit reached");
    }
    if (fault == Fault.SERVER_ERROR) {
      return refusal(503, "", "The server is overloaded");
    }
    if (path.equals("/chat/completions")) {
      JsonNode body = JSON.readTree(sent);
      objections.addAll(description.objectionsToBody(operation, body));
      return call(body.path("model").asText(), body);
    }
    return path.startsWith("/files/") ? file(exchange, path) : listed(path, query, fault);
  }

  private Reply file(HttpExchange exchange, String path) {
    if (account.filesFail()) {
      exchange.getResponseHeaders().set("X-Should-Retry", "false");
      return refusal(503, "", "The server is overloaded");
    }
    String id = path.split("/", -1)[2];
    return account
        .file(id)
        .map(text -> new Reply(200, JSON.getNodeFactory().textNode(text)))
        .orElseGet(() -> refusal(404, "", "No such File object: " + id));
  }

  private Reply listed(String path, Map<String, String> query, Fault fault) {
    if (path.equals("/models")) {
      ObjectNode list = JSON.createObjectNode().put("object", "list");
      list.putArray("data").addAll(account.listed());
      return new Reply(200, list);
    }
    String[] parts = path.split("/", -1);
    if (path.equals("/fine_tuning/jobs")) {
      return page(account.jobs(), query, fault);
    }
    if (path.endsWith("/events")) {
      return page(account.events(parts[3]), query, fault);
    }
    if (path.endsWith("/checkpoints")) {
      return page(account.checkpoints(parts[3]), query, fault);
    }
    return account.permissionsOpen()
        ? page(account.permissions(parts[3]), query, fault)
        : refusal(403, "insufficient_permissions", "You need an admin key");
  }

  private Reply page(List<ObjectNode> all, Map<String, String> query, Fault fault) {
    int limit = Math.min(pageSize, Integer.parseInt(query.getOrDefault("limit", "20")));
    int start = 0;
    String after = query.get("after");
    for (int at = 0; after != null && at < all.size(); at++) {
      start = all.get(at).path("id").asText().equals(after) ? at + 1 : start;
    }
    int end = Math.min(all.size(), start + limit);
    boolean endless = fault == Fault.ENDLESS;
    List<ObjectNode> some =
        endless ? all.subList(0, Math.min(limit, all.size())) : all.subList(start, end);
    ObjectNode list = JSON.createObjectNode().put("object", "list");
    ArrayNode data = list.putArray("data");
    some.forEach(data::add);
    list.put("has_more", endless || end < all.size());
    return new Reply(200, list);
  }

  private Reply call(String model, JsonNode request) {
    String resolved = account.meaningOf(model);
    boolean served =
        account.isAlive(resolved)
            && Optional.ofNullable(models.get(resolved)).map(ChatModel::isAlive).orElse(true);
    if (!served) {
      return refusal(
          404,
          "model_not_found",
          "The model `%s` does not exist or you do not have access to it.".formatted(model));
    }
    ChatModel chat = models.get(resolved);
    if (chat != null) {
      time.accept(chat.time());
      return chat.refusal(request)
          .map(why -> refusal(400, why.code(), why.message(), why.parameter()))
          .orElseGet(() -> new Reply(200, chat.answer(request)));
    }
    ObjectNode answer =
        JSON.createObjectNode()
            .put("id", "chatcmpl-1")
            .put("object", "chat.completion")
            .put("created", 1_795_132_800L)
            .put("model", resolved);
    ObjectNode choice = answer.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "length").putNull("logprobs");
    choice.putObject("message").put("role", "assistant").put("content", "Ho").putNull("refusal");
    answer
        .putObject("usage")
        .put("prompt_tokens", 8)
        .put("completion_tokens", 1)
        .put("total_tokens", 9);
    return new Reply(200, answer);
  }

  private static Reply refusal(int status, String code, String message, String parameter) {
    Reply reply = refusal(status, code, message);
    ((ObjectNode) reply.body().path("error")).put("param", parameter);
    return reply;
  }

  private static Reply refusal(int status, String code, String message) {
    ObjectNode body = JSON.createObjectNode();
    ObjectNode error = body.putObject("error");
    error.put("message", message).put("type", "invalid_request_error").putNull("param");
    if (code.isEmpty()) {
      error.putNull("code");
    } else {
      error.put("code", code);
    }
    return new Reply(status, body);
  }

  private static void send(HttpExchange exchange, Reply reply, Fault fault) throws IOException {
    boolean file = reply.body().isTextual();
    byte[] whole = (file ? reply.body().asText() : reply.body().toString()).getBytes(UTF_8);
    if (fault == Fault.DROP) {
      exchange.getResponseBody().close();
      exchange.close();
      return;
    }
    int sent = fault == Fault.CUT || fault == Fault.HALF ? whole.length / 2 : whole.length;
    exchange
        .getResponseHeaders()
        .set("Content-Type", file ? "application/octet-stream" : "application/json");
    exchange.sendResponseHeaders(reply.status(), fault == Fault.CUT ? whole.length : sent);
    exchange.getResponseBody().write(whole, 0, sent);
    exchange.close();
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new TreeMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        query.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
      }
    }
    return query;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
