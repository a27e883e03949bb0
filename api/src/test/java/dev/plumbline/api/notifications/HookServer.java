package dev.plumbline.api.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A receiver of webhooks: answers as it is told, then 200, and keeps what came. */
public final class HookServer implements AutoCloseable {

  /** One request. */
  public record Received(Map<String, List<String>> headers, String body) {

    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }
  }

  private record Answer(int status, Map<String, String> headers) {}

  private final HttpServer server;
  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Answer> answers = new ArrayDeque<>();

  public HookServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
    server.createContext("/", this::take);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  synchronized HookServer answering(int status, Map<String, String> headers) {
    answers.add(new Answer(status, headers));
    return this;
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      received.add(new Received(Map.copyOf(exchange.getRequestHeaders()), body));
      Answer answer = next();
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      exchange.sendResponseHeaders(answer.status(), -1);
    }
  }

  private synchronized Answer next() {
    return answers.isEmpty() ? new Answer(200, Map.of()) : answers.poll();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
