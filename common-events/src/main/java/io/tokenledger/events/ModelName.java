package io.tokenledger.events;

/**
 * Which model: names are one provider's own, and exact.
 *
 * @param provider in lower case, such as {@code openai}
 * @param name as events or price lists have it
 */
public record ModelName(String provider, String name) {

  /** As people write it. */
  @Override
  public String toString() {
    return provider + "/" + name;
  }
}
