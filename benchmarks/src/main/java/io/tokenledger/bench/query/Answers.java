package io.tokenledger.bench.query;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Collects the answers of a run from several threads, until all that ask have closed. */
final class Answers {

  private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final CountDownLatch open;

  Answers(int asking) {
    this.open = new CountDownLatch(asking);
  }

  record Answer(long micros, long bytes) {}

  void add(long micros, long bytes) {
    answers.add(new Answer(micros, bytes));
  }

  void fail(Throwable cause) {
    failure.compareAndSet(null, cause);
  }

  boolean haveFailed() {
    return failure.get() != null;
  }

  void close() {
    open.countDown();
  }

  /**
   * @throws IllegalStateException when something failed
   */
  List<Answer> await() throws InterruptedException {
    open.await();
    if (haveFailed()) {
      throw new IllegalStateException(failure.get());
    }
    return new ArrayList<>(answers);
  }
}
