package dev.plumbline.api.datasets;

import dev.plumbline.api.datasets.DatasetReading.Purpose;
import dev.plumbline.api.datasets.OpenUploads.Place;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.prices.CurrentPrices;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.dataset.DatasetQuestion;
import dev.plumbline.pricing.tokens.TokenCounters;
import dev.plumbline.pricing.training.AllowanceRule;
import dev.plumbline.pricing.training.EstimateQuestion;
import dev.plumbline.pricing.training.FileEstimator;
import dev.plumbline.pricing.training.TrainingContexts;
import dev.plumbline.pricing.training.TrainingEstimator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a request with files to a reading: the same for the HTTP interface and the page. */
@ApplicationScoped
public class DatasetIntake {

  private static final int LONGEST_NAME = 512;

  private final CurrentCaller caller;
  private final OpenUploads open;
  private final Spool spool;
  private final Readings readings;
  private final CurrentPrices prices;
  private final Clock clock;

  DatasetIntake(
      CurrentCaller caller,
      OpenUploads open,
      Spool spool,
      Readings readings,
      CurrentPrices prices,
      Clock clock) {
    this.caller = caller;
    this.open = open;
    this.spool = spool;
    this.readings = readings;
    this.prices = prices;
    this.clock = clock;
  }

  /**
   * What is to be trained, by whom.
   *
   * @throws dev.plumbline.api.problem.ProblemException 400 when the model cannot be understood
   */
  public Purpose purpose(@Nullable String model, @Nullable String provider) {
    if (model == null || model.isBlank() || model.length() > LONGEST_NAME) {
      throw Input.refused("model", "the name of the model to train is needed");
    }
    Optional<ModelId> id =
        ModelNames.bundled().parse(model).match(Optional::of, none -> Optional.<ModelId>empty());
    Optional<Provider> named =
        Input.read(
            "provider",
            () -> Optional.ofNullable(provider).filter(p -> !p.isBlank()).map(Provider::of));
    Provider billing =
        named
            .or(() -> id.map(ModelId::provider))
            .orElseThrow(
                () -> Input.refused("model", "no known model name; name its provider too"));
    Purpose purpose = new Purpose(billing, id.map(ModelId::canonical).orElse(model));
    Input.read("model", () -> howToRead(purpose)); // before gigabytes are sent in vain
    return purpose;
  }

  /** Bytes that one upload may have. */
  public long uploadLimit() {
    return spool.limit();
  }

  /** Starts reading a body of its own. */
  DatasetReading take(Purpose purpose, @Nullable String name, InputStream body) throws IOException {
    return start(
        purpose,
        (organisation, place) ->
            new Uploads(
                organisation,
                place,
                spool.take(name == null ? "dataset.jsonl" : name, body),
                Optional.empty()));
  }

  /** Starts reading the parts of a form. */
  public DatasetReading take(Purpose purpose, Part training, Optional<Part> validation)
      throws IOException {
    return start(
        purpose,
        (organisation, place) -> {
          Optional<Upload> checks = Optional.empty();
          if (validation.isPresent()) {
            checks = Optional.of(spool.take(validation.get().name(), validation.get().content()));
          }
          return new Uploads(
              organisation, place, spool.take(training.name(), training.content()), checks);
        });
  }

  /** A part of a form that the server has put on disk. */
  public record Part(String name, Path content) {}

  /** Brings the files of a request to our disk. */
  private interface Arrival {
    Uploads uploads(Organisation organisation, Place place) throws IOException;
  }

  private DatasetReading start(Purpose purpose, Arrival arrival) throws IOException {
    DatasetQuestion how = howToRead(purpose);
    Organisation organisation = caller.organisation();
    Place place = open.enter(organisation);
    boolean arrived = false;
    try {
      Uploads uploads = arrival.uploads(organisation, place);
      arrived = true;
      return started(uploads, purpose, how);
    } finally {
      if (!arrived) {
        place.leave();
      }
    }
  }

  private DatasetReading started(Uploads uploads, Purpose purpose, DatasetQuestion how) {
    return readings
        .start(uploads, purpose, how)
        .orElseThrow(
            () ->
                Problem.of(ErrorCode.UNAVAILABLE, "Too many files wait to be read.")
                    .withRemedy("send the file again in a minute")
                    .asException());
  }

  private DatasetQuestion howToRead(Purpose purpose) {
    return estimator()
        .readingOf(EstimateQuestion.of(purpose.provider(), purpose.model(), clock.instant()));
  }

  /** With the prices of now; it reads with one thread, because several files are read at once. */
  public FileEstimator estimator() {
    TrainingEstimator training =
        new TrainingEstimator(
            prices.catalogue(), ModelNames.bundled(), Aliases.bundled(), AllowanceRule.USUAL);
    return new FileEstimator(TokenCounters.bundled(), training, TrainingContexts.bundled(), 1);
  }

  /**
   * A reading of the caller's organisation by its id.
   *
   * @throws dev.plumbline.api.problem.ProblemException 404 when it is unknown, forgotten or another
   *     organisation's
   */
  public DatasetReading get(String id) {
    return readings
        .find(caller.organisation(), id)
        .orElseThrow(
            () ->
                Problem.of(ErrorCode.NOT_FOUND, "This dataset is unknown or no longer kept.")
                    .withRemedy("upload the file again: results are kept for two hours")
                    .asException());
  }
}
