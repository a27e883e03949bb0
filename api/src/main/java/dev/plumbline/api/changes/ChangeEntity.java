package dev.plumbline.api.changes;

import dev.plumbline.lifecycle.change.ChangeRequest;
import dev.plumbline.lifecycle.change.Person;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code model_change}, which is never changed. */
@Entity
@Table(name = "model_change")
@IdClass(RowKey.class)
class ChangeEntity {

  @Id UUID organisationId;
  @Id UUID id;
  @Nullable UUID planId;
  String place;
  String fromProvider;
  String fromModel;
  @Nullable String toProvider;
  @Nullable String toModel;
  String reason;
  LocalDate switchDate;
  int rollbackDays;
  String authorId;
  String authorName;
  Instant requestedAt;

  void take(ChangeRequest request) {
    place = request.where();
    fromProvider = request.from().provider().key();
    fromModel = request.from().canonical();
    toProvider = request.to().map(model -> model.provider().key()).orElse(null);
    toModel = request.to().map(model -> model.canonical()).orElse(null);
    reason = request.reason();
    switchDate = request.switchDate();
    rollbackDays = request.rollbackDays();
  }

  ChangeRequest toRequest() {
    return new ChangeRequest(
        place,
        NamedModel.of(fromProvider, fromModel),
        Optional.ofNullable(toModel).map(name -> NamedModel.of(String.valueOf(toProvider), name)),
        reason,
        switchDate,
        rollbackDays);
  }

  Person author() {
    return new Person(authorId, authorName);
  }
}
