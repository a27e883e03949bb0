package dev.plumbline.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlaceTest {

  @Test
  void aPlaceReadsLikeACompilersMessage() {
    assertThat(new Place("train.jsonl", 7, "messages[2].content"))
        .hasToString("train.jsonl:7 messages[2].content");
    assertThat(Place.line("train.jsonl", 7)).hasToString("train.jsonl:7");
    assertThat(Place.file("train.jsonl")).hasToString("train.jsonl");
  }

  @Test
  void linesAreNotNegative() {
    assertThatThrownBy(() -> Place.line("train.jsonl", -1)).hasMessageContaining("-1");
  }
}
