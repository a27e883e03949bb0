package dev.plumbline.lifecycle.scan;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a path says about its file.
 *
 * @param role what a model named in it is, unless the text says more; live for code
 */
public record SourceKind(Language language, Role role) {

  /** What a file is for. */
  public enum Role {
    CODE(Usage.LITERAL),
    CONFIGURATION(Usage.CONFIGURATION),
    PROSE(Usage.PROSE),
    CHANGELOG(Usage.CHANGELOG),
    TEST(Usage.TEST),
    LOCK_FILE(Usage.LOCK_FILE),
    RECORDED(Usage.RECORDED);

    private final Usage usage;

    Role(Usage usage) {
      this.usage = usage;
    }

    Usage usage() {
      return usage;
    }

    boolean isLive() {
      return usage.isLive();
    }
  }

  private static final Map<Language, Set<String>> ENDINGS =
      Map.ofEntries(
          Map.entry(
              Language.C_LIKE,
              Set.of(
                  "java",
                  "js",
                  "jsx",
                  "mjs",
                  "cjs",
                  "ts",
                  "tsx",
                  "mts",
                  "cts",
                  "go",
                  "rs",
                  "c",
                  "h",
                  "cc",
                  "cpp",
                  "hpp",
                  "cs",
                  "kt",
                  "kts",
                  "swift",
                  "scala",
                  "php",
                  "dart",
                  "groovy",
                  "gradle",
                  "vue",
                  "svelte",
                  "astro",
                  "m",
                  "mm",
                  "zig",
                  "proto",
                  "css",
                  "scss",
                  "sol",
                  "fs",
                  "jenkinsfile")),
          Map.entry(Language.PYTHON, Set.of("py", "pyi", "pyw", "pyx", "bzl", "star")),
          Map.entry(
              Language.HASH,
              Set.of(
                  "rb", "pl", "pm", "r", "ex", "exs", "jl", "nix", "cr", "rake", "ps1", "psm1",
                  "coffee", "nim", "gemspec", "graphql", "prisma")),
          Map.entry(
              Language.SHELL,
              Set.of(
                  "sh",
                  "bash",
                  "zsh",
                  "fish",
                  "ksh",
                  "mk",
                  "dockerfile",
                  "containerfile",
                  "makefile",
                  "justfile",
                  "procfile",
                  "bat",
                  "cmd",
                  "just")),
          Map.entry(Language.YAML, Set.of("yaml", "yml", "cff", "tpl")),
          Map.entry(
              Language.PROPERTIES,
              Set.of(
                  "properties",
                  "env",
                  "ini",
                  "cfg",
                  "conf",
                  "envrc",
                  "config",
                  "service",
                  "editorconfig")),
          Map.entry(Language.TOML, Set.of("toml")),
          Map.entry(Language.HCL, Set.of("tf", "tfvars", "hcl", "nomad")),
          Map.entry(Language.BICEP, Set.of("bicep", "bicepparam")),
          Map.entry(
              Language.JSON,
              Set.of(
                  "json",
                  "jsonc",
                  "json5",
                  "ipynb",
                  "template",
                  "avsc",
                  "libsonnet",
                  "jsonnet",
                  "code-workspace")),
          Map.entry(Language.DASHES, Set.of("sql", "lua", "hs", "elm", "ada", "adb")),
          Map.entry(
              Language.LISP, Set.of("clj", "cljs", "cljc", "edn", "lisp", "el", "scm", "rkt")),
          Map.entry(
              Language.XML, Set.of("xml", "xaml", "csproj", "fsproj", "props", "plist", "xsd")),
          Map.entry(
              Language.HTML,
              Set.of("html", "htm", "hbs", "erb", "j2", "jinja", "jinja2", "ejs", "qute")));

  private static final Set<Language> CONFIGURATION =
      Set.of(
          Language.YAML,
          Language.PROPERTIES,
          Language.TOML,
          Language.HCL,
          Language.BICEP,
          Language.JSON,
          Language.XML);

  private static final Set<String> RECORDINGS =
      Set.of("csv", "tsv", "jsonl", "ndjson", "log", "svg", "diff", "patch", "out", "har");

  private static final Set<String> PROSE =
      Set.of("md", "mdx", "markdown", "rst", "adoc", "asciidoc", "txt", "org", "tex", "texi", "1");

  private static final Pattern LOCK =
      Pattern.compile(
          "(?:package-lock|npm-shrinkwrap|packages\\.lock)\\.json|pnpm-lock\\.ya?ml|go\\.sum"
              + "|gradle\\.lockfile|bun\\.lockb|\\.terraform\\.lock\\.hcl|.+\\.lock");

  private static final Pattern CHANGELOG =
      Pattern.compile(
          "(?:change[-_]?log|changes|history|news|release[-_]?notes?|releases|upgrading|migrating"
              + "|migration[-_]?guide)(?:[-_.].*)?");

  private static final Pattern TEST_FOLDER =
      Pattern.compile(
          "(?i)(?:.*/)?(?:tests?|__tests__|specs?|fixtures?|__fixtures__|testdata|test[-_]data"
              + "|test[-_]?fixtures|__snapshots__|__mocks__|mocks?|cassettes|testing|integration[-_]?tests?"
              + "|e2e|[^/]+[._-]tests?|[^/]+\\.Tests)/.*");

  private static final Pattern TEST_FILE =
      Pattern.compile(
          "(?:test_.*|.*_test|.*_spec|.*[.-](?:test|spec|cy|stories)|conftest|.*[a-z0-9](?:Test|Tests|Spec|IT))"
              + "\\.[A-Za-z0-9]+|.*\\.snap");

  public SourceKind {
    requireNonNull(language, "language");
    requireNonNull(role, "role");
  }

  /** What a path with slashes says, from the root of the tree on. */
  public static SourceKind of(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    Optional<Language> language = language(name);
    return new SourceKind(language.orElse(Language.PROSE), role(path, name, language));
  }

  /** Whether a file that could not be read is a gap in the answer: code and configuration are. */
  public boolean isRead() {
    return role.isLive();
  }

  /** A cell of a notebook has its own language; the path still says whether it is a test. */
  public SourceKind in(Language cell) {
    if (!role.isLive()) {
      return new SourceKind(cell, role);
    }
    return new SourceKind(cell, cell == Language.PROSE ? Role.PROSE : Role.CODE);
  }

  private static Role role(String path, String name, Optional<Language> language) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (LOCK.matcher(lower).matches()) {
      return Role.LOCK_FILE;
    }
    if (isChangelog(path, lower, language)) {
      return Role.CHANGELOG;
    }
    if (TEST_FILE.matcher(name).matches() || TEST_FOLDER.matcher(path).matches()) {
      return Role.TEST;
    }
    if (RECORDINGS.contains(ending(lower))) {
      return Role.RECORDED;
    }
    return language
        .map(known -> CONFIGURATION.contains(known) ? Role.CONFIGURATION : Role.CODE)
        .orElse(Role.PROSE);
  }

  private static boolean isChangelog(String path, String lower, Optional<Language> language) {
    boolean isText = language.isEmpty() || language.get() == Language.YAML;
    return isText
        && (CHANGELOG.matcher(lower).matches()
            || path.startsWith(".changeset/")
            || path.contains("/.changeset/")
            || path.contains("changelogs/")
            || path.contains("changelog.d/"));
  }

  private static Optional<Language> language(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals(".env") || lower.startsWith(".env.") || lower.endsWith(".env")) {
      return Optional.of(Language.PROPERTIES);
    }
    if (lower.startsWith("dockerfile") || lower.startsWith("makefile")) {
      return Optional.of(Language.SHELL);
    }
    String ending = ending(lower);
    if (PROSE.contains(ending) || RECORDINGS.contains(ending)) {
      return Optional.empty();
    }
    return ENDINGS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(ending))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What stands behind the last dot, or the whole name of a file without one. */
  private static String ending(String lower) {
    return lower.substring(lower.lastIndexOf('.') + 1);
  }
}
