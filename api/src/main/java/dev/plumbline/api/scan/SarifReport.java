package dev.plumbline.api.scan;

import dev.plumbline.core.finding.Severity;
import dev.plumbline.lifecycle.scan.Dismissal;
import dev.plumbline.lifecycle.scan.ScanFinding;
import dev.plumbline.lifecycle.scan.ScanRule;
import dev.plumbline.lifecycle.scan.Spot;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scan as SARIF 2.1.0 (OASIS), the form that code hosts read. Maps and lists, ready to be written
 * as JSON.
 */
public record SarifReport(ScanReport report, LocalDate at, String version) {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** The whole document. */
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", SCHEMA);
    document.put("version", "2.1.0");
    document.put("runs", List.of(run()));
    return document;
  }

  private Map<String, Object> run() {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver()));
    run.put("invocations", List.of(invocation()));
    run.put("columnKind", "utf16CodeUnits");
    run.put("results", report.findings().stream().map(this::result).toList());
    run.put("properties", Map.of("at", at.toString(), "files", report.files()));
    return run;
  }

  private Map<String, Object> driver() {
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "plumbline scan");
    driver.put("version", version);
    List<Map<String, Object>> rules = new ArrayList<>();
    for (ScanRule rule : ScanRule.values()) {
      rules.add(rule(rule));
    }
    driver.put("rules", rules);
    return driver;
  }

  private static Map<String, Object> rule(ScanRule rule) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", rule.id());
    one.put("name", camelCase(rule.id()));
    one.put("shortDescription", Map.of("text", rule.title()));
    one.put("fullDescription", Map.of("text", rule.title() + ". " + rule.help()));
    one.put("help", Map.of("text", rule.help()));
    one.put("defaultConfiguration", Map.of("level", level(rule.severity())));
    one.put("properties", Map.of("tags", List.of("models", "lifecycle")));
    return one;
  }

  private static String camelCase(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  private Map<String, Object> invocation() {
    Map<String, Object> invocation = new LinkedHashMap<>();
    invocation.put("executionSuccessful", true);
    List<Map<String, Object>> gaps =
        report.unread().stream().map(SarifReport::notification).toList();
    invocation.put("toolExecutionNotifications", gaps);
    return invocation;
  }

  private static Map<String, Object> notification(Unread unread) {
    return Map.of(
        "level", "warning",
        "message", Map.of("text", "not read: " + unread.reason()),
        "locations",
            List.of(
                Map.of("physicalLocation", Map.of("artifactLocation", artifact(unread.path())))));
  }

  private Map<String, Object> result(ScanFinding finding) {
    FindingView view = new FindingView(finding, at);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", finding.rule().id());
    result.put("ruleIndex", finding.rule().ordinal());
    result.put("level", level(finding.severity()));
    result.put("message", Map.of("text", finding.message()));
    result.put("locations", List.of(location(finding.mention().spot())));
    result.put("partialFingerprints", Map.of("plumblineScan/v1", finding.fingerprint()));
    suppression(finding).ifPresent(it -> result.put("suppressions", List.of(it)));
    result.put("properties", properties(view));
    return result;
  }

  private static Map<String, Object> location(Spot spot) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", spot.line());
    if (spot.cell().isEmpty()) {
      region.put("startColumn", spot.column());
      region.put("endColumn", spot.column() + spot.length());
    }
    Map<String, Object> location = new LinkedHashMap<>();
    location.put(
        "physicalLocation", Map.of("artifactLocation", artifact(spot.path()), "region", region));
    if (spot.cell().isPresent()) {
      location.put(
          "logicalLocations",
          List.of(Map.of("name", "cell " + spot.cell().getAsInt(), "kind", "module")));
    }
    return location;
  }

  private static Map<String, Object> artifact(String path) {
    return Map.of("uri", uri(path), "uriBaseId", "%SRCROOT%");
  }

  /** A relative reference of RFC 3986; the letters, digits and a few marks stay as they are. */
  static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean isPlain = c < 128 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
      uri.append(isPlain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return uri.toString();
  }

  private static Optional<Map<String, Object>> suppression(ScanFinding finding) {
    return finding.dismissal().map(it -> it.match(SUPPRESSION));
  }

  private static final Dismissal.Cases<Map<String, Object>> SUPPRESSION =
      new Dismissal.Cases<>() {
        @Override
        public Map<String, Object> inSource(Dismissal.InSource inSource) {
          return Map.of(
              "kind", "inSource", "status", "accepted", "justification", inSource.reason());
        }

        @Override
        public Map<String, Object> inBaseline() {
          return Map.of(
              "kind", "external", "status", "accepted", "justification", "it is in the baseline");
        }
      };

  private static Map<String, Object> properties(FindingView view) {
    Map<String, Object> properties = new LinkedHashMap<>();
    view.parts()
        .forEach(
            (key, value) -> {
              if (PROPERTIES.contains(key)) {
                properties.put(key, value);
              }
            });
    return properties;
  }

  private static final List<String> PROPERTIES =
      List.of(
          "written",
          "model",
          "provider",
          "kind",
          "usage",
          "live",
          "inference_end",
          "inference_certainty",
          "inference_source",
          "training_end",
          "training_certainty",
          "training_source",
          "alias_target",
          "replacement");

  private static String level(Severity severity) {
    return switch (severity) {
      case INFORMATION -> "note";
      case WARNING -> "warning";
      case ERROR, BLOCKER -> "error";
    };
  }
}
