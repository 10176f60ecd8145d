package io.tokenledger.client;

/**
 * Puts into an event what an answer says of its usage, such as {@code (answer, event) ->
 * event.rawUsage(answer.usage())}.
 *
 * @param <T> the answer
 */
@FunctionalInterface
public interface UsageReader<T> {

  /** What it throws does not reach the caller; the event is then sent as partial. */
  void read(T answer, UsageEventBuilder event);
}
