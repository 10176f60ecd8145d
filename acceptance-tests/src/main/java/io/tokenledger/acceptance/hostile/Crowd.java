package io.tokenledger.acceptance.hostile;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Many who do the same at once. */
final class Crowd {

  private Crowd() {}

  /**
   * @param each gets the numbers 0, 1, 2, … each once, while {@code goOn}
   */
  static void work(int size, BooleanSupplier goOn, IntConsumer each) {
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(size);
    try {
      List<CompletableFuture<Void>> all =
          IntStream.range(0, size)
              .mapToObj(
                  one -> CompletableFuture.runAsync(() -> workAlone(next, goOn, each), threads))
              .toList();
      all.forEach(CompletableFuture::join);
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
