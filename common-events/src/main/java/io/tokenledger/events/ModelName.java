package io.tokenledger.events;

/**
 * Which model: names are one provider's own, and exact.
 *
 * @param provider in lower case, such as {@code openai}
 * @param name as events or price lists have it
 */
public record ModelName(String provider, String name) {

  /** Of the same name, sold by another. */
  public ModelName of(String otherProvider) {
    return new ModelName(otherProvider, name);
  }

  /** As people write it. */
  @Override
  public String toString() {
    return provider + "/" + name;
  }
}
