package io.tokenledger.events;

/**
 * How a provider served a call, as far as it changes the price.
 *
 * @param serviceTier {@code standard}, {@code batch}, {@code flex}, {@code priority}
 * @param speed {@code standard}, or a dearer one such as {@code fast}
 * @param inferenceGeo where the model ran, such as {@code us}; empty when nobody asked
 */
public record Serving(String serviceTier, String speed, String inferenceGeo) {

  public static final Serving STANDARD = new Serving("standard", "standard", "");

  /** Ordinary but for the tier. */
  public static Serving of(String serviceTier) {
    return new Serving(serviceTier, STANDARD.speed, STANDARD.inferenceGeo);
  }
}
