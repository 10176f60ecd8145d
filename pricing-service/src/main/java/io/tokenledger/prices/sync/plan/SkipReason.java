package io.tokenledger.prices.sync.plan;

import io.tokenledger.events.Coded;

/** Why a model of a list was passed over; its price in the book stays as it is. */
public enum SkipReason implements Coded {
  /** The list has no price, or says that it is unknown (-1, router models). */
  NO_PRICE,
  /** A price is negative, not a number, or beyond what anything sold costs. */
  IMPLAUSIBLE_PRICE,
  /** The prices of a service tier cannot be beside the standard ones; the others are taken over. */
  IMPLAUSIBLE_TIER,
  /** The list names the model more than once with different prices. */
  DUPLICATE_NAME,
  /** The name is empty or longer than an event may have. */
  INVALID_NAME,
  /** Somebody set a price of this model by hand. */
  MANUAL_PRICE,
  /** A source that goes before this one prices the model. */
  OTHER_SOURCE,
  /** Somebody rejected this very move, and the list still says the same. */
  REJECTED
}
