package dev.plumbline.api.deprecations;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.ClaimScope;
import dev.plumbline.lifecycle.deprecation.Cloud;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import dev.plumbline.lifecycle.deprecation.Evidence;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.Statement;
import dev.plumbline.lifecycle.deprecation.Subject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code date_observation}. */
@Entity
@Immutable
@Table(name = "date_observation")
@IdClass(ObservationKey.class)
class ObservationEntity {

  @Id UUID organisationId;
  @Id UUID id;
  byte[] fingerprint;
  String provider;
  String subjectKind;
  String subject;
  String clock;
  String[] customers;
  String[] deployments;
  String[] regions;
  String[] clouds;
  @Nullable LocalDate day;
  String certainty;
  @Nullable LocalDate announced;
  @Nullable String replacement;
  String document;
  String source;
  String sourceKind;
  LocalDate seenAt;
  Instant recordedAt;
  String recordedBy;

  void take(NewObservation said) {
    fingerprint = said.fingerprint();
    ClaimKey key = said.key();
    provider = key.subject().provider().key();
    subjectKind = key.subject().kind().name();
    subject = key.subject().name();
    clock = key.clock().name();
    customers = names(key.scope().customers());
    deployments = names(key.scope().deployments());
    regions = key.scope().regions().stream().sorted().toArray(String[]::new);
    clouds = names(key.scope().clouds());
    day = said.statement().date().orElse(null);
    certainty = said.statement().certainty().name();
    announced = said.statement().announced().orElse(null);
    replacement = said.statement().replacement().orElse(null);
    document = said.document();
    source = said.source().name();
    sourceKind = said.source().kind().name();
    seenAt = said.seenAt();
  }

  DateClaim toClaim() {
    return new DateClaim(
        new ClaimKey(
            new Subject(Provider.of(provider), Subject.Kind.valueOf(subjectKind), subject),
            LifeClock.valueOf(clock),
            new ClaimScope(
                values(customers, CustomerClass::valueOf),
                values(deployments, DeploymentType::valueOf),
                Set.of(regions),
                values(clouds, Cloud::valueOf))),
        new Statement(
            Optional.ofNullable(day),
            ClaimCertainty.valueOf(certainty),
            Optional.ofNullable(announced),
            Optional.ofNullable(replacement)),
        new Evidence(
            document,
            new Source(source, Source.Kind.valueOf(sourceKind)),
            Optional.of(seenAt),
            recordedAt,
            false));
  }

  private static String[] names(Collection<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private static <T> Set<T> values(String[] names, Function<String, T> value) {
    return Arrays.stream(names).map(value).collect(Collectors.toUnmodifiableSet());
  }
}
