package io.tokenledger.ingest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events in parts of few days: each day is a partition of the raw table, of which a transaction
 * holds about four locks until its end, and the locks of a database are counted. Pure.
 */
final class DayParts {

  static final int MAX_DAYS = 100;

  private DayParts() {}

  /**
   * @return together all events, in their order when they are of few days; at least one part
   */
  static List<List<PricedEvent>> of(List<PricedEvent> events) {
    if (events.stream().mapToLong(DayParts::dayOf).distinct().count() <= MAX_DAYS) {
      return List.of(events);
    }
    Map<Long, List<PricedEvent>> byDay =
        events.stream().collect(groupingBy(DayParts::dayOf, TreeMap::new, toList()));
    List<List<PricedEvent>> parts = new ArrayList<>();
    int days = 0;
    for (List<PricedEvent> ofDay : byDay.values()) {
      if (days++ % MAX_DAYS == 0) {
        parts.add(new ArrayList<>());
      }
      parts.get(parts.size() - 1).addAll(ofDay);
    }
    return parts;
  }

  private static long dayOf(PricedEvent event) {
    return EventKey.epochDayOf(event.key().value());
  }
}
