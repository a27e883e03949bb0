package dev.plumbline.pricing.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepetitionAuditTest {

  @Test
  void rowsThatOnlyLookDifferentAreDuplicates() {
    String first = Files.chat("Grüße aus Köln!", "Straße");
    String second = Files.chat("  grüße, aus KÖLN", "STRASSE.");
    assertObjections2(first, second, "WARNING EXACT_DUPLICATE 102");
  }

  @Test
  void manyDuplicatesAreAnError() {
    String[] copies = new String[10];
    java.util.Arrays.fill(copies, Files.row(1));
    assertThat(Files.objections(Files.read(Files.withGoodRows(copies))))
        .contains("ERROR EXACT_DUPLICATE 0"); // 10 of 110 rows are more than 5 %
  }

  @Test
  void sameQuestionAboutAnotherImageIsNoDuplicate() {
    String image =
        """
        {"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":[\
        {"type":"text","text":"What is this?"},\
        {"type":"image_url","image_url":{"url":"https://example.com/%s.png","detail":"low"}}]},\
        {"role":"assistant","content":[{"type":"text","text":"A cat"}]}]}""";
    DatasetReport report =
        Files.read(
            Files.O200K.withImageModel("gpt-4o"),
            Files.withGoodRows(image.formatted("a"), image.formatted("b")));
    assertThat(Files.objections(report)).isEmpty();
    assertThat(report.tokens().images().tokens()).isEqualTo(2 * 85);
  }

  @Test
  void anotherAnswerToTheSameFreeQuestionIsToBeReviewed() {
    assertObjections2(
        Files.chat("Why?", "Because it rains a lot in the north, and wet roads are slow."),
        Files.chat("why", "No reason."),
        "WARNING CONTRADICTION 102");
  }

  @Test
  void anotherClassForTheSameInputIsAnError() {
    String[] rows = new String[102];
    for (int i = 0; i < 100; i++) {
      rows[i] = Files.chat("text number " + i, i % 2 == 0 ? "good" : "bad");
    }
    rows[100] = Files.chat("the same", "good");
    rows[101] = Files.chat("the same", "bad");
    assertThat(Files.objections(Files.read(rows))).containsExactly("ERROR CONTRADICTION 102");
  }

  @Test
  void oneClassThatOutweighsTheOthersIsSaid() {
    String[] rows = new String[100];
    for (int i = 0; i < 100; i++) {
      rows[i] = Files.chat("text number " + i, i < 91 ? "good" : "bad");
    }
    assertThat(Files.objections(Files.read(rows))).containsExactly("WARNING CLASS_IMBALANCE 0");
    rows[90] = Files.chat("text number 90", "bad"); // 90 % is not more than 90 %
    assertThat(Files.objections(Files.read(rows))).isEmpty();
  }

  @Test
  void aRareClassIsSaid() {
    String[] rows = new String[200];
    for (int i = 0; i < 200; i++) {
      // 5 classes: a fair share is 40 rows, a tenth of it 4
      rows[i] = Files.chat("text number " + i, i < 3 ? "rare" : "class " + i % 4);
    }
    assertThat(Files.objections(Files.read(rows))).containsExactly("WARNING CLASS_IMBALANCE 0");
  }

  @Test
  void rowsThatAreNoChatsAreCountedAndCompared() {
    DatasetReport report =
        Files.read(
            "{\"question\":\"Who?\",\"answer\":\"He\"}",
            "{\"question\":\"who\",\"answer\":\"he.\"}",
            "{\"question\":\"Who?\",\"answer\":\"She\"}");
    assertThat(report.format()).isEqualTo(DatasetFormat.NOT_CHAT);
    assertThat(report.rows()).isEqualTo(3);
    assertThat(report.findingCounts())
        .containsEntry("BAD_MESSAGES", 3L)
        .containsEntry("CONTRADICTION", 1L);
    assertThat(Files.objections(report)).contains("WARNING EXACT_DUPLICATE 2");
  }

  @Test
  void aValidationFileMustNotRepeatTheTraining() {
    DatasetReport training = Files.read(Files.withGoodRows());
    DatasetReport validation =
        Files.read(
            Files.O200K.forHoldoutOf(training.fingerprints()), Files.row(1_000), Files.row(7));
    assertThat(Files.objections(validation))
        .containsExactly("ERROR SPLIT_LEAK 2", "WARNING SMALL_HOLDOUT 0");
  }

  private static void assertObjections2(String first, String second, String... objections) {
    assertThat(Files.objections(Files.read(Files.withGoodRows(first, second))))
        .containsExactly(objections);
  }
}
