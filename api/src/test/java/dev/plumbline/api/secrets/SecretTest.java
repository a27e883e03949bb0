package dev.plumbline.api.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

  private static final String TEXT = "sk-abcdefghijklmnop";

  private record Holder(Secret secret) {}

  @Test
  void neitherTextNorJsonNorAHolderShowsIt() throws JsonProcessingException {
    Secret secret = Secret.of(TEXT);

    assertThat(new Holder(secret) + " " + Map.of("a", secret) + " %s".formatted(secret))
        .doesNotContain("abcdef");
    assertThat(new ObjectMapper().writeValueAsString(new Holder(secret)))
        .isEqualTo("{\"secret\":\"****\"}");
  }

  @Test
  void onlyLongPlainOnesShowTheirEnd() {
    assertThat(Secret.of(TEXT).lastFour()).contains("mnop");
    assertThat(Secret.of("12345678901").lastFour()).isEmpty();
    assertThat(Secret.of("{\n \"key\": 12345\n}").lastFour()).isEmpty();
  }

  @Test
  void aClosedOneIsGone() {
    Secret secret = Secret.of(TEXT);
    byte[] bytes = secret.bytes();
    secret.close();

    assertThat(bytes).containsOnly(0);
    assertThatThrownBy(secret::reveal).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theLimitIsInBytes() {
    assertThat(Secret.of("x".repeat(Secret.LARGEST)).bytes()).hasSize(Secret.LARGEST);
    assertThatThrownBy(() -> Secret.of("é".repeat(Secret.LARGEST)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Secret.of(TEXT + "\ud800"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("abcdef");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"secret\":1234567890123}",
        "{\"secret\":[\"sk-abcdefghijklmnop\"]}",
        "{\"secret\":{\"a\":\"sk-abcdefghijklmnop\"}}",
        "{\"secret\":\"sk-abcdefghijklmnop\\u0000\"}",
        "{\"secret\":\"sk-abcdefghijklmnop\\ud800\"}",
        "{\"secret\":\"sk-abcdefghijklmnop"
      })
  void aRefusedOneIsNotRepeated(String json) {
    assertThatThrownBy(() -> new ObjectMapper().readValue(json, Holder.class))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageNotContaining("abcdef");
  }
}
