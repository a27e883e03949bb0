package dev.plumbline.api.providers.azure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.providers.Pages;
import dev.plumbline.api.providers.ProviderAccess;
import dev.plumbline.api.providers.ProviderFailureException;
import dev.plumbline.api.providers.TuningJson;
import dev.plumbline.lifecycle.sync.CallOutcome;
import dev.plumbline.lifecycle.sync.ListedDate;
import dev.plumbline.lifecycle.sync.ListedDeployment;
import dev.plumbline.lifecycle.sync.ListedModel;
import dev.plumbline.lifecycle.sync.PollResult;
import dev.plumbline.lifecycle.sync.ProviderFeed;
import dev.plumbline.lifecycle.sync.ProviderSnapshot;
import dev.plumbline.lifecycle.sync.TuningJob;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One account at Azure, read once. A model and its version are one id, joined by a dash as in the
 * names of fine-tunes; the default version of a model is what its bare name means.
 */
final class AzureFeed implements ProviderFeed {

  private static final int MOST_DETAILED = 200;

  private final ProviderAccess access;
  private final AzureAccount account;
  private final Optional<AzureManagement> management;
  private final Clock clock;

  AzureFeed(
      ProviderAccess access,
      AzureAccount account,
      Optional<AzureManagement> management,
      Clock clock) {
    this.access = access;
    this.account = account;
    this.management = management;
    this.clock = clock;
  }

  @Override
  public ProviderSnapshot snapshot(Set<String> settled) {
    Pages pages = new Pages();
    Map<String, ListedModel> models = new TreeMap<>();
    Optional<PollResult.Incomplete> gap = readModels(models, pages);
    boolean shut = gap.map(each -> each.reason() != PollResult.Reason.PAGES).orElse(false);
    Map<String, String> defaults = new TreeMap<>();
    List<ListedDeployment> deployments = new ArrayList<>();
    if (!shut && management.isPresent()) {
      AzureManagement way = management.get();
      Optional<PollResult.Incomplete> other = readManaged(way, models, defaults, pages);
      gap = gap.isPresent() ? gap : other;
      readDeployments(way, deployments, pages);
    }
    return new ProviderSnapshot(
        clock.instant(),
        gap,
        gap.isPresent() ? List.of() : List.copyOf(models.values()),
        shut ? List.of() : jobs(settled, pages),
        deployments,
        defaults,
        pages.gaps());
  }

  private Optional<PollResult.Incomplete> readModels(Map<String, ListedModel> models, Pages pages) {
    try {
      JsonNode list = account.models();
      for (JsonNode each : Pages.array(list)) {
        ListedModel model = model(each);
        models.put(model.id(), model);
      }
      if (list.path("has_more").asBoolean(false)) {
        throw ProviderFailureException.unsound("the list goes on, and has no pages");
      }
      return Optional.empty();
    } catch (ProviderFailureException e) {
      return Optional.of(new PollResult.Incomplete(e.reason(), e.getMessage()));
    }
  }

  private static ListedModel model(JsonNode each) {
    String id =
        TuningJson.text(each, "id")
            .orElseThrow(() -> ProviderFailureException.unsound("a model without an id"));
    JsonNode deprecation = each.path("deprecation");
    return new ListedModel(
        id,
        TuningJson.moment(each.path("created_at")),
        Optional.empty(),
        TuningJson.text(each, "lifecycle_status"),
        TuningJson.moment(deprecation.path("inference")).map(AzureFeed::day),
        TuningJson.moment(deprecation.path("fine_tune")).map(AzureFeed::day));
  }

  private static ListedDate day(Instant moment) {
    return new ListedDate(LocalDate.ofInstant(moment, ZoneOffset.UTC), true);
  }

  /** Both lists make the whole: without the one, models of it would seem to be gone. */
  private static Optional<PollResult.Incomplete> readManaged(
      AzureManagement way,
      Map<String, ListedModel> models,
      Map<String, String> defaults,
      Pages pages) {
    try {
      way.models().forEach(each -> addManaged(each, models, defaults, pages));
      return Optional.empty();
    } catch (ProviderFailureException e) {
      return Optional.of(
          new PollResult.Incomplete(
              PollResult.Reason.PAGES, "models of the management: " + e.getMessage()));
    }
  }

  private static void readDeployments(
      AzureManagement way, List<ListedDeployment> deployments, Pages pages) {
    try {
      way.deployments().forEach(each -> deployment(each).ifPresent(deployments::add));
    } catch (ProviderFailureException e) {
      pages.gap("deployments of the management", e.getMessage());
    }
  }

  /**
   * The management knows whether a date may still move; its entry about a model that the account
   * lists too replaces that one's dates.
   */
  private static void addManaged(
      JsonNode each, Map<String, ListedModel> models, Map<String, String> defaults, Pages pages) {
    JsonNode model = each.has("model") ? each.path("model") : each;
    Optional<String> name = TuningJson.text(model, "name");
    Optional<String> version = TuningJson.text(model, "version");
    if (name.isEmpty() || version.isEmpty()) {
      pages.odd("a model of the management", "it has no name or no version");
      return;
    }
    String id = name.get().contains(".ft-") ? name.get() : name.get() + "-" + version.get();
    JsonNode deprecation = model.path("deprecation");
    boolean firm = !deprecation.path("deprecationStatus").asText("").equals("Tentative");
    ListedModel listed = models.getOrDefault(id, ListedModel.of(id));
    models.put(
        id,
        new ListedModel(
            id,
            listed.createdAt(),
            listed.owner(),
            TuningJson.text(model, "lifecycleStatus").or(listed::stage),
            date(id, deprecation, "inference", firm, pages).or(listed::inferenceEnd),
            date(id, deprecation, "fineTune", firm, pages).or(listed::trainingEnd)));
    if (model.path("isDefaultVersion").asBoolean(false)) {
      defaults.put(name.get(), id);
    }
  }

  private static Optional<ListedDate> date(
      String id, JsonNode deprecation, String clock, boolean firm, Pages pages) {
    return TuningJson.text(deprecation, clock)
        .flatMap(
            text -> {
              try {
                LocalDate day =
                    text.length() == 10
                        ? LocalDate.parse(text)
                        : OffsetDateTime.parse(text)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDate();
                return Optional.of(new ListedDate(day, firm));
              } catch (DateTimeParseException e) {
                pages.odd(id, "its deprecation is no day");
                return Optional.empty();
              }
            });
  }

  /** A deployment without a setting for upgrades follows once its version has expired. */
  private static Optional<ListedDeployment> deployment(JsonNode each) {
    JsonNode model = each.path("properties").path("model");
    Optional<String> id = TuningJson.text(each, "id");
    Optional<String> name = TuningJson.text(each, "name");
    Optional<String> served = TuningJson.text(model, "name");
    if (id.isEmpty() || name.isEmpty() || served.isEmpty()) {
      return Optional.empty();
    }
    boolean tuned = served.get().contains(".ft-");
    String version = TuningJson.text(model, "version").map(text -> "-" + text).orElse("");
    return Optional.of(
        new ListedDeployment(
            id.get(),
            name.get(),
            tuned ? served.get() : served.get() + version,
            TuningJson.text(each.path("sku"), "name"),
            TuningJson.text(each.path("properties"), "versionUpgradeOption")
                .or(() -> Optional.of("OnceCurrentVersionExpired"))));
  }

  private List<TuningJob> jobs(Set<String> settled, Pages pages) {
    List<TuningJob> jobs = new ArrayList<>();
    int detailed = 0;
    for (JsonNode job : pages.all("fine-tuning jobs", account::jobs)) {
      String id = job.path("id").asText("");
      boolean details = !settled.contains(id) && detailed < MOST_DETAILED;
      detailed += details ? 1 : 0;
      TuningJson.job(
              job,
              details ? checkpoints(id, pages) : List.of(),
              details ? events(id, pages) : List.of())
          .ifPresentOrElse(
              jobs::add, () -> pages.odd("a fine-tuning job", "it has no id, model or time"));
    }
    return jobs;
  }

  private List<TuningJob.Checkpoint> checkpoints(String job, Pages pages) {
    return pages.all("checkpoints of " + job, after -> account.checkpoints(job, after)).stream()
        .flatMap(each -> TuningJson.checkpoint(each, List.of()).stream())
        .toList();
  }

  private List<TuningJob.Event> events(String job, Pages pages) {
    try {
      List<TuningJob.Event> events = new ArrayList<>();
      Pages.array(account.events(job, Optional.empty()))
          .forEach(each -> TuningJson.event(each).ifPresent(events::add));
      return events;
    } catch (ProviderFailureException e) {
      pages.gap("events of " + job, e.getMessage());
      return List.of();
    }
  }

  /**
   * What is called at Azure is a deployment, so the account is asked for the model itself, which
   * costs nothing. One that is deprecated answers calls with 410.
   */
  @Override
  public Answer call(String model) {
    try {
      boolean ended =
          account.model(model).path("lifecycle_status").asText("").equalsIgnoreCase("deprecated");
      return Answer.of(ended ? CallOutcome.RETIRED : CallOutcome.ANSWERED);
    } catch (ProviderFailureException e) {
      return Answer.of(e.status() == 404 ? CallOutcome.NOT_FOUND : e.outcome());
    }
  }
}
