package io.tokenledger.aggregate;

import io.tokenledger.aggregate.support.Usages;
import io.tokenledger.events.recorded.Adjustment;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.service.testing.simulation.Chance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The adjustments of usage-ingest, numbered per org, and how it sends them: some again, in part,
 * and some never, as if an aggregator of an earlier version had passed over them.
 */
final class SimulatedAdjustments {

  private final Map<String, List<Adjustment>> made = new TreeMap<>();
  private final Map<String, RecordedUsage> now = new HashMap<>();
  private final Map<String, Integer> sent = new TreeMap<>();
  private final Chance chance;

  SimulatedAdjustments(Chance chance) {
    this.chance = chance;
  }

  /** Changes an event that was published, or whatever it has become: its cost, or all of it. */
  void make(RecordedUsage event) {
    List<Adjustment> ofOrg = made.computeIfAbsent(event.orgId(), org -> new ArrayList<>());
    String name = event.orgId() + "/" + event.eventId();
    RecordedUsage before = now.getOrDefault(name, event);
    long sequence = ofOrg.size() + 1L;
    RecordedUsage after =
        chance.oneIn(2)
            ? Usages.costing(before, before.costNanos() + 1_000 + sequence)
            : Usages.revised(before, (int) sequence);
    ofOrg.add(
        after.call().equals(before.call())
            ? Usages.adjustment(before, after, sequence)
            : Usages.revision(before, after, sequence));
    now.put(name, after);
  }

  /** What an event has become. */
  RecordedUsage now(RecordedUsage event) {
    return now.getOrDefault(event.orgId() + "/" + event.eventId(), event);
  }

  /** What is sent now: from what was sent last, or from before it, and not always all of it. */
  List<Adjustment> send() {
    if (made.isEmpty()) {
      return List.of();
    }
    String org = chance.oneOf(List.copyOf(made.keySet()));
    List<Adjustment> ofOrg = made.get(org);
    int next = sent.getOrDefault(org, 0);
    int from = chance.oneIn(3) ? chance.below(next + 1) : next;
    from = chance.oneIn(6) ? Math.min(from + 1, ofOrg.size()) : from;
    sent.put(org, ofOrg.size());
    return List.copyOf(ofOrg.subList(from, ofOrg.size()));
  }

  /** What is not counted is sent again. */
  List<Adjustment> pending(Map<String, Long> countedThrough) {
    List<Adjustment> pending = new ArrayList<>();
    made.forEach(
        (org, all) ->
            pending.addAll(
                all.subList(countedThrough.getOrDefault(org, 0L).intValue(), all.size())));
    return pending;
  }

  List<Adjustment> all() {
    return made.values().stream().flatMap(List::stream).toList();
  }
}
