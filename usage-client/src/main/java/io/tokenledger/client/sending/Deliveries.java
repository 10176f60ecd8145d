package io.tokenledger.client.sending;

/** What becomes of what is sent. Called from the sender's thread; must not throw. */
public interface Deliveries {

  /** The ledger has these. */
  void accepted(int events);

  /** The ledger refused the event for ever. */
  void rejected(byte[] event, String code, String detail);

  /** Nothing could be sent; it is tried again. */
  void failed(String why);

  /** Now and then, at least once a second unless a request is under way. */
  void tick();
}
