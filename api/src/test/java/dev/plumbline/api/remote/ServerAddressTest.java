package dev.plumbline.api.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://plumbline.example, https://plumbline.example",
    "https://Plumbline.Example:443/, https://plumbline.example",
    "plumbline.example, https://plumbline.example",
    "plumbline.example:8443, https://plumbline.example:8443",
    "localhost:8080, http://localhost:8080",
    "http://127.0.0.1:8080, http://127.0.0.1:8080",
    "http://127.9.9.9, http://127.9.9.9",
    "http://[::1]:8080, http://[::1]:8080",
    "https://127.0.0.1, https://127.0.0.1",
  })
  void anAddressIsItsOrigin(String written, String origin) {
    assertThat(ServerAddress.of(written).origin()).isEqualTo(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://plumbline.example",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://10.0.0.1:8080",
        "http://[::2]:8080",
      })
  void aTokenIsNeverSentInTheClear(String written) {
    assertThatThrownBy(() -> ServerAddress.of(written)).hasMessageContaining("https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://",
        "ftp://plumbline.example",
        "https://user:secret@plumbline.example",
        "https://plumbline.example/path",
        "https://plumbline.example?x=1",
        "https://plumbline.example#x",
        "https://two words",
      })
  void whatIsNotAnOriginIsRefused(String written) {
    assertThatThrownBy(() -> ServerAddress.of(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void aPathCannotLeadToAnotherServer() {
    ServerAddress server = ServerAddress.of("https://plumbline.example");

    assertThatThrownBy(() -> server.resolve("//evil.example/x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> server.resolve("@evil.example/x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
