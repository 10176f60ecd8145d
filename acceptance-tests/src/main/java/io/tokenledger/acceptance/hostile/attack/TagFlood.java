package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileEvent;
import io.tokenledger.acceptance.hostile.HostileOrg;
import io.tokenledger.local.Component;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Events with as many tags as they may have, each value new: each is a row of a rollup. */
final class TagFlood implements Attack {

  private static final int TAGS = 32;

  @Override
  public String finding() {
    return "H6";
  }

  @Override
  public String label() {
    return "32 new tags in each event";
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(202, 429);
  }

  @Override
  public int bound() {
    return 202;
  }

  @Override
  public Optional<Component> asleep() {
    return Optional.of(Component.USAGE_AGGREGATOR);
  }

  @Override
  public void prepare(HostileOrg org) {
    org.send(org.size(3_000, 1_000), TagFlood::event);
  }

  @Override
  public void run(HostileOrg org) {
    org.send(org.size(1_000, 100), number -> event(1_000_000 + number));
  }

  private static HostileEvent event(int number) {
    String tags =
        IntStream.range(0, TAGS)
            .mapToObj(tag -> "\"t%d\":\"%d\"".formatted(tag, number))
            .collect(Collectors.joining(","));
    return HostileEvent.of("tags-" + number, ",\"metadata\":{" + tags + "}");
  }
}
