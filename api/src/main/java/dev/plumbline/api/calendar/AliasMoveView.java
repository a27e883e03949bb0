package dev.plumbline.api.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.syncs.SyncReadings;
import dev.plumbline.core.model.AliasMove;
import dev.plumbline.core.model.Aliases;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One statement about what an alias means; announced and seen moves are two of them. */
@Schema(name = "AliasMove")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AliasMoveView(
    UUID id,
    @Schema(examples = "openai") String provider,
    @Schema(examples = "gpt-4o") String alias,
    @Schema(description = "what it means then; absent for an alias without snapshots")
        @Nullable String snapshot,
    @Schema(description = "when the provider said it; absent for what was seen")
        @Nullable LocalDate announcedOn,
    @Schema(description = "first day on which it can hold; absent when nobody knows it")
        @Nullable LocalDate effectiveOn,
    @Schema(description = "whether somebody looked, instead of reading an announcement")
        boolean observed,
    @Schema(examples = "repoint") String kind,
    String source) {

  static AliasMoveView of(Aliases.Stated stated) {
    AliasMove move = stated.move();
    return new AliasMoveView(
        identity(stated, "stated"),
        stated.provider().key(),
        stated.alias(),
        move.snapshot().orElse(null),
        move.announced().orElse(null),
        move.effective().orElse(null),
        move.observed(),
        move.kind(),
        move.source());
  }

  /** The same for life, whatever is learned of other statements. */
  static UUID identity(Aliases.Stated stated, String event) {
    AliasMove move = stated.move();
    String text =
        String.join(
            "\n",
            event,
            stated.provider().key(),
            stated.alias(),
            move.snapshot().orElse(""),
            move.announced().map(LocalDate::toString).orElse(""),
            move.effective().map(LocalDate::toString).orElse(""));
    return UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
  }

  /** What a sync saw itself. */
  static AliasMoveView of(SyncReadings.Noticed noticed) {
    return new AliasMoveView(
        SeenEvents.id(noticed.event()),
        noticed.provider().key(),
        noticed.event().subject(),
        noticed.event().after().orElse(null),
        null,
        LocalDate.ofInstant(noticed.event().at(), ZoneOffset.UTC),
        true,
        "seen by a sync",
        "the account " + noticed.account());
  }

  /** For people. */
  public String shownSnapshot() {
    return snapshot == null ? "no snapshot of its own" : snapshot;
  }

  /** For people; a move that was seen may have come later than its day. */
  public String shownDay() {
    return effectiveOn == null ? "not known" : effectiveOn.toString();
  }

  /** Statements, the newest first. */
  @Schema(name = "AliasMoves")
  @JsonNaming(SnakeCaseStrategy.class)
  public record Page(
      List<AliasMoveView> aliasMoves,
      @Schema(description = "give it as after for the rest; null on the last page")
          @Nullable UUID next) {

    public Page {
      aliasMoves = List.copyOf(aliasMoves);
    }
  }
}
