package dev.plumbline.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Accessibility checkers do not see into a canvas, so the chart colours are measured here. */
class ColoursTest {

  private static final Pattern BLOCK = Pattern.compile("([^{}]+)\\{([^}]*)}");
  private static final Pattern COLOUR =
      Pattern.compile("(--[a-z0-9-]+):\\s*#([0-9a-f]{6})\\s*;", Pattern.CASE_INSENSITIVE);

  @Test
  void everyChartColourStandsOutFromItsBackgroundInBothThemes() {
    for (String theme : new String[] {"light", "dark"}) {
      Map<String, String> colours = coloursOf(theme);
      for (String name : new String[] {"1", "2", "3", "4", "5", "mark", "axis"}) {
        assertThat(contrast(colours.get("--chart-" + name), colours.get("--surface")))
            .as("%s --chart-%s", theme, name)
            .isGreaterThanOrEqualTo(3.0);
      }
    }
  }

  @Test
  void everyTextColourIsReadableOnItsBackgroundInBothThemes() {
    String[][] pairs = {
      {"--bs-body-color", "--bs-body-bg"},
      {"--bs-body-color", "--surface"},
      {"--bs-secondary-color", "--surface"},
      {"--bs-secondary-color", "--bs-body-bg"},
      {"--bs-secondary-color", "--surface-sunken"},
      {"--bs-secondary-color", "--accent-wash"},
      {"--chart-text", "--surface"},
      {"--bs-link-color", "--surface"},
      {"--good", "--good-wash"},
      {"--care", "--care-wash"},
      {"--bad", "--bad-wash"},
      {"--bad", "--surface"},
      {"--accent-strong", "--accent-wash"},
      {"--accent-ink", "--accent"}
    };
    for (String theme : new String[] {"light", "dark"}) {
      Map<String, String> colours = coloursOf(theme);
      for (String[] pair : pairs) {
        assertThat(contrast(colours.get(pair[0]), colours.get(pair[1])))
            .as("%s %s on %s", theme, pair[0], pair[1])
            .isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  @Test
  void bordersOfControlsAndTheFocusRingCanBeSeen() {
    for (String theme : new String[] {"light", "dark"}) {
      Map<String, String> colours = coloursOf(theme);
      for (String name : new String[] {"--control-border", "--focus"}) {
        assertThat(contrast(colours.get(name), colours.get("--surface")))
            .as("%s %s", theme, name)
            .isGreaterThanOrEqualTo(3.0);
      }
    }
  }

  @Test
  void blackOnWhiteHasTheLargestContrast() {
    assertThat(contrast("000000", "ffffff")).isEqualTo(21.0); // by definition of WCAG
  }

  /** The variables of a theme; what the dark one does not set it takes over from the light one. */
  private static Map<String, String> coloursOf(String theme) {
    Map<String, String> colours = new HashMap<>();
    Matcher blocks = BLOCK.matcher(css());
    while (blocks.find()) {
      if (blocks.group(1).contains(":root") || blocks.group(1).contains("\"" + theme + "\"")) {
        Matcher colour = COLOUR.matcher(blocks.group(2));
        while (colour.find()) {
          colours.put(colour.group(1), colour.group(2));
        }
      }
    }
    return colours;
  }

  private static String css() {
    try (InputStream in = ColoursTest.class.getResourceAsStream("/web/app/tokens.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * linear(hex, 0) + 0.7152 * linear(hex, 2) + 0.0722 * linear(hex, 4);
  }

  private static double linear(String hex, int at) {
    double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
