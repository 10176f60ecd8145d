package io.tokenledger.client.sending;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is to be done with a batch that was sent. */
sealed interface Answer {

  /** The ledger has it, but for some. */
  record Taken(List<Rejection> rejected) implements Answer {}

  /**
   * Something is wrong that is not the events' fault.
   *
   * @param after not before this has passed, as the ledger said
   */
  record Later(String why, Optional<Duration> after) implements Answer {}

  /** The ledger does not know this compression: the same again without it. */
  record Uncompressed() implements Answer {}

  /** Refused as a whole: of a batch each event for itself, of one event for ever. */
  record Refused(String code, String detail) implements Answer {}

  /** The token does not permit to write for these orgs. */
  record Forbidden(String detail) implements Answer {}

  /**
   * @param index in the batch
   */
  record Rejection(int index, String code, String detail) {}
}
