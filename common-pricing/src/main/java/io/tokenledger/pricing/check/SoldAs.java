package io.tokenledger.pricing.check;

/** What a model is sold as, as far as that bounds its price. */
public enum SoldAs {
  /** Text for text: both sides cost something, and neither is out of proportion to the other. */
  TEXT,
  EMBEDDING,
  /** Speech, images, search and whatever else; also what a list does not tell. */
  OTHER
}
