package dev.plumbline.api.alerts;

import dev.plumbline.core.alert.Alert;
import dev.plumbline.core.alert.AlertKey;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.AlertState;
import dev.plumbline.core.alert.Condition;
import dev.plumbline.core.alert.Deadline;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code alert}. */
@Entity
@DynamicUpdate // the application may write only the columns that a change is about
@Table(name = "alert")
@IdClass(AlertRowKey.class)
class AlertEntity {

  @Id UUID organisationId;
  @Id UUID id;
  String rule;
  String subject;
  String aspect;
  String severity;
  String summary;
  String provider;
  String[] contacts;
  @Nullable LocalDate announcedOn;
  @Nullable LocalDate dueOn;
  String link;
  String state;
  Instant stateSince;
  @Nullable String stateBy;
  @Nullable Instant stateUntil;
  int level;
  int revision;
  @Nullable Integer reminded;
  boolean told;
  Instant openedAt;
  Instant changedAt;

  AlertKey key() {
    return new AlertKey(rule, subject, aspect);
  }

  Alert alert() {
    return new Alert(condition(), state(), revision, Optional.ofNullable(reminded), told);
  }

  Condition condition() {
    Optional<Deadline> deadline =
        announcedOn == null || dueOn == null
            ? Optional.empty()
            : Optional.of(new Deadline(announcedOn, dueOn));
    return new Condition(
        key(),
        AlertSeverity.ofLabel(severity),
        summary,
        provider,
        List.of(contacts),
        deadline,
        link);
  }

  private AlertState state() {
    return switch (state) {
      case "open" -> new AlertState.Open(level, stateSince);
      case "acknowledged" -> new AlertState.Acknowledged(by(), stateSince, until());
      case "snoozed" -> new AlertState.Snoozed(by(), stateSince, until());
      case "resolved" -> new AlertState.Resolved(stateSince);
      default -> throw new IllegalStateException("not a state of an alert: " + state);
    };
  }

  private String by() {
    return String.valueOf(stateBy);
  }

  private Instant until() {
    return Optional.ofNullable(stateUntil).orElse(Instant.MAX);
  }

  void take(Alert alert) {
    takeCondition(alert.condition());
    revision = alert.revision();
    reminded = alert.reminded().orElse(null);
    told = alert.told();
    takeState(alert.state());
  }

  private void takeCondition(Condition condition) {
    severity = condition.severity().label();
    summary = condition.summary();
    provider = condition.provider();
    contacts = condition.contacts().toArray(String[]::new);
    announcedOn = condition.deadline().map(Deadline::announcedOn).orElse(null);
    dueOn = condition.deadline().map(Deadline::day).orElse(null);
    link = condition.link();
  }

  private void takeState(AlertState now) {
    stateBy = null;
    stateUntil = null;
    level = 0;
    state =
        now.match(
            new AlertState.Cases<>() {
              @Override
              public String open(AlertState.Open open) {
                stateSince = open.waitingSince();
                level = open.level();
                return "open";
              }

              @Override
              public String acknowledged(AlertState.Acknowledged acknowledged) {
                stateSince = acknowledged.at();
                stateBy = acknowledged.by();
                stateUntil = acknowledged.until();
                return "acknowledged";
              }

              @Override
              public String snoozed(AlertState.Snoozed snoozed) {
                stateSince = snoozed.at();
                stateBy = snoozed.by();
                stateUntil = snoozed.until();
                return "snoozed";
              }

              @Override
              public String resolved(AlertState.Resolved resolved) {
                stateSince = resolved.at();
                return "resolved";
              }
            });
  }
}
