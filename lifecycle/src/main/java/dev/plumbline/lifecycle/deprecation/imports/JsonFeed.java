package dev.plumbline.lifecycle.deprecation.imports;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.Evidence;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.Statement;
import dev.plumbline.lifecycle.deprecation.Subject;
import dev.plumbline.lifecycle.deprecation.imports.FlatObjects.FlatObject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A public collection of dates: an array of objects with provider, model and shutdown date under
 * one of the names that such collections use.
 */
final class JsonFeed {

  private static final Map<String, String> PROVIDERS =
      Map.of(
          "google", "google-gemini-api",
          "google-gemini", "google-gemini-api",
          "google-vertex-ai", "google-vertex",
          "azure-foundry", "azure",
          "microsoft-azure", "azure",
          "amazon-bedrock", "bedrock",
          "mistral-ai", "mistral");
  private static final Pattern NOT_A_KEY = Pattern.compile("[^a-z0-9]+");

  /** Azure's names end with a version: a day, or a short number. */
  private static final Pattern VERSIONED = Pattern.compile(".*-(\\d{4}-\\d{2}-\\d{2}|\\d{1,4})");

  private final Reading reading;

  JsonFeed(Reading reading) {
    this.reading = reading;
  }

  void read() {
    try {
      FlatObjects.read(reading.document().text()).forEach(this::read);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          reading.document().name() + " is no JSON that can be read: " + e.getMessage(), e);
    }
  }

  private void read(FlatObject object) {
    Optional<Provider> provider = first(object, "provider", "vendor").flatMap(JsonFeed::provider);
    Optional<String> model = first(object, "model_id", "model", "id", "api_id");
    if (provider.isEmpty() || model.isEmpty() || !ModelCell.isId(model.get())) {
      reading.hold(
          reading.document().at(object.line(), "model_id"),
          "NO_MODEL_ID",
          "'"
              + model.orElse("")
              + "' of '"
              + first(object, "provider").orElse("")
              + "' is no model",
          "add it by hand if it is one");
      return;
    }
    if (provider.get().equals(Provider.AZURE) && !VERSIONED.matcher(model.get()).matches()) {
      reading.refuse(
          reading.document().at(object.line(), "model_id"),
          "VERSION_MISSING",
          "'" + model.get() + "' has no version, and each version has a date of its own",
          "enter the date by hand with the version it is for");
      return;
    }
    date(object).ifPresent(date -> state(object, provider.get(), model.get(), date));
  }

  private Optional<DateText> date(FlatObject object) {
    String text =
        first(object, "shutdown_date", "retirement_date", "shutdown", "inference_end").orElse("");
    Optional<DateText> date = DateText.parse(text);
    var where = reading.document().at(object.line(), "shutdown_date");
    if (date.isEmpty()) {
      reading.refuse(where, "NO_DATE", "'" + text + "' is no date", "enter the row by hand as CSV");
    } else if (date.get().day().isPresent() && date.get().day().equals(announced(object))) {
      reading.refuse(
          where,
          "ANNOUNCEMENT_AS_SHUTDOWN",
          "the shutdown is the day of the announcement, " + date.get().day().get(),
          "look at the provider's page");
      return Optional.empty();
    }
    return date;
  }

  private void state(FlatObject object, Provider provider, String model, DateText date) {
    var statement =
        new Statement(
            date.day(),
            date.certainty(ClaimCertainty.SECONDARY),
            announced(object),
            first(object, "replacement_models", "replacement", "recommended_replacement")
                .flatMap(ModelCell::replacement));
    boolean family = provider.equals(Provider.OPENAI) && model.startsWith("ft-");
    var subject =
        family
            ? new Subject(provider, Subject.Kind.FAMILY, model.substring("ft-".length()))
            : new Subject(provider, Subject.Kind.BASE, model);
    reading.state(
        object.line(),
        new DateClaim(
            ClaimKey.everywhere(subject, LifeClock.INFERENCE), statement, evidence(object)));
  }

  /** A collection says of each row when it last saw it. */
  private Evidence evidence(FlatObject object) {
    Evidence whole = reading.evidence();
    Optional<LocalDate> seen =
        first(object, "last_observed", "seen_at", "scraped_at").flatMap(DateText::firstIn);
    return new Evidence(
        whole.document(), whole.source(), seen.or(whole::seenAt), whole.recordedAt(), false);
  }

  private static Optional<LocalDate> announced(FlatObject object) {
    return first(object, "announcement_date", "announced", "deprecation_announced")
        .flatMap(DateText::firstIn);
  }

  private static Optional<String> first(FlatObject object, String... names) {
    return Stream.of(names)
        .flatMap(name -> Optional.ofNullable(object.texts().get(name)).stream())
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static Optional<Provider> provider(String name) {
    String key = NOT_A_KEY.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    List<String> spellings = List.of(PROVIDERS.getOrDefault(key, key));
    return spellings.stream()
        .filter(text -> text.matches("[a-z].*[a-z0-9]"))
        .map(Provider::of)
        .findFirst();
  }
}
