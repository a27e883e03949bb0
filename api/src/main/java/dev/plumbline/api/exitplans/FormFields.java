package dev.plumbline.api.exitplans;

import dev.plumbline.api.problem.Input;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a form as they were typed; an empty one counts as absent. */
final class FormFields {

  private final MultivaluedMap<String, String> form;

  FormFields(MultivaluedMap<String, String> form) {
    this.form = form;
  }

  @Nullable String text(String name) {
    return find(name).orElse(null);
  }

  private Optional<String> find(String name) {
    return Optional.ofNullable(form.getFirst(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  boolean isTicked(String name) {
    return find(name).isPresent();
  }

  @Nullable LocalDate day(String name) {
    return find(name).map(text -> Input.read(name, () -> LocalDate.parse(text))).orElse(null);
  }

  @Nullable Long number(String name) {
    return find(name).map(text -> whole(name, text)).orElse(null);
  }

  @Nullable Integer small(String name) {
    Long number = number(name);
    if (number != null && (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE)) {
      throw Input.refused(name, "a smaller number is needed");
    }
    return number == null ? null : Integer.valueOf(number.intValue());
  }

  private static Long whole(String name, String text) {
    try {
      return Long.valueOf(text.replace(",", "").replace(" ", ""));
    } catch (NumberFormatException e) {
      throw Input.refused(name, "a whole number such as 1200 is needed");
    }
  }

  TypedPlan typedPlan() {
    return new TypedPlan(
        find("provider").orElse(""),
        find("model").orElse(""),
        find("requests_per_month").orElse(""),
        find("input_tokens").orElse(""),
        find("output_tokens").orElse(""),
        find("duration_days").orElse(""));
  }

  PlanFacts facts() {
    return new PlanFacts(
        day("start"),
        small("duration_days"),
        small("tuning_days"),
        small("horizon_months"),
        text("method"),
        text("region"),
        text("deployment"),
        text("cloud"),
        number("requests_per_month"),
        number("input_tokens"),
        number("cached_input_tokens"),
        number("output_tokens"),
        text("monthly_spend"),
        text("hosting_per_month"),
        text("training_spend"),
        number("trained_tokens"),
        day("in_service_since"),
        text("owner"),
        text("environment"),
        day("first_job"),
        day("last_tuned_call"),
        isTicked("evidence_complete") ? Boolean.TRUE : null);
  }

  CandidateFacts candidate() {
    String capable = text("capable");
    return new CandidateFacts(
        text("route"),
        text("provider"),
        text("model"),
        text("region"),
        text("deployment"),
        text("cloud"),
        number("input_tokens"),
        number("cached_input_tokens"),
        number("output_tokens"),
        text("monthly_cost"),
        text("hosting_per_month"),
        number("training_tokens"),
        text("retraining_cost"),
        text("effort"),
        capable == null ? null : Boolean.valueOf(capable.equals("yes")),
        text("capable_evidence"));
  }
}
