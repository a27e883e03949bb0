package dev.plumbline.api.changes;

import dev.plumbline.lifecycle.change.Person;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code model_change_event}, which is never changed. */
@Entity
@Table(name = "model_change_event")
@IdClass(EventKey.class)
class ChangeEventEntity {

  @Id UUID organisationId;
  @Id UUID changeId;
  @Id int number;
  String authorId;
  String kind;
  Instant at;
  String byId;
  String byName;
  String detail;

  Person by() {
    return new Person(byId, byName);
  }
}
