package dev.plumbline.api.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A resolver that answers what it is told, one answer after the other, and counts. */
final class ScriptedNames implements NameLookup {

  private final Deque<List<InetAddress>> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();

  /** The next answer; the last one is repeated. */
  ScriptedNames then(String... addresses) {
    List<InetAddress> answer = new ArrayList<>();
    for (String address : addresses) {
      try {
        answer.add(InetAddress.getByName(address));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(address, e);
      }
    }
    answers.add(answer);
    return this;
  }

  @Override
  public List<InetAddress> addresses(String host) throws UnknownHostException {
    asked.add(host);
    List<InetAddress> answer = answers.size() > 1 ? answers.poll() : answers.peek();
    if (answer == null) {
      throw new UnknownHostException("no address of that name");
    }
    return answer;
  }

  List<String> asked() {
    return asked;
  }
}
