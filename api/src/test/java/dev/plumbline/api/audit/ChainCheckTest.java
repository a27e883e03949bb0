package dev.plumbline.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.audit.Tampering.Kind;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainCheckTest {

  private static final Instant MOMENT = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path directory;

  @Test
  void anUntouchedTrailIsIntact() {
    List<ChainedEntry> chain = SomeTrail.of(12);

    TrailReport report = stored(chain, SomeTrail.head(chain));

    assertThat(report.isIntact()).isTrue();
    assertThat(report.entries()).isEqualTo(12);
    assertThat(report.hash()).isEqualTo(chain.get(11).hash().toString());
    assertThat(stored(List.of(), ChainHead.NOTHING).isIntact()).isTrue();
  }

  static Stream<UnaryOperator<AuditEntry>> edits() {
    Optional<String> view = Optional.of("{}");
    return Stream.of(
        e -> with(e, new Organisation(new UUID(0, 9)), e.at(), e.actor()),
        e -> with(e, e.organisation(), e.at().plusNanos(1000), e.actor()),
        e -> with(e, e.organisation(), e.at(), new Actor(Actor.Kind.TOKEN, "member-1", "Member 1")),
        e -> with(e, e.organisation(), e.at(), new Actor(Actor.Kind.MEMBER, "other", "Member 1")),
        e -> with(e, e.organisation(), e.at(), new Actor(Actor.Kind.MEMBER, "member-1", "Other")),
        e -> texts(e, "override.ended", e.subjectKind(), e.subjectId(), e.before(), e.after()),
        e -> texts(e, e.action(), "member", e.subjectId(), e.before(), e.after()),
        e -> texts(e, e.action(), e.subjectKind(), "id-8", e.before(), e.after()),
        e -> texts(e, e.action(), e.subjectKind(), e.subjectId(), view, e.after()),
        e -> texts(e, e.action(), e.subjectKind(), e.subjectId(), e.before(), Optional.empty()),
        // The same text in the next field: told apart by the lengths in front.
        e -> texts(e, e.action(), e.subjectKind(), e.subjectId(), e.after(), e.before()));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void anEditOfAnyFieldOfAnyEntryIsFound(UnaryOperator<AuditEntry> edit) {
    for (int at : new int[] {0, 6, 11}) {
      List<ChainedEntry> chain = new ArrayList<>(SomeTrail.of(12));
      ChainHead head = SomeTrail.head(chain);
      chain.set(at, SomeTrail.holding(chain.get(at), edit.apply(chain.get(at).entry())));

      TrailReport report = stored(chain, head);

      assertThat(report.found()).as("entry %d", at + 1).hasSize(1);
      assertThat(report.found().get(0).number()).isEqualTo(at + 1);
      assertThat(report.found().get(0).kind()).isIn(Kind.EDITED, Kind.INSERTED);
    }
  }

  @Test
  void anEditedHashIsFoundInBothPlaces() {
    ChainHash other = ChainHash.parse("ab".repeat(32));
    for (int at : new int[] {0, 6, 11}) {
      List<ChainedEntry> chain = SomeTrail.of(12);
      ChainedEntry entry = chain.get(at);
      assertThat(only(replaced(chain, at, new ChainedEntry(entry.entry(), other, entry.hash()))))
          .isEqualTo(Kind.EDITED + " " + (at + 1));
      assertThat(
              only(replaced(chain, at, new ChainedEntry(entry.entry(), entry.previous(), other))))
          .isEqualTo(Kind.EDITED + " " + (at + 1));
    }
  }

  @Test
  void missingEntriesAreFoundWhereTheyStood() {
    List<ChainedEntry> chain = SomeTrail.of(12);
    assertThat(only(without(chain, 0, 1))).isEqualTo("DELETED 1");
    assertThat(only(without(chain, 4, 7))).isEqualTo("DELETED 5");
    assertThat(only(without(chain, 11, 12))).isEqualTo("CUT_OFF 12");
    assertThat(only(List.of())).isEqualTo("CUT_OFF 1");
  }

  @Test
  void entriesRenumberedToHideAGapAreFound() {
    List<ChainedEntry> chain = new ArrayList<>(without(SomeTrail.of(12), 4, 5));
    for (int i = 4; i < chain.size(); i++) {
      chain.set(i, SomeTrail.holding(chain.get(i), chain.get(i).entry().numbered(i + 1)));
    }
    TrailReport report = stored(chain, new ChainHead(11, chain.get(10).hash()));
    assertThat(report.found()).hasSize(1);
    assertThat(words(report)).containsExactly("DELETED 5");
    assertThat(report.found().get(0).detail()).contains("5 to 11 were written as 6 to 12");
  }

  @Test
  void anEntryPutInIsFound() {
    List<ChainedEntry> chain = new ArrayList<>(SomeTrail.of(12));
    ChainedEntry forged =
        SomeTrail.chained(chain.get(3).hash(), List.of(SomeTrail.entry(5))).get(0);
    chain.add(4, SomeTrail.holding(forged, texts(forged.entry(), "x", "y", "z")));
    List<ChainedEntry> renumbered = new ArrayList<>(chain.subList(0, 4));
    renumbered.addAll(
        SomeTrail.chained(
            chain.get(3).hash(), List.of(texts(forged.entry(), "member.added", "member", "me"))));
    chain.subList(5, 13).forEach(e -> renumbered.add(moved(e, e.number() + 1)));

    assertThat(words(stored(renumbered, new ChainHead(13, chain.get(12).hash()))))
        .containsExactly("INSERTED 5");
    assertThat(only(plus(SomeTrail.of(12), SomeTrail.entry(13)))).isEqualTo("INSERTED 13");
  }

  @Test
  void swappedEntriesAreFound() {
    List<ChainedEntry> chain = new ArrayList<>(SomeTrail.of(12));
    ChainedEntry third = chain.get(2);
    chain.set(2, moved(chain.get(8), 3));
    chain.set(8, moved(third, 9));
    assertThat(words(stored(chain, head(12)))).containsExactly("REORDERED 3", "REORDERED 9");

    List<ChainedEntry> lines = new ArrayList<>(SomeTrail.of(12));
    Collections.swap(lines, 4, 5);
    assertThat(words(stored(lines, head(12)))).containsExactly("REORDERED 5");
  }

  @Test
  void anEntryReplacedWithAHashOfItsOwnNoLongerFitsTheNext() {
    List<ChainedEntry> chain = new ArrayList<>(SomeTrail.of(12));
    AuditEntry other = texts(chain.get(6).entry(), "member.added", "member", "me");
    chain.set(6, SomeTrail.chained(chain.get(5).hash(), List.of(other)).get(0));

    assertThat(words(stored(chain, head(12)))).containsExactly("REWRITTEN 7");
  }

  @Test
  void aRewrittenTailIsFoundByTheStoredHeadAndWithoutThatByASignedOne() {
    List<ChainedEntry> chain = rewrittenFrom(7);
    assertThat(words(stored(chain, head(12)))).containsExactly("HEAD_CHANGED 12");
    assertThat(stored(chain, SomeTrail.head(chain)).isIntact()).isTrue();

    TrailReport report = withHeads(chain, signed(4), signed(9), signed(11));
    assertThat(words(report)).containsExactly("REWRITTEN 5");
    assertThat(report.confirmedTo()).isEqualTo(4);
    assertThat(report.heads()).isEqualTo(1);
  }

  @Test
  void aTailThatWasCutWithItsHeadIsFoundByASignedOneOnly() {
    List<ChainedEntry> chain = SomeTrail.of(9);
    assertThat(stored(chain, SomeTrail.head(chain)).isIntact()).isTrue();
    assertThat(words(withHeads(chain, signed(4), signed(11)))).containsExactly("CUT_OFF 10");
  }

  @Test
  void aForgedSignatureIsToldAndNotBelieved() {
    SignedHead head = signed(11);
    SignedHead moved =
        new SignedHead(
            head.organisation(),
            SomeTrail.head(SomeTrail.of(9)),
            head.at(),
            head.keyId(),
            head.publicKey(),
            head.signature());
    TrailReport report = withHeads(SomeTrail.of(9), moved);
    assertThat(words(report)).containsExactly("HEAD_FORGED 9");
    assertThat(report.heads()).isZero();

    SigningKeys strangers = new SigningKeyFile(directory.resolve("other.pem")).keys();
    SignedHead foreign = strangers.sign(Organisation.FIRST, head(9), MOMENT);
    assertThat(words(withHeads(SomeTrail.of(9), foreign))).containsExactly("HEAD_FORGED 9");
  }

  @Test
  void ATrailThatIsWrongEverywhereIsReadToItsEnd() {
    List<ChainedEntry> chain =
        SomeTrail.of(3000).stream()
            .map(e -> SomeTrail.holding(e, texts(e.entry(), "a", "b", "c")))
            .toList();
    TrailReport report = stored(chain, head(3000));
    assertThat(report.foundInAll()).isEqualTo(3000);
    assertThat(report.found()).hasSize(ChainCheck.MOST_FOUND);
  }

  private static String only(List<ChainedEntry> chain) {
    List<String> words = words(stored(chain, head(12)));
    assertThat(words).hasSize(1);
    return words.get(0);
  }

  private static List<String> words(TrailReport report) {
    return report.found().stream().map(each -> each.kind() + " " + each.number()).toList();
  }

  private static TrailReport stored(List<ChainedEntry> chain, ChainHead head) {
    return checked(chain, HeadCheck.of(Optional.of(head), List.of(), PublicKeys.asNamed()));
  }

  private TrailReport withHeads(List<ChainedEntry> chain, SignedHead... heads) {
    return checked(
        chain, HeadCheck.of(Optional.of(SomeTrail.head(chain)), List.of(heads), keys().trusted()));
  }

  private static TrailReport checked(List<ChainedEntry> chain, HeadCheck heads) {
    ChainCheck check = new ChainCheck(Organisation.FIRST, heads);
    chain.forEach(check::next);
    return check.end();
  }

  private SigningKeys keys() {
    return new SigningKeyFile(directory.resolve("key.pem")).keys();
  }

  private SignedHead signed(int number) {
    return keys().sign(Organisation.FIRST, head(number), MOMENT);
  }

  private static ChainHead head(int number) {
    return SomeTrail.head(SomeTrail.of(number));
  }

  private static List<ChainedEntry> rewrittenFrom(int number) {
    List<ChainedEntry> chain = new ArrayList<>(SomeTrail.of(12).subList(0, number - 1));
    List<AuditEntry> others =
        SomeTrail.of(12).subList(number - 1, 12).stream()
            .map(e -> texts(e.entry(), "nothing.happened", "nothing", "0"))
            .toList();
    chain.addAll(SomeTrail.chained(chain.get(number - 2).hash(), others));
    return chain;
  }

  private static List<ChainedEntry> replaced(List<ChainedEntry> chain, int at, ChainedEntry other) {
    List<ChainedEntry> copy = new ArrayList<>(chain);
    copy.set(at, other);
    return copy;
  }

  private static List<ChainedEntry> without(List<ChainedEntry> chain, int from, int to) {
    List<ChainedEntry> copy = new ArrayList<>(chain);
    copy.subList(from, to).clear();
    return copy;
  }

  private static List<ChainedEntry> plus(List<ChainedEntry> chain, AuditEntry entry) {
    List<ChainedEntry> copy = new ArrayList<>(chain);
    copy.addAll(SomeTrail.chained(chain.get(chain.size() - 1).hash(), List.of(entry)));
    return copy;
  }

  private static ChainedEntry moved(ChainedEntry entry, long number) {
    return SomeTrail.holding(entry, entry.entry().numbered(number));
  }

  private static AuditEntry with(AuditEntry e, Organisation organisation, Instant at, Actor actor) {
    return new AuditEntry(
        organisation,
        e.number(),
        at,
        actor,
        e.action(),
        e.subjectKind(),
        e.subjectId(),
        e.before(),
        e.after());
  }

  private static AuditEntry texts(AuditEntry e, String action, String kind, String id) {
    return texts(e, action, kind, id, e.before(), e.after());
  }

  private static AuditEntry texts(
      AuditEntry e,
      String action,
      String kind,
      String id,
      Optional<String> before,
      Optional<String> after) {
    return new AuditEntry(
        e.organisation(), e.number(), e.at(), e.actor(), action, kind, id, before, after);
  }
}
