package dev.plumbline.api.estimates;

import dev.plumbline.api.datasets.DatasetIntake;
import dev.plumbline.api.datasets.DatasetReading.Purpose;
import dev.plumbline.api.datasets.ReadingState.Done;
import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.deprecations.ShutdownDates;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.pricing.training.EstimateQuestion;
import dev.plumbline.pricing.training.FileEstimate;
import dev.plumbline.pricing.training.TrainingTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Prices what was read from a dataset. Cheap: the file itself is not read again. */
@ApplicationScoped
class DatasetEstimates {

  private static final Comparator<Finding> GRAVEST_FIRST =
      Comparator.comparing(Finding::severity).reversed();

  private final DatasetIntake intake;
  private final Calendars calendars;

  DatasetEstimates(DatasetIntake intake, Calendars calendars) {
    this.intake = intake;
    this.calendars = calendars;
  }

  Estimated of(Purpose purpose, Done read, JobWish wish) {
    Optional<ModelId> model = model(purpose);
    ShutdownDates dates = calendars.datesOfCaller();
    EstimateQuestion question =
        new EstimateQuestion(
            purpose.provider(),
            purpose.model(),
            Optional.empty(),
            wish.epochs(),
            wish.runs(),
            wish.day().atStartOfDay(ZoneOffset.UTC).toInstant(),
            TrainingTerms.NONE,
            Optional.empty(),
            Optional.empty(),
            model.flatMap(dates::trainingEnd));
    FileEstimate estimate = intake.estimator().priced(question, read.training(), read.validation());
    List<Finding> findings = new ArrayList<>();
    model.ifPresent(id -> findings.addAll(dates.trainingFindings(id, wish.day())));
    findings.addAll(estimate.findings());
    findings.sort(GRAVEST_FIRST);
    return new Estimated(question, estimate, findings);
  }

  private static Optional<ModelId> model(Purpose purpose) {
    return ModelNames.bundled()
        .parse(purpose.model())
        .match(
            id -> Optional.of(id.servedBy(purpose.provider())), none -> Optional.<ModelId>empty());
  }
}
