package io.tokenledger.service.metrics;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the values of a metric's labels few, whatever producers send: the first so many different
 * ones keep their name, all others share {@value #OTHER}. One org brings in half of them at most,
 * so that its inventions leave room for the names of others. It stands before the registry rather
 * than in it as a filter, since a registry remembers every name that it was ever asked for.
 *
 * @param <T> a value, or several that belong together
 */
public final class BoundedValues<T> {

  /** The label of what was not admitted. */
  public static final String OTHER = "other";

  private final int most;
  private final int mostOfAnOrg;
  private final Set<T> admitted = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> broughtIn = new ConcurrentHashMap<>();

  public BoundedValues(int most) {
    this.most = most;
    this.mostOfAnOrg = Math.max(1, most / 2);
  }

  /** Whether it is among the first, whichever org brought it in; that stays so. */
  public boolean admits(String orgId, T value) {
    return admitted.contains(value) || hasRoom(orgId) && admit(orgId, value);
  }

  /** Without a lock: most of what has a common name is known, and most of the rest has no room. */
  private boolean hasRoom(String orgId) {
    return admitted.size() < most && broughtIn.getOrDefault(orgId, 0) < mostOfAnOrg;
  }

  private synchronized boolean admit(String orgId, T value) {
    if (admitted.contains(value)) {
      return true;
    }
    if (!hasRoom(orgId)) {
      return false;
    }
    broughtIn.merge(orgId, 1, Integer::sum);
    return admitted.add(value);
  }
}
