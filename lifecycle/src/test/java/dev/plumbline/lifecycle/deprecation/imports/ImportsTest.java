package dev.plumbline.lifecycle.deprecation.imports;

import static dev.plumbline.lifecycle.deprecation.imports.Pages.NOTHING;
import static dev.plumbline.lifecycle.deprecation.imports.Pages.accepted;
import static dev.plumbline.lifecycle.deprecation.imports.Pages.document;
import static dev.plumbline.lifecycle.deprecation.imports.Pages.refused;
import static dev.plumbline.lifecycle.deprecation.imports.Pages.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportsTest {

  @ParameterizedTest
  @ValueSource(strings = {"openai.md", "openai.html"})
  void openAisPageIsReadInBothForms(String file) {
    var proposal = accepted(NOTHING, document(file, DocumentKind.OPENAI_PAGE));

    assertThat(proposal.claims())
        .extracting(ImportsTest::inShort)
        .containsExactly(
            "INFERENCE BASE tune-large-2024-08-06 2027-01-14 COMMITTED next-luna",
            "INFERENCE FOLLOWS_BASE tune-large-2024-08-06 2027-01-14 COMMITTED next-luna",
            "INFERENCE BASE tune-small-2024-07-18 2027-01-14 COMMITTED next-luna (mode: fast)",
            "INFERENCE FOLLOWS_BASE tune-small-2024-07-18 2027-01-14 COMMITTED next-luna (mode:"
                + " fast)",
            "INFERENCE BASE tune-small 2027-01-14 COMMITTED next-luna (mode: fast)",
            "INFERENCE FOLLOWS_BASE tune-small 2027-01-14 COMMITTED next-luna (mode: fast)",
            "INFERENCE BASE tune-small-completions 2027-01-14 COMMITTED next-luna (mode: fast)",
            "INFERENCE FOLLOWS_BASE tune-small-completions 2027-01-14 COMMITTED next-luna (mode:"
                + " fast)",
            "TRAINING GATE all fine-tuning 2026-05-07 COMMITTED [NEVER_TUNED]",
            "TRAINING GATE all fine-tuning 2026-07-02 COMMITTED [TUNED_BUT_IDLE]",
            "TRAINING GATE all fine-tuning 2027-01-06 COMMITTED",
            "INFERENCE FAMILY tune-old 2026-10-23 COMMITTED next-terra",
            "INFERENCE BASE tune-old-0613 2024-09-13 COMMITTED tune-old-1106",
            "INFERENCE NOT_AFFECTED tune-old-0613 none COMMITTED",
            "TRAINING TUNED ancient 2024-01-04 EARLIEST tune-old",
            "INFERENCE TUNED ancient 2024-01-04 EARLIEST tune-old",
            "TRAINING BASE ancient-2 2022-10-28 COMMITTED");
    assertThat(proposal.findings())
        .extracting(Finding::code)
        .containsExactly(
            "NO_MODEL_ID",
            "ANNOUNCEMENT_AS_SHUTDOWN",
            "NO_DATE",
            "UNREADABLE_SENTENCE",
            "NO_MODELS",
            "NO_MODEL_ID");
    assertThat(proposal.isPartial()).isTrue();
  }

  @Test
  void aRefusedRowIsNamedByLineFieldAndRemedy() {
    var proposal = accepted(NOTHING, document("openai.md", DocumentKind.OPENAI_PAGE));

    assertThat(proposal.findings())
        .filteredOn(finding -> finding.code().equals("NO_DATE"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.where()).hasToString("openai.md:15 Shutdown date"))
        .satisfies(finding -> assertThat(finding.message()).isEqualTo("'soon' is no date"))
        .satisfies(finding -> assertThat(finding.remedy()).contains("CSV"));
  }

  @Test
  void anImportedAnnouncementDecidesAboutFineTunesByTheSameRules() {
    var proposal = accepted(NOTHING, document("openai.md", DocumentKind.OPENAI_PAGE));
    DeprecationCalendar calendar = NOTHING.with(proposal.claims());

    assertThat(endOf(calendar, "ft:tune-large-2024-08-06:acme::a1", CustomerClass.ACTIVE))
        .isEqualTo("TRAINING 2027-01-06 PROVIDER_GATE, INFERENCE 2027-01-14 ANNOUNCEMENT_TEXT");
    assertThat(endOf(calendar, "ft:tune-large-2024-08-06:acme::a1", CustomerClass.NEVER_TUNED))
        .startsWith("TRAINING 2026-05-07 PROVIDER_GATE");
    assertThat(endOf(calendar, "ft:tune-old-1106:acme::a1", CustomerClass.ACTIVE))
        .endsWith("INFERENCE 2026-10-23 FAMILY_ROW");
  }

  @ParameterizedTest
  @ValueSource(strings = {"azure.md", "azure.html"})
  void azuresTablesAreSeparateSubjects(String file) {
    var proposal = accepted(NOTHING, document(file, DocumentKind.AZURE_PAGE));

    assertThat(proposal.claims())
        .extracting(ImportsTest::inShort)
        .containsExactly(
            "INFERENCE BASE gpt-tune-2024-08-06 2026-10-01 COMMITTED gpt-next",
            "INFERENCE BASE gpt-tune-mini-2024-07-18 2026-10-01 COMMITTED",
            "INFERENCE BASE embedding-3-1 2027-04-15 COMMITTED",
            "INFERENCE BASE gpt-free-2026-01-01 none COMMITTED",
            "INFERENCE TUNED gpt-tune-2024-08-06 2027-10-01 COMMITTED",
            "TRAINING TUNED gpt-tune-2024-08-06 2027-04-01 EARLIEST [TUNED_BUT_IDLE, ACTIVE]",
            "INFERENCE TUNED gpt-tune-mini-2024-07-18 2027-10-01 COMMITTED",
            "TRAINING TUNED gpt-tune-mini-2024-07-18 2027-04-01 EARLIEST");
    assertThat(proposal.findings())
        .extracting(finding -> finding.code() + " " + finding.severity())
        .containsExactly(
            "VERSION_MISSING ERROR",
            "NO_DATE ERROR",
            "VERSION_MISSING INFORMATION",
            "NO_MODELS INFORMATION");
  }

  @Test
  void aCollectionIsReadAsHearsay() {
    var proposal = accepted(NOTHING, document("collection.json", DocumentKind.JSON));

    assertThat(proposal.claims())
        .extracting(ImportsTest::inShort)
        .containsExactly(
            "INFERENCE BASE tune-large-2024-08-06 2027-01-14 SECONDARY next-luna / next-sol",
            "INFERENCE BASE gpt-tune-2024-08-06 2027-04-14 SECONDARY",
            "INFERENCE FAMILY tune-old 2026-10-23 SECONDARY");
    assertThat(proposal.claims().get(0).seenAt()).hasToString("Optional[2026-10-28]");
    assertThat(proposal.claims().get(0).source().kind()).isEqualTo(Source.Kind.THIRD_PARTY);
    assertThat(proposal.findings())
        .extracting(finding -> finding.code() + " " + finding.where())
        .containsExactly(
            "VERSION_MISSING collection.json:8 model_id",
            "NO_MODEL_ID collection.json:9 model_id",
            "ANNOUNCEMENT_AS_SHUTDOWN collection.json:10 shutdown_date",
            "NO_DATE collection.json:11 shutdown_date");
  }

  @Test
  void rowsByHandSayWhatThePersonKnows() {
    var proposal = accepted(NOTHING, document("by_hand.csv", DocumentKind.CSV));

    assertThat(proposal.claims())
        .extracting(ImportsTest::inShort)
        .containsExactly(
            "INFERENCE BASE tune-large-2024-08-06 2027-01-14 COMMITTED next-luna",
            "TRAINING TUNED gpt-tune-2024-08-06 2027-04-01 EARLIEST [TUNED_BUT_IDLE, ACTIVE]",
            "INFERENCE FINE_TUNE ft:tune-large-2024-08-06:acme::a1 none WITHDRAWN",
            "TRAINING GATE all fine-tuning 2027-01-06 COMMITTED");
    assertThat(proposal.claims().get(0).source().name()).isEqualTo("mail of OpenAI, 2026-11-01");
    assertThat(proposal.findings())
        .extracting(finding -> finding.where() + ": " + finding.message())
        .containsExactly(
            "by_hand.csv:6 model: 'two words' is no model id",
            "by_hand.csv:7 date: date: '31 of May' is no date",
            "by_hand.csv:8 clock: clock: 'SLEEPING' is none of training, inference");
  }

  @ParameterizedTest
  @CsvSource({
    "'2027-01-14', 'unchanged'",
    "'2027-02-14', 'moved_later'",
    "'2026-12-14', 'moved_earlier'",
    "'—', 'withdrawn'",
  })
  void aNewVersionOfAPageIsComparedWithWhatIsBelieved(String date, String label) {
    String page =
        """
        | Shutdown date | Model | Replacement |
        |---|---|---|
        | %s | `tune-large` | `next-luna` |
        """;
    DeprecationCalendar believed =
        NOTHING.with(accepted(NOTHING, page(page.formatted("2027-01-14"), "2026-10-14")).claims());

    var proposal = accepted(believed, page(page.formatted(date), "2026-11-01"));

    assertThat(proposal.changes())
        .singleElement()
        .extracting(ProposedChange::label)
        .isEqualTo(label);
    assertThat(proposal.changes().get(0).before()).hasToString("Optional[2027-01-14]");
    assertThat(accepted(NOTHING, page(page.formatted("2027-01-14"), "2026-10-14")).changes())
        .singleElement()
        .extracting(ProposedChange::label)
        .isEqualTo("new");
  }

  @Test
  void acceptingTheSamePageTwiceChangesNothing() {
    Document page = document("azure.md", DocumentKind.AZURE_PAGE);
    DeprecationCalendar believed = NOTHING.with(accepted(NOTHING, page).claims());

    assertThat(accepted(believed, page).changes()).allMatch(ProposedChange::isUnchanged);
    assertThat(believed.with(accepted(believed, page).claims()).claims())
        .hasSameSizeAs(believed.claims());
  }

  @Test
  void aRowThatIsGoneIsNamedAndStaysBelieved() {
    DeprecationCalendar believed =
        NOTHING.with(accepted(NOTHING, page(rows(30), "2026-10-01")).claims());

    var proposal = accepted(believed, page(rows(28), "2026-11-01"));

    assertThat(proposal.missing())
        .extracting(key -> key.subject().name())
        .containsExactly("model-29", "model-30");
    assertThat(proposal.changes()).allMatch(ProposedChange::isUnchanged);
  }

  @Test
  void aPageThatShrankIsRefusedAndNeverAWithdrawal() {
    DeprecationCalendar believed =
        NOTHING.with(accepted(NOTHING, page(rows(30), "2026-10-01")).claims());

    var refusal = refused(believed, page(rows(26), "2026-11-01"));

    assertThat(refusal.reason().code()).isEqualTo("SOURCE_SUSPICIOUS");
    assertThat(refusal.reason().message()).isEqualTo("4 of 30 rows that this source had are gone");
  }

  @Test
  void aPageThatLostATableIsRefused() {
    String whole = text("azure.md");
    String cut = whole.substring(0, whole.indexOf("#### Fine-tuned"));
    DeprecationCalendar believed =
        NOTHING.with(accepted(NOTHING, document("azure.md", DocumentKind.AZURE_PAGE)).claims());

    var refusal =
        refused(believed, document("azure.md", DocumentKind.AZURE_PAGE, cut, "2026-11-02"));

    assertThat(refusal.reason().code()).isEqualTo("TABLE_LOST");
    assertThat(refusal.reason().message()).contains("fine-tuned models");
  }

  @Test
  void ourOwnSmallPagesAreTooSmallForTheBundledFacts() {
    assertThat(
            refused(DeprecationCalendar.bundled(), document("openai.md", DocumentKind.OPENAI_PAGE))
                .reason()
                .code())
        .isEqualTo("SOURCE_SUSPICIOUS");
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI_PAGE, '# Not found', NO_TABLE",
    "AZURE_PAGE, '<html><body><p>Sign in</p></body></html>', NO_TABLE",
    "JSON, '[]', NOTHING_READ",
    "CSV, 'provider,model,date', NOTHING_READ",
  })
  void aDocumentWithoutRowsIsRefused(DocumentKind kind, String text, String code) {
    assertThat(refused(NOTHING, document("x", kind, text, "2026-11-01")).reason().code())
        .isEqualTo(code);
    assertThat(
            new Imports(NOTHING)
                .propose(document("x", kind, text, "2026-11-01"))
                .<String>match(ok -> "", refusal -> refusal.reason().code()))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "JSON, '{\"a\": [{', is no JSON",
    "CSV, 'provider,model', lacks the column date",
    "CSV, 'provider,model,date,colour', unknown column 'colour'",
  })
  void aDocumentThatCannotBeReadIsAnError(DocumentKind kind, String text, String message) {
    assertThatThrownBy(() -> new Imports(NOTHING).propose(document("x", kind, text, "2026-11-01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatComesFromOutsideHasLimits() {
    assertThatThrownBy(() -> document("x", DocumentKind.CSV, "x".repeat(8_000_001), "2026-11-01"))
        .hasMessageContaining("8,000,000 characters");
    assertThatThrownBy(() -> new Imports(NOTHING).propose(page(rows(20_001), "2026-11-01")))
        .hasMessageContaining("20,000 rows");
    assertThatThrownBy(
            () ->
                new Imports(NOTHING)
                    .propose(
                        page("| Date | Model |\n|---|---|\n|" + "x".repeat(5_000), "2026-11-01")))
        .hasMessageContaining("characters in one cell");
  }

  private static Document page(String text, String seenAt) {
    return document("page.md", DocumentKind.OPENAI_PAGE, text, seenAt);
  }

  private static String rows(int count) {
    StringBuilder page = new StringBuilder("| Shutdown date | Model |\n|---|---|\n");
    for (int i = 1; i <= count; i++) {
      page.append("| 2027-01-14 | `model-%d` |\n".formatted(i));
    }
    return page.toString();
  }

  private static String inShort(DateClaim claim) {
    return String.join(
            " ",
            List.of(
                claim.clock().name(),
                claim.subject().kind().name(),
                claim.subject().name(),
                claim.date().map(Object::toString).orElse("none"),
                claim.certainty().name(),
                claim.replacement().orElse(""),
                claim.scope().customers().isEmpty()
                    ? ""
                    : claim.scope().customers().stream().sorted().toList().toString()))
        .replaceAll(" +", " ")
        .strip();
  }

  private static String endOf(DeprecationCalendar calendar, String name, CustomerClass customer) {
    var span = calendar.lifespanOf((ModelId) ModelNames.bundled().parse(name), customer);
    return "TRAINING %s, INFERENCE %s"
        .formatted(inShort(span.trainingEnd()), inShort(span.inferenceEnd()));
  }

  private static String inShort(ClockEnd end) {
    return end.match(
        known -> known.end().value() + " " + known.rule(), unknown -> unknown.rule().name());
  }

  @Test
  void boundsAreOnlyBounds() {
    var page =
        page("| Date | Model |\n|---|---|\n| 2027-01-14 or later | `tune-x` |", "2026-11-01");

    assertThat(accepted(NOTHING, page).claims().get(0).certainty())
        .isEqualTo(ClaimCertainty.EARLIEST);
  }
}
