package dev.plumbline.api.evaluations;

import dev.plumbline.api.alerts.AlertRule;
import dev.plumbline.api.members.MemberContacts;
import dev.plumbline.api.models.ModelInUse;
import dev.plumbline.api.models.ModelsInUse;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Applications report worse answers than before: whoever owns the model hears of it. */
@ApplicationScoped
class QualityDegraded implements AlertRule {

  private static final String NAME = "quality.degraded";
  private static final int MOST_CONTACTS = 20;
  private static final int LONGEST_SUBJECT = 150;

  private final Quality quality;
  private final ModelsInUse models;
  private final MemberContacts members;

  QualityDegraded(Quality quality, ModelsInUse models, MemberContacts members) {
    this.quality = quality;
    this.models = models;
    this.members = members;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "Grades that applications report have become worse.";
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Function<LocalDate, Collection<Condition>> of(Organisation organisation) {
    Map<ModelKey, ModelInUse> used =
        models.of(organisation).stream()
            .collect(Collectors.toMap(ModelInUse::key, each -> each, (first, second) -> first));
    List<String> administrators = members.administrators(organisation);
    return today ->
        quality.of(organisation).stream()
            .filter(each -> severity(each).isPresent())
            .map(each -> condition(each, Optional.ofNullable(used.get(key(each))), administrators))
            .toList();
  }

  private static ModelKey key(QualityView view) {
    return new ModelKey(new Provider(view.provider()), view.model());
  }

  private static Optional<AlertSeverity> severity(QualityView view) {
    return switch (view.standing()) {
      case "confirmed" -> Optional.of(AlertSeverity.ERROR);
      case "suspected" -> Optional.of(AlertSeverity.INFO);
      default -> Optional.empty();
    };
  }

  private static Condition condition(
      QualityView view, Optional<ModelInUse> model, List<String> administrators) {
    List<String> contacts = new ArrayList<>(model.map(ModelInUse::contacts).orElse(List.of()));
    contacts.addAll(administrators);
    String subject = view.provider() + ":" + view.model();
    return new Condition(
        new AlertKey(NAME, shortened(subject), shortened(view.deployment())),
        severity(view).orElseThrow(),
        "answers of %s are %s".formatted(shortened(subject), view.words()),
        view.provider(),
        contacts.stream().distinct().limit(MOST_CONTACTS).toList(),
        Optional.empty(),
        model.flatMap(ModelInUse::id).map(id -> "/models/" + id + "/evaluation").orElse("/models"));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_SUBJECT ? text : text.substring(0, LONGEST_SUBJECT);
  }
}
