package dev.plumbline.api.notifications;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver of mail that speaks as much of RFC 5321 as it takes to be sent a message. */
@WithTestResource(value = MailServer.class, scope = TestResourceScope.GLOBAL)
public class MailServer implements QuarkusTestResourceLifecycleManager {

  private static final List<Received> RECEIVED = new CopyOnWriteArrayList<>();
  private static final String UNKNOWN_PERSON = "nobody@";

  private final ExecutorService sessions = Executors.newCachedThreadPool();
  private ServerSocket socket;

  /**
   * @param message with its headers
   */
  public record Received(String recipient, String message) {}

  public static List<Received> receivedBy(String recipient) {
    return RECEIVED.stream().filter(each -> each.recipient().equals(recipient)).toList();
  }

  @Override
  public Map<String, String> start() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sessions.execute(this::listen);
    return Map.of(
        "plumbline.mail.host",
        "127.0.0.1",
        "plumbline.mail.port",
        String.valueOf(socket.getLocalPort()));
  }

  private void listen() {
    try {
      while (true) {
        Socket client = socket.accept();
        sessions.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // closed: the tests are over
    }
  }

  private static void serve(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
        OutputStream out = client.getOutputStream()) {
      answer(out, "220 test");
      String recipient = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("RCPT TO:")) {
          recipient = line.replaceAll(".*<(.*)>.*", "$1");
          answer(out, recipient.startsWith(UNKNOWN_PERSON) ? "550 no such user" : "250 ok");
        } else if (command.equals("DATA")) {
          answer(out, "354 go on");
          RECEIVED.add(new Received(recipient, message(in)));
          answer(out, "250 kept");
        } else if (command.equals("QUIT")) {
          answer(out, "221 bye");
          return;
        } else {
          answer(out, "250 ok");
        }
      }
    } catch (IOException e) {
      // the sender has left
    }
  }

  private static String message(BufferedReader in) throws IOException {
    StringBuilder message = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      message.append(line).append('\n');
    }
    return message.toString();
  }

  private static void answer(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(ISO_8859_1));
    out.flush();
  }

  @Override
  public void stop() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sessions.shutdownNow();
  }
}
