package dev.plumbline.api.models;

import dev.plumbline.lifecycle.registry.Checkpoint;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code fine_tune_checkpoint}. */
@Entity
@DynamicUpdate // the application may write only the columns that change
@Table(name = "fine_tune_checkpoint")
@IdClass(RowKey.class)
class CheckpointEntity {

  @Id UUID organisationId;
  @Id UUID id;
  UUID fineTuneId;
  String model;
  long step;
  @Nullable String object;

  @Convert(converter = NamedValues.class)
  Map<String, String> metrics;

  void take(Checkpoint checkpoint) {
    model = checkpoint.model();
    step = checkpoint.step();
    object = checkpoint.object().orElse(null);
    metrics = checkpoint.metrics();
  }

  Checkpoint toCheckpoint() {
    return new Checkpoint(model, step, Optional.ofNullable(object), metrics);
  }
}
