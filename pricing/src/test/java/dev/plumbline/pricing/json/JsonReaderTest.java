package dev.plumbline.pricing.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.pricing.json.JsonValue.JsonNumber;
import dev.plumbline.pricing.json.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  private static final JsonReader READER = new JsonReader(JsonLimits.TRAINING_ROW);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[1,-2.50,true,false,null,\"x\"],\"b\":{}}",
        "\"\\\"\\\\\\n\\r\\t\\b\\f\\u001f é 😀\"",
        "[]",
        "1.50",
      })
  void whatIsReadIsWrittenTheSame(String json) throws JsonRefusedException {
    assertThat(JsonWriter.write(READER.read(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "-12, true", "1.0, false", "1e3, false"})
  void wholeNumbersAreToldFromOthers(String digits, boolean whole) {
    assertThat(new JsonNumber(digits).isWhole()).isEqualTo(whole);
  }

  @Test
  void theFieldOfAFaultIsNamed() {
    JsonRefusedException refused =
        catchThrowableOfType(
            JsonRefusedException.class,
            () -> READER.read("{\"messages\":[{\"content\":\"a\\u0000\"}]}"));
    assertThat(refused.field()).isEqualTo("messages[0].content");
    assertThat(refused.problem()).contains("U+0000");
    assertThat(refused.remedy()).isNotEmpty();
  }

  @Test
  void aPathIsNeverEndless() {
    String name = "n".repeat(900);
    String deep = "{\"%s\":".formatted(name).repeat(5) + "x";
    JsonRefusedException refused =
        catchThrowableOfType(JsonRefusedException.class, () -> READER.read(deep));
    assertThat(refused.field()).hasSizeLessThan(300);
  }

  @Test
  void limitsAreKept() {
    JsonReader small = new JsonReader(new JsonLimits(3, 5, 4, 3));
    assertThatThrownBy(() -> small.read("[[[[1]]]]")).isInstanceOf(JsonRefusedException.class);
    assertThatThrownBy(() -> small.read("\"" + "x".repeat(100_000) + "\""))
        .isInstanceOf(JsonRefusedException.class);
    assertThatThrownBy(() -> small.read("12345")).isInstanceOf(JsonRefusedException.class);
    assertThatThrownBy(() -> small.read("{\"" + "n".repeat(100_000) + "\":1}"))
        .isInstanceOf(JsonRefusedException.class);
    assertThatThrownBy(() -> new JsonLimits(0, 1, 1, 1)).hasMessageContaining("positive");
  }

  @Test
  void nulIsACharacterOnlyWhereTextsAreMerelyCounted() throws JsonRefusedException {
    assertThat(JsonReader.acceptingNul(JsonLimits.TRAINING_ROW).read("\"a\\u0000\"").kind())
        .isEqualTo("a string");
    assertThatThrownBy(() -> READER.read("\"a\\u0000\"")).isInstanceOf(JsonRefusedException.class);
  }

  @Test
  void fieldsAreFoundByKind() throws JsonRefusedException {
    JsonObject object = (JsonObject) READER.read("{\"t\":\"x\",\"o\":{},\"a\":[],\"n\":null}");
    assertThat(object.findText("t")).contains("x");
    assertThat(object.findText("o")).isEmpty();
    assertThat(object.findObject("o")).isPresent();
    assertThat(object.findArray("a")).isPresent();
    assertThat(object.findPresent("n")).isEmpty();
    assertThat(object.find("n")).isPresent();
    assertThat(object.find("missing")).isEmpty();
  }

  @Test
  void everyKindHasAWord() throws JsonRefusedException {
    for (String json : new String[] {"{}", "[]", "\"\"", "1", "true", "null"}) {
      assertThat(READER.read(json).kind()).isNotBlank();
    }
  }
}
