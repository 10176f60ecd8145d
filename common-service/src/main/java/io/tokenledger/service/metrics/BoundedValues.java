package io.tokenledger.service.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the values of a metric's labels few, whatever producers send: the first so many different
 * ones keep their name, all others share {@value #OTHER}. It stands before the registry rather than
 * in it as a filter, since a registry remembers every name that it was ever asked for.
 *
 * @param <T> a value, or several that belong together
 */
public final class BoundedValues<T> {

  /** The label of what was not admitted. */
  public static final String OTHER = "other";

  private final int most;
  private final Set<T> admitted = ConcurrentHashMap.newKeySet();

  public BoundedValues(int most) {
    this.most = most;
  }

  /** Whether it is among the first; the same at each call. */
  public boolean admits(T value) {
    if (admitted.contains(value)) {
      return true;
    }
    synchronized (admitted) {
      return admitted.contains(value) || admitted.size() < most && admitted.add(value);
    }
  }
}
