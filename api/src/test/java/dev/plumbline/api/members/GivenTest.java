package dev.plumbline.api.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.problem.ProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTest {

  @ParameterizedTest
  @CsvSource({
    "ada@example.com, ada@example.com",
    "' Ada.Lovelace+x@EXAMPLE.co.uk ', ada.lovelace+x@example.co.uk",
    "root@localhost, root@localhost"
  })
  void anAddressIsKeptInLowerCase(String given, String kept) {
    assertThat(Given.email("email", given).text()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.com",
        "ada@",
        "a b@example.com",
        "a@b@c",
        "ada@-x.com",
        "ada@example..com",
        "ada@exämple.com",
        "<ada@example.com>"
      })
  void whatIsNoAddressIsRefusedByItsField(String given) {
    assertThatThrownBy(() -> Given.email("email", given)).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb", "a\u202Eb", "a\u200Bb"})
  void aNameHidesNothing(String given) {
    assertThatThrownBy(() -> Given.name("name", given)).isInstanceOf(ProblemException.class);
  }

  @Test
  void aNameHasAtMostTwoHundredCharactersAsPeopleCount() {
    assertThat(Given.name("name", "😀".repeat(200))).hasSize(400);
    assertThatThrownBy(() -> Given.name("name", "😀".repeat(201)))
        .isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "501", "-1", "x", "99999999999"})
  void aLimitIsFromOneToFiveHundred(String limit) {
    assertThatThrownBy(() -> Slice.of(limit, Optional.empty()))
        .isInstanceOf(ProblemException.class);
  }
}
