package io.tokenledger.ingest;

import io.tokenledger.pricing.PriceBook;

/** The local copy of the price book. */
public interface PriceBooks {

  /** Always there, no I/O. */
  PriceBook current();

  /**
   * Asks pricing-service when it is in use and has not answered since the start. An event keeps the
   * cost it gets: priced with the bundled list, it would lack the prices set by hand for ever. A
   * book that comes from elsewhere is always known.
   *
   * <p>It is asked again for some seconds: services that start together need not start in order.
   *
   * @throws IllegalStateException when it does not answer within that time; events can wait in
   *     Kafka
   */
  default void requireKnown() {}
}
