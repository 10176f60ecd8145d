package io.tokenledger.acceptance.hostile;

import java.util.List;
import java.util.Map;

/**
 * What one attack came to.
 *
 * @param afterAStop whether a component stood still before it: what the others sent meanwhile is
 *     old when it is counted, attack or not
 * @param sentBytes bodies of the hostile org's requests
 * @param events of the hostile org that count
 * @param answers by status, how often the hostile org got it
 * @param reads of the others, while it lasted
 * @param freshness from the others' sending of events until a report had them
 * @param restarts of processes that ended, by component
 * @param surprises answers that are not good ones, to anybody
 * @param differences between what was sent and what the ledger holds
 */
public record AttackResult(
    String finding,
    String label,
    boolean afterAStop,
    long sentBytes,
    long events,
    Map<String, Long> answers,
    long seconds,
    Latency reads,
    Latency freshness,
    Map<String, Integer> restarts,
    List<String> surprises,
    List<String> differences) {

  public boolean isExact() {
    return differences.isEmpty();
  }

  boolean isHarmless() {
    return isExact() && restarts.isEmpty();
  }
}
