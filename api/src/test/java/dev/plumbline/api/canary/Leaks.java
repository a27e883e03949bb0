package dev.plumbline.api.canary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Secrets that the suite knows, and where one of them was seen. Tests are loaded by several class
 * loaders; what they share is therefore kept by the one handler of the log.
 */
public final class Leaks {

  private static final int SHORTEST = 16;

  private Leaks() {}

  /** From now on this is a secret too, also in what was logged before. */
  public static void learn(String kind, String secret) {
    if (secret.length() >= SHORTEST
        && isRandom(secret)
        && known().putIfAbsent(secret, kind) == null) {
      logged().stream()
          .filter(text -> text.contains(secret))
          .forEach(text -> found().add(kind + " in the log: " + shortened(text)));
    }
  }

  /** A cookie of zeros, as a test sends it, is in every log. */
  private static boolean isRandom(String secret) {
    return secret.chars().distinct().count() > 4;
  }

  /** Remembers a record of the log, and whether a secret is in it. */
  static void log(String text) {
    logged().add(text);
    kindsIn(text).forEach(kind -> found().add(kind + " in the log: " + shortened(text)));
  }

  /**
   * Fails with the first secret in the text.
   *
   * @param allowed kinds that are shown there once, and nowhere else
   */
  public static void look(String where, String text, Set<String> allowed) {
    List<String> kinds = kindsIn(text).stream().filter(kind -> !allowed.contains(kind)).toList();
    if (!kinds.isEmpty()) {
      throw new AssertionError(kinds + " in " + where);
    }
  }

  public static void look(String where, String text) {
    look(where, text, Set.of());
  }

  static List<String> kindsIn(String text) {
    List<String> kinds = new ArrayList<>();
    for (Canary canary : Canary.values()) {
      if (text.contains(canary.text())) {
        kinds.add(canary.name());
      }
    }
    if (text.contains(Canary.MARK) && kinds.isEmpty()) {
      kinds.add("a part of a canary");
    }
    if (text.contains(Canary.masterKeyLine().split(" ")[1])) {
      kinds.add(Canary.MASTER_KEY.name());
    }
    known().forEach((secret, kind) -> addIf(text.contains(secret), kind, kinds));
    return kinds;
  }

  private static void addIf(boolean condition, String kind, List<String> kinds) {
    if (condition) {
      kinds.add(kind);
    }
  }

  /** Fails when something was logged that must not be, and forgets it: it is told once. */
  static void assertNothingLogged() {
    List<String> all = List.copyOf(found());
    found().clear();
    if (!all.isEmpty()) {
      throw new AssertionError("secrets were seen: " + all);
    }
  }

  /** A token and a session's id that the server has made: nothing like them is ever stored. */
  static Map<String, String> samples() {
    Map<String, String> samples = new ConcurrentHashMap<>();
    known().forEach((secret, kind) -> samples.putIfAbsent(kind, secret));
    samples.keySet().retainAll(Set.of("TOKEN_SECRET", "SESSION_ID"));
    return samples;
  }

  static int loggedRecords() {
    return logged().size();
  }

  private static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> known() {
    return (Map<String, String>) LogWatch.shared().get("known");
  }

  @SuppressWarnings("unchecked")
  private static List<String> found() {
    return (List<String>) LogWatch.shared().get("found");
  }

  @SuppressWarnings("unchecked")
  private static Queue<String> logged() {
    return (Queue<String>) LogWatch.shared().get("logged");
  }
}
