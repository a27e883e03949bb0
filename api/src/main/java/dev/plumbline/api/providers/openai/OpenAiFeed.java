package dev.plumbline.api.providers.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.providers.Pages;
import dev.plumbline.api.providers.ProviderAccess;
import dev.plumbline.api.providers.ProviderFailureException;
import dev.plumbline.api.providers.TuningJson;
import dev.plumbline.lifecycle.sync.CallOutcome;
import dev.plumbline.lifecycle.sync.JobFile;
import dev.plumbline.lifecycle.sync.ListedDate;
import dev.plumbline.lifecycle.sync.ListedModel;
import dev.plumbline.lifecycle.sync.PollResult;
import dev.plumbline.lifecycle.sync.ProviderFeed;
import dev.plumbline.lifecycle.sync.ProviderSnapshot;
import dev.plumbline.lifecycle.sync.TuningJob;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One account at OpenAI, read once. */
final class OpenAiFeed implements ProviderFeed {

  /** Jobs of which checkpoints and events are read in one run; the others come with the next. */
  private static final int MOST_DETAILED = 200;

  private static final int MOST_EVENTS = 2_000;

  private final OpenAiSession session;
  private final ProviderAccess access;
  private final Clock clock;

  /** An ordinary key may not ask who may use a checkpoint; it is asked once and not for each. */
  private boolean permissionsOpen = true;

  OpenAiFeed(OpenAiSession session, ProviderAccess access, Clock clock) {
    this.session = session;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public ProviderSnapshot snapshot(Set<String> settled) {
    Pages pages = new Pages();
    List<ListedModel> models = new ArrayList<>();
    Optional<PollResult.Incomplete> gap = readModels(models, pages);
    boolean shut = gap.map(each -> each.reason() != PollResult.Reason.PAGES).orElse(false);
    return new ProviderSnapshot(
        clock.instant(),
        gap,
        models,
        shut ? List.of() : jobs(settled, pages),
        List.of(),
        shut ? Map.of() : resolutions(pages),
        pages.gaps());
  }

  private Optional<PollResult.Incomplete> readModels(List<ListedModel> models, Pages pages) {
    try {
      JsonNode list = session.models();
      for (JsonNode each : Pages.array(list)) {
        models.add(model(each, pages));
      }
      if (list.path("has_more").asBoolean(false)) {
        throw ProviderFailureException.unsound("the list goes on, and has no pages");
      }
      long distinct = models.stream().map(ListedModel::id).distinct().count();
      if (distinct < models.size()) {
        throw ProviderFailureException.unsound("the list has models twice");
      }
      return Optional.empty();
    } catch (ProviderFailureException e) {
      models.clear();
      return Optional.of(new PollResult.Incomplete(e.reason(), e.getMessage()));
    }
  }

  private static ListedModel model(JsonNode each, Pages pages) {
    String id =
        TuningJson.text(each, "id")
            .orElseThrow(() -> ProviderFailureException.unsound("a model without an id"));
    return new ListedModel(
        id,
        TuningJson.moment(each.path("created")),
        TuningJson.text(each, "owned_by"),
        Optional.empty(),
        TuningJson.text(each, "shutdown_date").flatMap(text -> day(id, text, pages)),
        Optional.empty());
  }

  private static Optional<ListedDate> day(String id, String text, Pages pages) {
    try {
      return Optional.of(new ListedDate(LocalDate.parse(text), true));
    } catch (DateTimeParseException e) {
      pages.odd(id, "its shutdown_date is no day");
      return Optional.empty();
    }
  }

  private List<TuningJob> jobs(Set<String> settled, Pages pages) {
    List<TuningJob> jobs = new ArrayList<>();
    int detailed = 0;
    for (JsonNode job : pages.all("fine-tuning jobs", session::jobs)) {
      String id = job.path("id").asText("");
      boolean details = !settled.contains(id) && detailed < MOST_DETAILED;
      detailed += details ? 1 : 0;
      Optional<TuningJob> read = details ? detailed(job, id, pages) : plain(job);
      read.ifPresentOrElse(
          jobs::add, () -> pages.odd("a fine-tuning job", "it has no id, model or time"));
    }
    return jobs;
  }

  private static Optional<TuningJob> plain(JsonNode job) {
    return TuningJson.job(job, List.of(), List.of());
  }

  private Optional<TuningJob> detailed(JsonNode job, String id, Pages pages) {
    List<TuningJob.Checkpoint> checkpoints = new ArrayList<>();
    for (JsonNode each :
        pages.all("checkpoints of " + id, after -> session.checkpoints(id, after))) {
      String model = each.path("fine_tuned_model_checkpoint").asText("");
      TuningJson.checkpoint(each, projects(model, pages)).ifPresent(checkpoints::add);
    }
    return TuningJson.job(job, checkpoints, events(id, pages));
  }

  /** The newest ones; losses of a job of more steps are in its result file. */
  private List<TuningJob.Event> events(String job, Pages pages) {
    List<TuningJob.Event> events = new ArrayList<>();
    try {
      Optional<String> after = Optional.empty();
      boolean more = true;
      while (more && events.size() < MOST_EVENTS) {
        JsonNode page = session.events(job, after);
        JsonNode some = Pages.array(page);
        some.forEach(each -> TuningJson.event(each).ifPresent(events::add));
        after = Optional.of(some.path(some.size() - 1).path("id").asText(""));
        more = page.path("has_more").asBoolean(false) && !some.isEmpty();
      }
    } catch (ProviderFailureException e) {
      pages.gap("events of " + job, e.getMessage());
    }
    return events;
  }

  private List<String> projects(String checkpointModel, Pages pages) {
    Optional<JsonNode> first =
        permissionsOpen ? firstPermissions(checkpointModel) : Optional.empty();
    if (first.isEmpty()) {
      return List.of();
    }
    return pages
        .all(
            "permissions of " + checkpointModel,
            after -> after.isEmpty() ? first.get() : session.permissions(checkpointModel, after))
        .stream()
        .flatMap(each -> TuningJson.text(each, "project_id").stream())
        .toList();
  }

  private Optional<JsonNode> firstPermissions(String checkpointModel) {
    try {
      return Optional.of(session.permissions(checkpointModel, Optional.empty()));
    } catch (ProviderFailureException e) {
      permissionsOpen = e.reason() == PollResult.Reason.NO_ANSWER;
      return Optional.empty();
    }
  }

  private Map<String, String> resolutions(Pages pages) {
    Map<String, String> resolutions = new TreeMap<>();
    for (String alias : access.aliases()) {
      Answer answer = call(alias);
      answer.resolved().ifPresent(model -> resolutions.put(alias, model));
      if (answer.outcome() != CallOutcome.ANSWERED) {
        pages.odd(alias, "it was asked what it means and did not say");
      }
    }
    return resolutions;
  }

  @Override
  public JobFile resultFile(String file) {
    try {
      return JobFile.of(text(session.file(file)));
    } catch (ProviderFailureException e) {
      String why = String.valueOf(e.getMessage());
      return e.reason() == PollResult.Reason.NO_ANSWER ? JobFile.later(why) : JobFile.lost(why);
    }
  }

  /**
   * OpenAI gives result files as Base64 of the CSV; gateways give the CSV, of which every line has
   * a comma.
   */
  private static String text(byte[] content) {
    String text = new String(content, UTF_8);
    if (text.contains(",")) {
      return text;
    }
    try {
      return new String(Base64.getMimeDecoder().decode(text), UTF_8);
    } catch (IllegalArgumentException e) {
      throw ProviderFailureException.unsound("neither CSV nor Base64 of it");
    }
  }

  @Override
  public Answer call(String model) {
    try {
      return new Answer(CallOutcome.ANSWERED, TuningJson.text(session.call(model), "model"));
    } catch (ProviderFailureException e) {
      return Answer.of(e.outcome());
    }
  }
}
