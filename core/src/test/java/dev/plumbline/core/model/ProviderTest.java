package dev.plumbline.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProviderTest {

  @Test
  void theSpellingsOfOtherToolsMeanTheSameProvider() {
    assertThat(Provider.of("azure_openai")).isEqualTo(Provider.AZURE);
    assertThat(Provider.of("aws_bedrock")).isEqualTo(Provider.BEDROCK);
    assertThat(Provider.of("vertex_ai")).isEqualTo(Provider.GOOGLE_VERTEX);
    assertThat(Provider.of("google_vertex")).isEqualTo(Provider.GOOGLE_VERTEX);
    assertThat(Provider.of("together_ai")).isEqualTo(Provider.TOGETHER);
  }

  @Test
  void aProviderThatIsNewToUsKeepsItsOwnKey() {
    assertThat(Provider.of("prime_intellect").key()).isEqualTo("prime-intellect");
  }

  @Test
  void aKeyWithOtherCharactersIsRefused() {
    assertThatThrownBy(() -> Provider.of("Open AI")).hasMessageContaining("Open AI");
  }
}
