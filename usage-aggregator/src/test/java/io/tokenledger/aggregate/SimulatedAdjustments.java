package io.tokenledger.aggregate;

import io.tokenledger.aggregate.support.Usages;
import io.tokenledger.events.recorded.CostAdjustment;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.service.testing.simulation.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cost adjustments of usage-ingest, numbered per org, and how it sends them: some again, in
 * part, and some never, as if an aggregator of an earlier version had passed over them.
 */
final class SimulatedAdjustments {

  private final Map<String, List<CostAdjustment>> made = new TreeMap<>();
  private final Map<String, Integer> sent = new TreeMap<>();
  private final Chance chance;

  SimulatedAdjustments(Chance chance) {
    this.chance = chance;
  }

  /** Changes the cost of an event that was published. */
  void make(RecordedUsage event) {
    List<CostAdjustment> ofOrg = made.computeIfAbsent(event.orgId(), org -> new ArrayList<>());
    int id = Integer.parseInt(event.eventId().substring(2));
    boolean again = ofOrg.stream().anyMatch(a -> a.eventId().equals(event.eventId()));
    if (!again) {
      ofOrg.add(Usages.adjustment(event.orgId(), id, ofOrg.size() + 1L));
    }
  }

  /** What is sent now: from what was sent last, or from before it, and not always all of it. */
  List<CostAdjustment> send() {
    if (made.isEmpty()) {
      return List.of();
    }
    String org = chance.oneOf(List.copyOf(made.keySet()));
    List<CostAdjustment> ofOrg = made.get(org);
    int next = sent.getOrDefault(org, 0);
    int from = chance.oneIn(3) ? chance.below(next + 1) : next;
    from = chance.oneIn(6) ? Math.min(from + 1, ofOrg.size()) : from;
    sent.put(org, ofOrg.size());
    return List.copyOf(ofOrg.subList(from, ofOrg.size()));
  }

  /** What is not counted is sent again. */
  List<CostAdjustment> pending(Map<String, Long> countedThrough) {
    List<CostAdjustment> pending = new ArrayList<>();
    made.forEach(
        (org, all) ->
            pending.addAll(
                all.subList(countedThrough.getOrDefault(org, 0L).intValue(), all.size())));
    return pending;
  }

  List<CostAdjustment> all() {
    return made.values().stream().flatMap(List::stream).toList();
  }
}
