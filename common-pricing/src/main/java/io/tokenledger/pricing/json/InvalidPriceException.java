package io.tokenledger.pricing.json;

/** A price document says something that cannot be a price; names the field. */
public final class InvalidPriceException extends IllegalArgumentException {

  private final String field;

  InvalidPriceException(String field, String whatIsAllowed) {
    super("'" + field + "' " + whatIsAllowed);
    this.field = field;
  }

  /** The path of the field, such as {@code rates.contextTiers[0].input}. */
  public String field() {
    return field;
  }
}
