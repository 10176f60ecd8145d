package io.tokenledger.service.worker;

import io.smallrye.mutiny.Uni;

/**
 * Waiting, in a flow that has a thread of its own: a schedule's worker, or the start. Its steps
 * read one after the other, as they happen.
 */
public final class OnWorker {

  private OnWorker() {}

  /**
   * Waits as long as it takes: the work itself ends in bounded time.
   *
   * @return what the work answers; what it fails with is thrown
   * @throws IllegalStateException on an event loop, which must not wait
   */
  public static <T> T await(Uni<T> work) {
    return work.await().indefinitely();
  }
}
