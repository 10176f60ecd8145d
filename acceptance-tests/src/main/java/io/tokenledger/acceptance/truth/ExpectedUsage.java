package io.tokenledger.acceptance.truth;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The truth: what the ledger must answer once it has taken in the events added here. */
public final class ExpectedUsage {

  private static final int SHOWN = 2;

  private final Map<UsageKey, UsageSums> sums = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  /** An event that was added before changes nothing. */
  public synchronized void add(SampleEvent event) {
    if (ids.add(event.orgId() + " " + event.eventId())) {
      count(event, UsageSums.of(event));
    }
  }

  /** A higher revision takes the place of the one that counted until now. */
  public synchronized void replace(SampleEvent earlier, SampleEvent later) {
    count(earlier, UsageSums.of(earlier).negated());
    count(later, UsageSums.of(later));
  }

  private void count(SampleEvent event, UsageSums more) {
    UsageSums sum = sums.getOrDefault(keyOf(event), UsageSums.NOTHING).plus(more);
    if (sum.isNothing()) {
      sums.remove(keyOf(event));
    } else {
      sums.put(keyOf(event), sum);
    }
  }

  /** How many different events. */
  public synchronized long events() {
    return ids.size();
  }

  public synchronized Map<UsageKey, UsageSums> sums() {
    return Map.copyOf(sums);
  }

  /** The same for some orgs only. */
  public synchronized Map<UsageKey, UsageSums> sums(Collection<String> orgs) {
    return sums.entrySet().stream()
        .filter(row -> orgs.contains(row.getKey().orgId()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Whether an event of this {@code "org id"} was added. */
  public synchronized boolean contains(String id) {
    return ids.contains(id);
  }

  /** Some of the ids that are not in the set. */
  public synchronized List<String> missingFrom(Set<String> found) {
    return ids.stream().filter(id -> !found.contains(id)).limit(SHOWN).toList();
  }

  /** A sentence that names the first rows that differ; empty when none does. */
  public static <V> String difference(Map<UsageKey, V> expected, Map<UsageKey, V> actual) {
    Set<UsageKey> differing = new TreeSet<>(java.util.Comparator.comparing(UsageKey::toString));
    differing.addAll(expected.keySet());
    differing.addAll(actual.keySet());
    differing.removeIf(key -> java.util.Objects.equals(expected.get(key), actual.get(key)));
    return differing.stream()
        .limit(SHOWN)
        .map(key -> key + "\n  expected " + expected.get(key) + "\n  but was  " + actual.get(key))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining("\n"), summary(differing.size(), expected.size())));
  }

  private static UnaryOperator<String> summary(int differing, int expected) {
    return rows ->
        differing == 0
            ? ""
            : differing + " rows differ, of " + expected + " expected; the first:\n" + rows;
  }

  private static UsageKey keyOf(SampleEvent event) {
    return new UsageKey(
        event.orgId(),
        LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC).toString(),
        event.model().provider(),
        event.model().name(),
        event.feature());
  }
}
