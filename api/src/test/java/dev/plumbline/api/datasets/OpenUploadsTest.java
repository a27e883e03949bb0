package dev.plumbline.api.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.datasets.OpenUploads.Place;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.ProblemException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenUploadsTest {

  private static final Organisation OTHER = new Organisation(new UUID(7, 7));

  private final OpenUploads open = new OpenUploads(new SmallLimits()); // two of each organisation

  @Test
  void oneOrganisationLeavesRoomForTheOthers() {
    open.enter(Organisation.FIRST);
    open.enter(Organisation.FIRST);

    assertThatThrownBy(() -> open.enter(Organisation.FIRST))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
    open.enter(OTHER);
  }

  @Test
  void aPlaceIsGivenBackOnce() {
    Place first = open.enter(Organisation.FIRST);
    open.enter(Organisation.FIRST);
    first.leave();
    first.leave();
    open.enter(Organisation.FIRST);

    assertThatThrownBy(() -> open.enter(Organisation.FIRST)).isInstanceOf(ProblemException.class);
  }
}
