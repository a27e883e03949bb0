package dev.plumbline.api.calendar;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A statement as it is published, and read again by the command line. */
@Schema(name = "DateClaim")
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true) // of a newer server
public record ClaimView(
    String provider,
    @Schema(description = "base, family, tuned, follows_base, not_affected, fine_tune or gate")
        String subject,
    String model,
    String clock,
    @Schema(description = "classes of customers; none for everybody") List<String> customers,
    List<String> deployments,
    List<String> regions,
    List<String> clouds,
    @Schema(description = "absent when the source states none") @Nullable LocalDate day,
    String certainty,
    @Nullable LocalDate announced,
    @Nullable String replacement,
    @Schema(description = "its later statements supersede its earlier ones") String document,
    String source,
    String sourceKind,
    @Nullable LocalDate seenAt,
    @Schema(description = "undated, and known to be newer than dated ones") boolean later,
    Instant recordedAt) {

  public ClaimView {
    customers = List.copyOf(customers);
    deployments = List.copyOf(deployments);
    regions = List.copyOf(regions);
    clouds = List.copyOf(clouds);
  }

  public static ClaimView of(DateClaim claim) {
    return new ClaimView(
        claim.subject().provider().key(),
        Labels.of(claim.subject().kind()),
        claim.subject().name(),
        Labels.of(claim.clock()),
        labels(claim.scope().customers()),
        labels(claim.scope().deployments()),
        claim.scope().regions().stream().sorted().toList(),
        labels(claim.scope().clouds()),
        claim.date().orElse(null),
        Labels.of(claim.certainty()),
        claim.announced().orElse(null),
        claim.replacement().orElse(null),
        claim.evidence().document(),
        claim.source().name(),
        Labels.of(claim.source().kind()),
        claim.seenAt().orElse(null),
        claim.evidence().later(),
        claim.evidence().recordedAt());
  }

  /**
   * The statement itself.
   *
   * @throws IllegalArgumentException for a word that this version does not know
   */
  public DateClaim toClaim() {
    return new DateClaim(
        new ClaimKey(
            new Subject(Provider.of(provider), constant(Subject.Kind.class, subject), model),
            constant(LifeClock.class, clock),
            new ClaimScope(
                constants(CustomerClass.class, customers),
                constants(DeploymentType.class, deployments),
                Set.copyOf(regions),
                constants(Cloud.class, clouds))),
        new Statement(
            Optional.ofNullable(day),
            constant(ClaimCertainty.class, certainty),
            Optional.ofNullable(announced),
            Optional.ofNullable(replacement)),
        new Evidence(
            document,
            new Source(source, constant(Source.Kind.class, sourceKind)),
            Optional.ofNullable(seenAt),
            recordedAt,
            later));
  }

  private static List<String> labels(Collection<? extends Enum<?>> constants) {
    return constants.stream().map(Labels::of).sorted().toList();
  }

  private static <E extends Enum<E>> Set<E> constants(Class<E> type, Collection<String> labels) {
    return labels.stream()
        .map(label -> constant(type, label))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String label) {
    return Enum.valueOf(type, label.toUpperCase(Locale.ROOT));
  }
}
