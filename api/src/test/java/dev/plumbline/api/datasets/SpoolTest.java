package dev.plumbline.api.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.api.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpoolTest {

  private final Spool spool = new Spool(new SmallLimits());

  SpoolTest() throws IOException {}

  @Test
  void aBodyIsKeptUnderItsNameUntilItIsDeleted() throws IOException {
    Upload upload = spool.take("a/b/train.jsonl", body(10));

    assertThat(upload.file()).isEqualTo("train.jsonl");
    assertThat(upload.content()).hasSize(10);
    upload.delete();
    assertThat(upload.content()).doesNotExist();
  }

  @Test
  void aBodyAboveTheLimitIsRefusedAndLeavesNothingBehind() throws IOException {
    Upload kept = spool.take("kept", body(1));

    assertThatThrownBy(() -> spool.take("large", body(11)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("more than");
    assertThat(filesBeside(kept.content())).isEqualTo(1);
    kept.delete();
  }

  @Test
  void anEmptyBodyIsRefused() {
    assertThatThrownBy(() -> spool.take("empty", body(0)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("empty");
  }

  @Test
  void aBrokenConnectionLeavesNothingBehind() throws IOException {
    Upload kept = spool.take("kept", body(1));
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };

    assertThatThrownBy(() -> spool.take("broken", broken)).isInstanceOf(IOException.class);
    assertThat(filesBeside(kept.content())).isEqualTo(1);
    kept.delete();
  }

  private static long filesBeside(Path file) throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.count();
    }
  }

  private static InputStream body(int bytes) {
    return new ByteArrayInputStream(new byte[bytes]);
  }
}
