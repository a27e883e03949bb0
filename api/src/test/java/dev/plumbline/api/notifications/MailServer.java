package dev.plumbline.api.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A small SMTP server that takes everything and keeps it. */
public final class MailServer implements AutoCloseable {

  /** A mail as it came over the wire. */
  public record Received(String to, String text) {}

  private final ServerSocket socket;
  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());

  public MailServer() throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(this::serve, "mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return socket.getLocalPort();
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread thread = new Thread(() -> talk(connection), "mail-server");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void talk(Socket connection) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
      OutputStream out = connection.getOutputStream();
      say(out, "220 here");
      String to = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.substring(0, Math.min(4, line.length())).toUpperCase();
        switch (verb) {
          case "RCPT" -> {
            to = line.replaceAll(".*<(.*)>.*", "$1");
            say(out, "250 ok");
          }
          case "DATA" -> {
            say(out, "354 go on");
            received.add(new Received(to, data(in)));
            say(out, "250 ok");
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 ok");
        }
      }
    } catch (IOException e) {
      // the other side is gone
    }
  }

  private static String data(BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
