package dev.plumbline.lifecycle.deprecation;

import dev.plumbline.core.model.KnownModels;
import dev.plumbline.core.model.ModelId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Until when models can be trained and called, by all claims that are known. Asks no clock: an end
 * is a date, past or to come.
 */
public final class DeprecationCalendar {

  private final List<DateClaim> claims;
  private final List<Tunability> tunability;
  private final KnownModels known;
  private final ClaimIndex index;
  private final InferenceRules inference;
  private final TrainingRules training;

  /**
   * @param claims what sources stated, the superseded included
   * @param tunability what sources say about tuning bases
   * @param known resolves the aliases in the names of fine-tunes
   */
  public DeprecationCalendar(
      Collection<DateClaim> claims, Collection<Tunability> tunability, KnownModels known) {
    this.claims = List.copyOf(claims);
    this.tunability = List.copyOf(tunability);
    this.known = known;
    this.index = new ClaimIndex(this.claims);
    this.inference = new InferenceRules(index);
    this.training = new TrainingRules(index, inference, tunability);
  }

  /** The claims that ship with Plumbline. */
  public static DeprecationCalendar bundled() {
    return Bundled.CALENDAR;
  }

  /** What was believed on a day: only claims that somebody could have read by then. */
  public DeprecationCalendar asKnownOn(LocalDate day) {
    return new DeprecationCalendar(
        claims.stream().filter(claim -> !claim.evidence().knownOn().isAfter(day)).toList(),
        tunability,
        known);
  }

  /** The same, and of that day only what was recorded by a moment. */
  public DeprecationCalendar asRecordedOn(LocalDate day, Instant moment) {
    return new DeprecationCalendar(
        claims.stream()
            .filter(
                claim ->
                    claim.evidence().knownOn().isBefore(day)
                        || (claim.evidence().knownOn().equals(day)
                            && !claim.evidence().recordedAt().isAfter(moment)))
            .toList(),
        tunability,
        known);
  }

  /** The same with more claims, which may supersede or contradict those that are known. */
  public DeprecationCalendar with(Collection<DateClaim> more) {
    return new DeprecationCalendar(
        Stream.concat(claims.stream(), more.stream()).distinct().toList(), tunability, known);
  }

  /** Both ends for a class of customers, whatever the deployment type and region. */
  public Lifespan lifespanOf(ModelId model, CustomerClass customer) {
    return lifespanOf(LifespanQuestion.of(model, customer));
  }

  public Lifespan lifespanOf(LifespanQuestion question) {
    AskedModel asked = AskedModel.of(question, known);
    return new Lifespan(training.endOf(asked), inference.endOf(asked));
  }

  /** Whether a source says that this base cannot be fine-tuned at all. */
  public boolean isNeverTunable(ModelId model) {
    var question = LifespanQuestion.of(model, CustomerClass.UNKNOWN);
    return training.findRefusal(AskedModel.of(question, known)).isPresent();
  }

  /** What a source says about tuning this base, for example {@code yes (SFT, DPO, vision)}. */
  public Optional<String> findTunability(ModelId model) {
    var question = LifespanQuestion.of(model, CustomerClass.UNKNOWN);
    return training.findStatement(AskedModel.of(question, known)).map(Tunability::statement);
  }

  /** One question for each base that a table knows, and one for the fine-tunes of each. */
  public List<LifespanQuestion> questions(Circumstances circumstances) {
    return new CalendarQuestions(this, known, circumstances).all();
  }

  /** Every claim that some rule may take into account for this model, on either clock. */
  public List<DateClaim> claimsAbout(LifespanQuestion question) {
    return index.about(AskedModel.of(question, known)).distinct().toList();
  }

  /** Whether a source says of this very base that it can or could be tuned. */
  boolean isStatedTunable(LifespanQuestion question) {
    return training.isStatedTunable(AskedModel.of(question, known));
  }

  /** Everything that was stated, in the order of the files. */
  public List<DateClaim> claims() {
    return claims;
  }

  private static final class Bundled {

    static final DeprecationCalendar CALENDAR = calendar();

    private static DeprecationCalendar calendar() {
      SeedClaims seed = SeedClaims.read();
      return new DeprecationCalendar(seed.claims(), seed.tunability(), KnownModels.bundled());
    }
  }
}
