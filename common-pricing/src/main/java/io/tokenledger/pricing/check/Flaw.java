package io.tokenledger.pricing.check;

/**
 * Why a listed price is not believed.
 *
 * @param rule which rule it breaks, such as {@code above_bound}
 * @param detail what is listed and what is allowed; a sentence without its full stop
 */
public record Flaw(String rule, String detail) {

  @Override
  public String toString() {
    return rule + ": " + detail;
  }
}
