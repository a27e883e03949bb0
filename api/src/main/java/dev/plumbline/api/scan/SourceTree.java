package dev.plumbline.api.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a folder that are worth reading, in the order of their paths. Links are never
 * followed, so the walk stays in the folder.
 *
 * <p>Paths are from the root of the repository, the folder with {@code .git}; without one from the
 * working directory, or else from the folder that was named. Ignored is what the {@code .gitignore}
 * files of the repository and {@code .git/info/exclude} say; settings of one machine do not count.
 */
final class SourceTree {

  /** A file with its path from the root. */
  record Listed(Path file, String path, long bytes) {}

  /** What a walk found. */
  record Listing(List<Listed> files, List<Unread> unread, Map<PassedOver, Integer> passedOver) {}

  private static final int DEEPEST = 64;

  private static final Set<String> METADATA = Set.of(".git", ".hg", ".svn", ".jj");

  private static final Set<String> VENDORED =
      Set.of(
          "node_modules",
          "bower_components",
          "jspm_packages",
          "vendor",
          "third_party",
          ".venv",
          "venv",
          "site-packages",
          "target",
          "dist",
          "build",
          ".tox",
          ".nox",
          ".gradle",
          ".idea",
          ".terraform",
          "Pods",
          "Carthage",
          ".next",
          ".nuxt",
          "__pycache__",
          ".mypy_cache",
          ".pytest_cache",
          ".ruff_cache",
          ".eggs",
          ".yarn",
          ".pnpm-store",
          ".cache",
          ".dart_tool",
          ".bundle",
          "DerivedData",
          ".serverless",
          ".aws-sam",
          "cdk.out",
          "coverage");

  private static final List<String> IGNORE_FILES = List.of(".gitignore", ".plumblineignore");

  private final TreeOptions options;
  private final Path base;
  private final boolean isRepository;
  private final IgnoreRules excludes;
  private final Deque<IgnoreRules> rules = new ArrayDeque<>();
  private final List<Listed> files = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();
  private final Map<PassedOver, Integer> passedOver = new EnumMap<>(PassedOver.class);

  private SourceTree(TreeOptions options, Path start, Path workingDirectory) {
    this.options = options;
    this.excludes = IgnoreRules.of("", options.excludes());
    Optional<Path> repository = repository(start);
    this.isRepository = repository.isPresent();
    Path folder = Files.isDirectory(start) ? start : start.getParent();
    this.base =
        repository.orElseGet(() -> start.startsWith(workingDirectory) ? workingDirectory : folder);
  }

  /**
   * Lists a file or a folder that exists.
   *
   * @param start absolute, without links
   */
  static Listing list(TreeOptions options, Path start, Path workingDirectory) throws IOException {
    SourceTree tree = new SourceTree(options, start, workingDirectory);
    if (Files.isDirectory(start)) {
      tree.readRulesAbove(start);
      Files.walkFileTree(
          start,
          EnumSet.noneOf(java.nio.file.FileVisitOption.class),
          DEEPEST,
          tree.new Walk(start));
    } else {
      tree.files.add(new Listed(start, tree.path(start), Files.size(start)));
    }
    tree.files.sort(java.util.Comparator.comparing(Listed::path));
    return new Listing(tree.files, tree.unread, tree.passedOver);
  }

  private static Optional<Path> repository(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  /** From the root of the repository down to the folder above the start. */
  private void readRulesAbove(Path start) {
    if (!isRepository) {
      return;
    }
    readRules(base, List.of(".git/info/exclude"));
    List<Path> above = new ArrayList<>();
    for (Path folder = start; !folder.equals(base); folder = folder.getParent()) {
      above.add(folder.getParent());
    }
    Collections.reverse(above);
    above.forEach(folder -> readRules(folder, IGNORE_FILES));
  }

  private int readRules(Path folder, List<String> names) {
    int read = 0;
    for (String name : names) {
      Path file = folder.resolve(name);
      if (!options.readsIgnored() && Files.isRegularFile(file)) {
        try {
          String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
          rules.push(IgnoreRules.of(path(folder), text.lines().toList()));
          read++;
        } catch (IOException e) {
          unread.add(new Unread(path(file), reason(e)));
        }
      }
    }
    return read;
  }

  private String path(Path file) {
    return base.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private boolean isIgnored(String path, boolean isFolder) {
    if (excludes.decide(path, isFolder).orElse(false)) {
      return true;
    }
    for (IgnoreRules each : rules) {
      Optional<Boolean> decision = each.decide(path, isFolder);
      if (decision.isPresent()) {
        return decision.get();
      }
    }
    return false;
  }

  private void passOver(PassedOver reason) {
    passedOver.merge(reason, 1, Integer::sum);
  }

  static String reason(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof java.nio.file.NoSuchFileException
        ? "it is gone"
        : String.valueOf(e.getMessage());
  }

  /** Goes through the folders; the rules of a folder are on the stack while it is inside. */
  private final class Walk extends SimpleFileVisitor<Path> {

    private final Path start;
    private final Deque<Integer> rulesOfFolders = new ArrayDeque<>();

    Walk(Path start) {
      this.start = start;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(start)) {
        String name = folder.getFileName().toString();
        if (METADATA.contains(name)) {
          return FileVisitResult.SKIP_SUBTREE;
        }
        if (!options.readsVendored() && isVendored(folder, name)) {
          passOver(PassedOver.VENDORED);
          return FileVisitResult.SKIP_SUBTREE;
        }
        if (isIgnored(path(folder), true)) {
          passOver(PassedOver.IGNORED);
          return FileVisitResult.SKIP_SUBTREE;
        }
      }
      rulesOfFolders.push(readRules(folder, IGNORE_FILES));
      return FileVisitResult.CONTINUE;
    }

    private boolean isVendored(Path folder, String name) {
      return VENDORED.contains(name)
          || name.endsWith(".egg-info")
          || Files.exists(folder.resolve("pyvenv.cfg"));
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
      for (int i = rulesOfFolders.pop(); i > 0; i--) {
        rules.pop();
      }
      if (failure != null) {
        unread.add(new Unread(path(folder), reason(failure)));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!attributes.isRegularFile()) {
        passOnLinkOrFolder(file, attributes);
        return FileVisitResult.CONTINUE;
      }
      String path = path(file);
      if (isIgnored(path, false)) {
        passOver(PassedOver.IGNORED);
        return FileVisitResult.CONTINUE;
      }
      if (files.size() >= options.mostFiles()) {
        unread.add(
            new Unread(path, "it and all behind it: more than %,d files".formatted(files.size())));
        return FileVisitResult.TERMINATE;
      }
      files.add(new Listed(file, path, attributes.size()));
      return FileVisitResult.CONTINUE;
    }

    /** A folder comes here only where the walk may go no deeper. */
    private void passOnLinkOrFolder(Path file, BasicFileAttributes attributes) {
      if (attributes.isDirectory()) {
        unread.add(new Unread(path(file), "it is deeper than %d folders".formatted(DEEPEST)));
      } else {
        passOver(PassedOver.LINK);
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      unread.add(new Unread(path(file), reason(failure)));
      return FileVisitResult.CONTINUE;
    }
  }

  /** The absolute path without links, where that can be said. */
  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }
}
