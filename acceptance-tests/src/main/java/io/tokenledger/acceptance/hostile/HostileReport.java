package io.tokenledger.acceptance.hostile;

import java.util.ArrayList;
import java.util.List;

/**
 * The figures of a round.
 *
 * @param others how many other orgs send and read meanwhile
 * @param baseline without an attack, before all of them
 * @param afterwards without an attack, behind all of them
 */
public record HostileReport(
    int others, AttackResult baseline, List<AttackResult> attacks, AttackResult afterwards) {

  public List<AttackResult> all() {
    List<AttackResult> all = new ArrayList<>(List.of(baseline));
    all.addAll(attacks);
    all.add(afterwards);
    return all;
  }

  /** Whether no process ended, and all sums are what was sent. */
  public boolean isHarmless() {
    return all().stream().allMatch(AttackResult::isHarmless);
  }
}
