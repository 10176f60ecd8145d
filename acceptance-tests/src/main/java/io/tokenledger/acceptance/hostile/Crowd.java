package io.tokenledger.acceptance.hostile;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Many who do the same at once. */
final class Crowd {

  private Crowd() {}

  /**
   * What one of them fails with is thrown when all others have finished what they were doing: what
   * they sent is known then.
   *
   * @param each gets the numbers 0, 1, 2, … each once, while {@code goOn}
   */
  static void work(int size, BooleanSupplier goOn, IntConsumer each) {
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean failed = new AtomicBoolean();
    BooleanSupplier whileAllGoesWell = () -> !failed.get() && goOn.getAsBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(size);
    try {
      CompletableFuture.allOf(
              IntStream.range(0, size)
                  .mapToObj(
                      one ->
                          CompletableFuture.runAsync(
                                  () -> workAlone(next, whileAllGoesWell, each), threads)
                              .whenComplete((done, e) -> failed.compareAndSet(false, e != null)))
                  .toArray(CompletableFuture[]::new))
          .join();
    } finally {
      threads.shutdownNow();
    }
  }

  /** Each number below {@code times} once. */
  static void workTimes(int size, int times, IntConsumer each) {
    AtomicInteger begun = new AtomicInteger();
    work(size, () -> begun.getAndIncrement() < times, each);
  }

  private static void workAlone(AtomicInteger next, BooleanSupplier goOn, IntConsumer each) {
    while (goOn.getAsBoolean()) {
      each.accept(next.getAndIncrement());
    }
  }
}
