package dev.plumbline.api.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Somebody at the other end of a connection, who may be as rude as a test wants. */
final class Receiver implements AutoCloseable {

  /** What is done with a connection after the head of a request was read. */
  interface Manners {
    void answer(OutputStream out) throws Exception;
  }

  private final ServerSocket socket;
  private final List<String> heads = Collections.synchronizedList(new ArrayList<>());
  private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

  Receiver(Manners manners) throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(() -> serve(manners), "receiver");
    thread.setDaemon(true);
    thread.start();
  }

  static Receiver saying(String answer) throws IOException {
    return new Receiver(
        out -> {
          out.write(answer.replace("\n", "\r\n").getBytes(ISO_8859_1));
          out.flush();
        });
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Heads of the requests that arrived. */
  List<String> heads() {
    return List.copyOf(heads);
  }

  private void serve(Manners manners) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        open.add(connection);
        Thread thread = new Thread(() -> answer(connection, manners), "receiver");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket connection, Manners manners) {
    try (connection) {
      heads.add(head(connection));
      manners.answer(connection.getOutputStream());
    } catch (Exception e) {
      // the other side has hung up, which is what many a test is about
    }
  }

  private static String head(Socket connection) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
    StringBuilder head = new StringBuilder();
    for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : List.copyOf(open)) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
