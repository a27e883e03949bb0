package dev.plumbline.api.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How PostgreSQL, which refuses root, is started.
 *
 * @param name the way, as it can be asked for by {@code plumbline.database.run-as}
 * @param prefix words in front of the command
 * @param owner the account that must own the database's files; empty when it is our own
 */
record RunAs(String name, List<String> prefix, Optional<Account> owner) {

  /** A line of {@code /etc/passwd}. */
  record Account(String name, int uid, int gid) {}

  private static final Duration PROBE_LIMIT = Duration.ofSeconds(10);

  RunAs {
    prefix = List.copyOf(prefix);
  }

  /**
   * The first way that works here: directly unless we are root; then a user namespace, which leaves
   * the files ours; then another account.
   *
   * @param wish one way by name, or {@code auto}
   */
  static RunAs choose(String wish) {
    if (Ownership.number(Path.of("/proc/self"), "unix:uid") != 0) {
      return new RunAs("direct", List.of(), Optional.empty());
    }
    return ways()
        .filter(way -> wish.equals("auto") || wish.equals(way.name()))
        .filter(RunAs::works)
        .findFirst()
        .orElseThrow(
            () ->
                new DatabaseException(
                    "PostgreSQL refuses to run as root, and no way to run it as somebody else works here "
                        + "(tried unshare, setpriv, runuser, su); either start Plumbline as a normal user, "
                        + "or set quarkus.datasource.jdbc.url to a PostgreSQL of your own"));
  }

  private static Stream<RunAs> ways() {
    RunAs unshare = new RunAs("unshare", List.of("unshare", "--user"), Optional.empty());
    return Stream.concat(Stream.of(unshare), account().stream().flatMap(RunAs::waysOf));
  }

  private static Stream<RunAs> waysOf(Account account) {
    String uid = "--reuid=" + account.uid();
    String gid = "--regid=" + account.gid();
    Optional<Account> owner = Optional.of(account);
    return Stream.of(
        new RunAs("setpriv", List.of("setpriv", uid, gid, "--clear-groups"), owner),
        new RunAs("runuser", List.of("runuser", "-u", account.name(), "--"), owner),
        new RunAs(
            "su",
            List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", account.name(), "--"),
            owner));
  }

  /** Whether a program runs this way, and as somebody who has a name, which initdb asks for. */
  private boolean works() {
    try {
      Command.Outcome id = new Command(wrap("id", "-un"), Path.of("/"), PROBE_LIMIT).run();
      return id.succeeded() && !id.text().equals("root");
    } catch (DatabaseException e) {
      return false; // the program is not installed
    }
  }

  List<String> wrap(String... command) {
    List<String> words = new ArrayList<>(prefix);
    words.addAll(List.of(command));
    return words;
  }

  /** Whether the account may enter every directory on the way; our own account always may. */
  boolean reaches(Path path) {
    return owner.isEmpty()
        || new Command(wrap("test", "-x", path.toString()), Path.of("/"), PROBE_LIMIT)
            .run()
            .succeeded();
  }

  private static Optional<Account> account() {
    try (Stream<String> lines = Files.lines(Path.of("/etc/passwd"))) {
      List<String[]> rows = lines.map(line -> line.split(":", -1)).toList();
      return Stream.of("plumbline", "nobody")
          .flatMap(name -> rows.stream().filter(row -> row.length > 3 && row[0].equals(name)))
          .map(row -> new Account(row[0], Integer.parseInt(row[2]), Integer.parseInt(row[3])))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
