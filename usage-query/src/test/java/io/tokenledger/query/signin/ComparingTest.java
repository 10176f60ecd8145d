package io.tokenledger.query.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tokenledger.service.refusal.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ComparingTest {

  private final Comparing comparing = new Comparing();

  @Test
  void someWaitForTheirTurnAndMoreAreRefused() {
    ExecutorService threads = Executors.newCachedThreadPool();
    CountDownLatch end = new CountDownLatch(1);
    List<CompletableFuture<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(
          CompletableFuture.supplyAsync(() -> comparing.inTurn(() -> awaited(end)), threads)
              .exceptionally(refused -> !(refused.getCause() instanceof RefusedException)));
    }
    await().until(() -> all.stream().filter(CompletableFuture::isDone).count() == 11);
    end.countDown();
    assertThat(all.stream().map(CompletableFuture::join).filter(done -> done)).hasSize(9);
    assertThat(comparing.inTurn(() -> true)).isTrue();
    threads.shutdown();
  }

  @Test
  void aComparisonThatFailsFreesItsPlace() {
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(
              () ->
                  comparing.inTurn(
                      () -> {
                        throw new IllegalArgumentException("no");
                      }))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(comparing.inTurn(() -> false)).isFalse();
  }

  private static boolean awaited(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return true;
  }
}
