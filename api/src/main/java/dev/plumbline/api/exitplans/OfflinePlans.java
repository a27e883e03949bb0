package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.plumbline.api.deprecations.CustomerClasses;
import dev.plumbline.api.exitplans.PlanDocument.KeyedCandidate;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.change.Decision;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.exit.StandardSteps;
import dev.plumbline.pricing.cost.RequestCosts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A plan without a server: by the dates and prices that ship with Plumbline, kept nowhere. */
public final class OfflinePlans {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private OfflinePlans() {}

  /**
   * The plan in the form in which a server publishes it.
   *
   * @param candidates those that sources know when there are none
   * @throws dev.plumbline.api.problem.ProblemException 400 naming the field that does not fit
   */
  public static JsonNode plan(
      ModelId model, PlanFacts facts, List<CandidateFacts> candidates, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    DeprecationCalendar calendar = DeprecationCalendar.bundled();
    PlanSubject subject = PlanSubject.unregistered(model);
    List<KeyedCandidate> keyed =
        candidates.isEmpty()
            ? new Proposals(calendar, CustomerClasses.ASSUMED, model).all()
            : Candidates.keyed(candidates);
    Situation situation = Situation.of(subject, facts, today);
    PlanDocument document =
        new PlanDocument(
            facts,
            keyed,
            Progress.stored(
                StandardSteps.of(situation.schedule(), Optional.ofNullable(facts.owner()))),
            List.of(),
            null,
            null,
            null,
            null);
    PlanPrices prices = new PlanPrices(RequestCosts.bundled(), now);
    WorkedPlan worked =
        new PlanWork(subject, document, calendar, CustomerClasses.ASSUMED, prices, today)
            .plan(new Decision.Pending());
    return JSON.valueToTree(PlanView.of(null, worked, document, null));
  }
}
