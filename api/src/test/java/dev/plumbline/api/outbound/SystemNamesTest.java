package dev.plumbline.api.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SystemNamesTest {

  private final CountDownLatch answered = new CountDownLatch(1);
  private final SystemNames names =
      new SystemNames(
          host -> {
            if (host.equals("good.example")) {
              return new InetAddress[] {InetAddress.getLoopbackAddress()};
            }
            try {
              answered.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
          });

  @Test
  void aNameThatHangsKeepsNobodyElseWaitingHoweverOftenItIsAskedFor() throws Exception {
    List<CompletableFuture<Void>> asked = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      asked.add(
          CompletableFuture.runAsync(
              () ->
                  assertThatThrownBy(() -> names.addresses("hangs.example"))
                      .hasMessage("the name servers take too long"),
              work -> new Thread(work).start()));
    }

    assertThat(names.addresses("good.example")).containsExactly(InetAddress.getLoopbackAddress());
    asked.forEach(CompletableFuture::join);
    answered.countDown();
  }

  @Test
  void anAddressInDigitsIsNotLookedUp() throws Exception {
    assertThat(names.addresses("127.0.0.1")).containsExactly(InetAddress.getByName("127.0.0.1"));
    assertThat(names.addresses("255.10.9.200")).hasSize(1);
    assertThat(names.addresses("::1")).containsExactly(InetAddress.getByName("::1"));
    for (String name : List.of("256.1.1.1", "1.2.3", "1.2.3.4.", "1.2.3.4.5")) {
      answered.countDown();
      assertThatThrownBy(() -> names.addresses(name))
          .as(name)
          .hasMessage("no address of that name");
    }
  }
}
