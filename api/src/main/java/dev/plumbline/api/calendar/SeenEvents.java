package dev.plumbline.api.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.deprecations.DateEvent;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.syncs.SyncEvent;
import dev.plumbline.api.syncs.SyncReadings;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.feed.AtomEntry;
import dev.plumbline.lifecycle.deprecation.moves.Urgency;
import dev.plumbline.lifecycle.registry.ModelIds;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was seen at providers, for feeds: presence of models, what aliases mean, and models that
 * outlive their day. Moves of dates are read in documents and are not of these.
 */
@ApplicationScoped
class SeenEvents {

  private static final int MOST = 2_000;

  private final SyncReadings readings;
  private final Calendars calendars;
  private final UsedModels used;
  private final ModelIds ids = ModelIds.bundled();

  SeenEvents(SyncReadings readings, Calendars calendars, UsedModels used) {
    this.readings = readings;
    this.calendars = calendars;
    this.used = used;
  }

  /** In no order; none of it is about the end of training. */
  List<AtomEntry> of(Organisation organisation, CalendarQuery query) {
    if (query.clock().filter(LifeClock.TRAINING::equals).isPresent()) {
      return List.of();
    }
    Predicate<ModelKey> wanted = wanted(organisation, query);
    Urgency least = query.severity().orElse(Urgency.INFORMATION);
    Stream<AtomEntry> noticed =
        noticed(organisation, wanted)
            .filter(each -> urgency(each.event()).compareTo(least) >= 0)
            .map(SeenEvents::entry);
    Stream<AtomEntry> sightings =
        calendars.eventsSeenSince(organisation, LocalDate.EPOCH).stream()
            .filter(DateEvent::isSighting)
            .filter(event -> event.severity().compareTo(least) >= 0)
            .filter(event -> isWanted(wanted, event.provider(), event.model()))
            .map(SeenEvents::entry);
    return Stream.concat(noticed, sightings).toList();
  }

  /** The newest things that syncs found about some models. */
  Stream<SyncReadings.Noticed> noticed(Organisation organisation, Predicate<ModelKey> wanted) {
    return readings.noticed(organisation, Instant.EPOCH, MOST).stream()
        .filter(each -> isWanted(wanted, each.provider(), each.event().subject()));
  }

  static boolean isWanted(Predicate<ModelKey> wanted, Provider provider, String model) {
    return ModelKey.find(provider, model).filter(wanted).isPresent();
  }

  /** Which models a query is about, whatever their days. */
  Predicate<ModelKey> wanted(Organisation organisation, CalendarQuery query) {
    Predicate<ModelKey> wanted = key -> query.provider().map(key.provider()::equals).orElse(true);
    if (query.model().isPresent()) {
      Predicate<ModelId> named = Selection.named(query.model().get());
      wanted = wanted.and(key -> ids.find(key).filter(named).isPresent());
    }
    if (query.isOfUsed()) {
      List<ModelKey> ours =
          used.of(organisation, query.owner()).stream()
              .flatMap(model -> ModelKey.find(model.provider(), model.canonical()).stream())
              .toList();
      wanted = wanted.and(ours::contains);
    }
    return wanted;
  }

  private static AtomEntry entry(SyncReadings.Noticed noticed) {
    SyncEvent event = noticed.event();
    return new AtomEntry(
        id(event),
        event.at(),
        "%s %s: %s".formatted(noticed.provider().key(), event.subject(), words(event)),
        categories(event.kind(), noticed.provider().key(), urgency(event)),
        Stream.of(
                Optional.of("Seen at the account " + noticed.account() + "."),
                event.effect().map(effect -> "Prices: " + effect + "."))
            .flatMap(Optional::stream)
            .toList());
  }

  static UUID id(SyncEvent event) {
    String identity =
        String.join(
            "\n",
            event.account().toString(),
            event.at().toString(),
            event.kind(),
            event.subject(),
            event.after().orElse(""));
    return UUID.nameUUIDFromBytes(identity.getBytes(UTF_8));
  }

  private static String words(SyncEvent event) {
    if (event.isAliasMove()) {
      return "means "
          + event.after().orElse("?")
          + event.before().map(", before "::concat).orElse("");
    }
    return switch (event.kind()) {
      case "model.appeared" -> "is listed for the first time";
      case "model.reappeared" -> "is there again";
      case "model.missing" -> "is missing from the lists";
      case "model.unlisted_alive" -> "is not listed any more, but still answers";
      case "model.retired_as_planned" -> "was ended as planned";
      case "model.gone_early" -> "is gone before any day that was known";
      case "model.listed_dead" -> "is listed, but cannot be called";
      case "model.recovered" -> "is listed again";
      case "model.no_access" -> "is out of reach of our key";
      default -> event.kind();
    };
  }

  private static AtomEntry entry(DateEvent event) {
    String seen =
        event.kind().equals(DateEvent.PASSED_ALIVE)
            ? "still answers, although its day %s is over"
            : "is still listed, although its day %s is over";
    return new AtomEntry(
        event.id(),
        event.seenOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
        "%s %s: %s"
            .formatted(
                event.provider().key(),
                event.model(),
                seen.formatted(event.now().map(LocalDate::toString).orElse(""))),
        categories(event.kind(), event.provider().key(), event.severity()),
        event.source().map(name -> "Source of the day: " + name).stream().toList());
  }

  static Map<String, String> categories(String kind, String provider, Urgency urgency) {
    Map<String, String> categories = new LinkedHashMap<>();
    categories.put("event", kind);
    categories.put("provider", provider);
    categories.put("urgency", urgency.name().toLowerCase(Locale.ROOT));
    return categories;
  }

  private static Urgency urgency(SyncEvent event) {
    return switch (event.weight()) {
      case INFO -> Urgency.INFORMATION;
      case WARNING -> Urgency.WARNING;
      case CRITICAL -> Urgency.CRITICAL;
    };
  }
}
