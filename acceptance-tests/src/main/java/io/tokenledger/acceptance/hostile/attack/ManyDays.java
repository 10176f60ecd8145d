package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileEvent;
import io.tokenledger.acceptance.hostile.HostileOrg;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An event on each day of the window in no order, each of which needs a partition; then readers.
 */
final class ManyDays implements Attack {

  private static final int READERS = 20;
  private static final long SEED = 1826;

  @Override
  public String finding() {
    return "H2";
  }

  @Override
  public String label() {
    return "an event on each day of five years";
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(200, 202, 429);
  }

  @Override
  public int bound() {
    return 202;
  }

  @Override
  public void run(HostileOrg org) {
    Instant now = Instant.now();
    List<Integer> days = new ArrayList<>(IntStream.range(0, org.size(1_800, 300)).boxed().toList());
    Collections.shuffle(days, new Random(SEED));
    org.send(days.size(), number -> event(days.get(number), now));
    org.throughout(READERS, READERS, number -> org.report("/analytics/details"));
  }

  private static HostileEvent event(int day, Instant now) {
    return HostileEvent.of(
        "day-" + day, ",\"occurredAt\":\"%s\"".formatted(now.minus(day, ChronoUnit.DAYS)));
  }
}
