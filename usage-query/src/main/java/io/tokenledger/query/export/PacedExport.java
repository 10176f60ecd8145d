package io.tokenledger.query.export;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** One export on its way: reads while its client takes, and ends with a client that does not. */
final class PacedExport<T> {

  static final Duration WATCHED_EVERY = Duration.ofSeconds(1);

  private final MultiEmitter<? super List<T>> client;
  private final Supplier<Uni<ExportPage<T>>> pages;
  private final long patienceNanos;
  private final long longestNanos;
  private final long begun = System.nanoTime();
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile long given = begun;

  /**
   * @param patience how long the client may take nothing
   * @param longest how long all of it may take
   */
  PacedExport(
      MultiEmitter<? super List<T>> client,
      Supplier<Uni<ExportPage<T>>> pages,
      Duration patience,
      Duration longest) {
    this.client = client;
    this.pages = pages;
    this.patienceNanos = patience.toNanos();
    this.longestNanos = longest.toNanos();
  }

  /** Reads the next page, unless one is being read or the client has yet to take the last one. */
  void goOn() {
    if (client.requested() > 0 && !client.isCancelled() && reading.compareAndSet(false, true)) {
      pages.get().subscribe().with(this::give, client::fail);
    }
  }

  /** A client that is given up sees its connection end, and no end of the file. */
  void watch() {
    long now = System.nanoTime();
    if (!reading.get() && now - given > patienceNanos) {
      client.fail(new ExportGivenUpException("its client took nothing for a while"));
    } else if (now - begun > longestNanos) {
      client.fail(new ExportGivenUpException("it took longer than an export may"));
    }
  }

  private void give(ExportPage<T> page) {
    if (!page.rows().isEmpty()) {
      client.emit(page.rows());
    }
    if (page.last()) {
      client.complete();
      return;
    }
    given = System.nanoTime();
    reading.set(false);
    goOn();
  }
}
