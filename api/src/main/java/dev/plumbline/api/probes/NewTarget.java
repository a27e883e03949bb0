package dev.plumbline.api.probes;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.drift.impact.Traffic;
import dev.plumbline.lifecycle.probe.plan.Arm;
import dev.plumbline.lifecycle.probe.plan.ProbeBudget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to plan a target or to add it. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewDriftTarget",
    examples =
        """
        {"name":"Support triage","suite":"starter","budget_per_month":"5.00","false_pages_per_year":"1","fleet":20,
         "arms":[{"name":"production","role":"subject","account":"2f0c…","model":"ft:gpt-4o-2024-08-06:acme::AbC"},
                 {"name":"control","role":"control","account":"77ab…","model":"gpt-4.1-2025-04-14"}]}""")
public record NewTarget(
    @Schema(description = "unique in the organisation") @Nullable String name,
    @Schema(description = "id of a suite, or starter; starter when absent") @Nullable String suite,
    @Schema(description = "US dollars, as a string", examples = "5.00")
        @Nullable String budgetPerMonth,
    @Schema(description = "expected at most, over all targets of the fleet", examples = "1")
        @Nullable String falsePagesPerYear,
    @Schema(description = "targets that share the false pages; 1 when absent")
        @Nullable Integer fleet,
    @Schema(description = "the model in question first") @Nullable List<@Nullable ArmRequest> arms,
    @Schema(description = "whether answers are kept; only their hash when false; true when absent")
        @Nullable Boolean keepText,
    @Schema(description = "calls at once, 1 to 8; 2 when absent") @Nullable Integer concurrency,
    @Schema(description = "calls in a minute, 1 to 6,000; 60 when absent")
        @Nullable Integer callsPerMinute,
    @Schema(description = "how much the model is used; unknown when absent")
        @Nullable TrafficRequest traffic) {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_MODEL = 1_024;

  /** One arm. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "DriftArm")
  public record ArmRequest(
      @Nullable String name,
      @Schema(description = "subject, control, base, sibling or candidate") @Nullable String role,
      @Schema(description = "id of the provider account") @Nullable String account,
      @Schema(description = "as it is sent; on Azure the deployment") @Nullable String model) {}

  /** An arm before its account is known to exist. */
  record WantedArm(String name, Arm.Role role, UUID account, String model) {}

  Optional<Traffic> wantedTraffic() {
    return Optional.ofNullable(traffic).map(TrafficRequest::toTraffic);
  }

  String soundName() {
    return text("name", name, LONGEST_NAME);
  }

  Optional<UUID> suiteId() {
    return suite == null || suite.isBlank() || suite.equals("starter")
        ? Optional.empty()
        : Optional.of(Input.read("suite", () -> UUID.fromString(suite)));
  }

  ProbeBudget budget() {
    BigDecimal dollars = number("budget_per_month", budgetPerMonth);
    Money perMonth = Input.read("budget_per_month", () -> ProbeBudget.spending(Money.usd(dollars)));
    BigDecimal pages = number("false_pages_per_year", falsePagesPerYear);
    return Input.read(
        "false_pages_per_year", () -> new ProbeBudget(perMonth, pages, fleet == null ? 1 : fleet));
  }

  Target.Pace pace() {
    return Input.read(
        "concurrency",
        () ->
            new Target.Pace(
                concurrency == null ? Target.Pace.USUAL.concurrency() : concurrency,
                callsPerMinute == null ? Target.Pace.USUAL.callsPerMinute() : callsPerMinute));
  }

  boolean keepsText() {
    return keepText == null || keepText;
  }

  List<WantedArm> wantedArms() {
    List<WantedArm> wanted = new ArrayList<>();
    List<@Nullable ArmRequest> given = arms == null ? List.of() : arms;
    for (int i = 0; i < given.size(); i++) {
      ArmRequest arm = given.get(i);
      String where = "arms[" + i + "]";
      if (arm == null) {
        throw Input.refused(where, "an arm is needed");
      }
      String role = arm.role() == null ? (i == 0 ? "subject" : "") : arm.role();
      String account = text(where + ".account", arm.account(), 40);
      wanted.add(
          new WantedArm(
              text(where + ".name", arm.name(), LONGEST_NAME),
              Arm.Role.find(role)
                  .orElseThrow(
                      () ->
                          Input.refused(
                              where + ".role",
                              "subject, control, base, sibling or candidate is needed")),
              Input.read(where + ".account", () -> UUID.fromString(account)),
              text(where + ".model", arm.model(), LONGEST_MODEL)));
    }
    return wanted;
  }

  private static BigDecimal number(String field, @Nullable String text) {
    String given = text(field, text, 40);
    return Input.read(
        field,
        () -> {
          BigDecimal number = new BigDecimal(given);
          if (number.scale() > 12 || number.precision() - number.scale() > 12) {
            throw new IllegalArgumentException("a number of usual size is needed");
          }
          return number;
        });
  }

  private static String text(String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      throw Input.refused(field, "it is missing");
    }
    if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
      throw Input.refused(
          field, "longer than %d characters, or with control characters".formatted(longest));
    }
    return text.strip();
  }
}
