package dev.plumbline.pricing.tokens;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.core.tokens.TokenCount.Precision;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * The documented image rules. They change between editions of the provider's guide, so each belongs
 * to a document; {@code gpt-4.1-mini@2025-doc} asks for an older one.
 */
public final class ImageRules {

  private static final Pattern WITH_DOCUMENT = Pattern.compile("(.+)@(\\d{4})-doc");
  private static final Pattern SNAPSHOT = Pattern.compile("(.+)-\\d{4}-\\d{2}-\\d{2}");
  private static final String USUAL_DETAIL = "high";

  private final List<Row> rows;

  private ImageRules(List<Row> rows) {
    this.rows = rows.stream().sorted(Comparator.comparing(Row::document).reversed()).toList();
  }

  /** The rules that ship in this jar. */
  public static ImageRules bundled() {
    return Bundled.RULES;
  }

  /**
   * The tokens of one image.
   *
   * @param model base model, snapshot or fine-tuned name, with {@code @YYYY-doc} for an old guide
   * @param detail low, high, original or auto; auto means high unless a document says otherwise
   */
  public ImageAnswer tokensOf(String model, ImageSize size, String detail) {
    requireNonNull(size, "size");
    return find(model, detail)
        .<ImageAnswer>map(row -> row.answer(size, detail))
        .orElseGet(() -> unknown(model, detail));
  }

  /** The tokens of an image of unknown size, where the rule does not ask for it. */
  public ImageAnswer tokensOfAnySize(String model, String detail) {
    return find(model, detail)
        .filter(row -> row.rule(detail) instanceof ImageRule.Flat)
        .<ImageAnswer>map(row -> row.answer(new ImageSize(1, 1), detail))
        .orElseGet(
            () -> new ImageAnswer.Unknown("the size of the image decides, and it is not known"));
  }

  private Optional<Row> find(String model, String detail) {
    Matcher dated = WITH_DOCUMENT.matcher(model);
    boolean olderGuide = dated.matches();
    String name = baseOf(olderGuide ? dated.group(1) : model);
    List<Row> candidates =
        rows.stream()
            .filter(row -> row.model().equals(name))
            .filter(row -> !olderGuide || row.document().equals(dated.group(2)))
            .toList();
    return withDetail(candidates, detail)
        .or(() -> detail.equals("auto") ? withDetail(candidates, USUAL_DETAIL) : Optional.empty());
  }

  private static Optional<Row> withDetail(List<Row> candidates, String detail) {
    return candidates.stream().filter(row -> row.details().contains(detail)).findFirst();
  }

  private static String baseOf(String model) {
    String base = BaseNames.baseOf(model);
    Matcher snapshot = SNAPSHOT.matcher(base);
    return snapshot.matches() ? snapshot.group(1) : base;
  }

  private ImageAnswer unknown(String model, String detail) {
    return new ImageAnswer.Unknown(
        "no document gives the image tokens of the model '%s' with detail '%s'"
            .formatted(model, detail));
  }

  private record Row(
      String model, String document, List<String> details, Figures figures, String source) {

    static Row of(CSVRecord line) {
      return new Row(
          line.get("model"),
          line.get("document"),
          List.of(line.get("details").split("\\|")),
          Figures.of(line),
          line.get("source"));
    }

    ImageRule rule(String detail) {
      return figures.rule(detail.equals("low"));
    }

    ImageAnswer answer(ImageSize size, String detail) {
      long tokens = rule(detail).tokens(size);
      boolean asDocumented = details.contains(detail) && figures.precision() == Precision.EXACT;
      return new ImageAnswer.Counted(
          asDocumented ? TokenCount.exact(tokens) : TokenCount.estimated(tokens), source);
    }
  }

  private record Figures(
      boolean tiles,
      long base,
      long tile,
      long longest,
      long budget,
      long hundredths,
      Precision precision) {

    static Figures of(CSVRecord line) {
      return new Figures(
          line.get("kind").equals("tile"),
          whole(line.get("base")),
          whole(line.get("tile")),
          whole(line.get("longest")),
          whole(line.get("budget")),
          hundredths(line.get("multiplier")),
          Precision.valueOf(line.get("precision").toUpperCase(Locale.ROOT)));
    }

    ImageRule rule(boolean low) {
      if (!tiles) {
        return new ImageRule.Patch(longest, budget, hundredths);
      }
      return low ? new ImageRule.Flat(base) : new ImageRule.Tile(base, tile, longest);
    }

    private static long whole(String text) {
      return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private static long hundredths(String text) {
      return text.isEmpty() ? 0 : new java.math.BigDecimal(text).movePointRight(2).longValueExact();
    }
  }

  private static final class Bundled {
    static final ImageRules RULES =
        new ImageRules(FactTable.read("image_rules.csv").stream().map(Row::of).toList());
  }
}
