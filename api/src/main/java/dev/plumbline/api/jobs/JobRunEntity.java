package dev.plumbline.api.jobs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code job_run}, for reading. */
@Entity
@Immutable
@Table(name = "job_run")
@IdClass(JobRunKey.class)
class JobRunEntity {

  @Id UUID organisationId;
  @Id String job;
  @Id boolean asked;
  @Id Instant windowStart;
  Instant windowEnd;
  String state;
  int attempt;
  String node;
  @Nullable String askedBy;
  @Nullable Instant claimedAt;
  @Nullable Instant leaseUntil;
  @Nullable Instant retryAt;
  @Nullable Instant finishedAt;
  int items;
  String findings;
}
