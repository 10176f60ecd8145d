package io.tokenledger.service.kafka;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** How a lane waits, on its own thread: never for ever. */
public record Patience(Duration longest) {

  /**
   * @throws IllegalStateException when there is no answer in time; the work is cancelled, and may
   *     still take effect
   */
  public <T> T await(Uni<T> work) {
    try {
      return work.await().atMost(longest);
    } catch (TimeoutException e) {
      throw new IllegalStateException("no answer within " + longest.toSeconds() + " s", e);
    }
  }
}
