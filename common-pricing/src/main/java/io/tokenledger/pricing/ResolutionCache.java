package io.tokenledger.pricing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers where the price of a key is looked for. Model names come from outside, so it is
 * bounded: when the young generation is full it becomes the old one and the old one is dropped.
 * What is in use moves back to the young one, so a flood of random names costs look-ups, never
 * memory.
 */
final class ResolutionCache {

  static final int GENERATION_SIZE = 8_192;

  private volatile Map<PriceKey, List<PriceCandidate>> young = new ConcurrentHashMap<>();
  private volatile Map<PriceKey, List<PriceCandidate>> old = Map.of();

  List<PriceCandidate> get(PriceKey key, Function<PriceKey, List<PriceCandidate>> resolve) {
    List<PriceCandidate> known = young.get(key);
    if (known != null) {
      return known;
    }
    List<PriceCandidate> aged = old.get(key);
    List<PriceCandidate> found = aged == null ? resolve.apply(key) : aged;
    remember(key, found);
    return found;
  }

  int size() {
    return young.size() + old.size();
  }

  private synchronized void remember(PriceKey key, List<PriceCandidate> found) {
    if (young.size() >= GENERATION_SIZE) {
      old = young;
      young = new ConcurrentHashMap<>();
    }
    young.put(key, found);
  }
}
