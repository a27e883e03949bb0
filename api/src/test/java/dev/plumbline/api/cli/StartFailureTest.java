package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

  private static final BindException TAKEN = new BindException("Address already in use");

  @Test
  void aTakenPortNamesTheOptionThatChoosesAnother() {
    assertThat(StartFailure.explain(new RuntimeException("Failed to start", TAKEN)))
        .contains("--port and --host");
  }

  @Test
  void aTakenManagementPortNamesItsOwnOption() {
    // the text of Quarkus 3.27.2, as it was seen with a taken port
    Throwable failure =
        new RuntimeException(
            new IllegalStateException(
                "Unable to start the management interface on 127.0.0.1:9000", TAKEN));

    assertThat(StartFailure.explain(failure)).contains("--management-port");
  }

  @Test
  void anotherReasonIsSaidAsItIs() {
    assertThat(StartFailure.explain(new IllegalStateException("fsync = off")))
        .isEqualTo("plumbline: cannot start: fsync = off");
  }
}
