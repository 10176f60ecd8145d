package io.tokenledger.client;

/**
 * Is told what did not reach the ledger. Called from whatever thread found out, that which recorded
 * among them, so it must be quick; what it throws is logged, and otherwise ignored.
 */
public interface UsageListener {

  /**
   * An event that the ledger would refuse; it is not sent.
   *
   * @param problem names the field and what is allowed
   */
  default void onInvalid(UsageEvent event, String problem) {}

  /** The ledger refused an event for ever. */
  default void onRejected(RejectedEvent rejected) {}

  /**
   * An event that was lost.
   *
   * @param why such as that there is no room
   */
  default void onDropped(UsageEvent event, String why) {}
}
