package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileEvent;
import io.tokenledger.acceptance.hostile.HostileOrg;
import io.tokenledger.local.Component;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Events of almost 1 MiB, which are few bytes on Kafka: a backlog of them, and dead letters. */
final class HeavyEvents implements Attack {

  private static final int PER_REQUEST = 4;
  private static final String LOAD = "a".repeat(1_000_000);
  private static final String USAGE =
      ",\"rawUsage\":{\"input_tokens\":1,\"output_tokens\":%d,\"x\":\"" + LOAD + "\"}";

  @Override
  public String finding() {
    return "H6";
  }

  @Override
  public String label() {
    return "events of 1 MiB behind a backlog";
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
    return Optional.of(Component.POSTGRES);
  }

  @Override
  public void prepare(HostileOrg org) {
    org.send(org.size(100, 40), PER_REQUEST, number -> event(number, 1));
  }

  /** The same ids with other usage: each becomes a dead letter of its size. */
  @Override
  public void run(HostileOrg org) {
    org.times(
        PER_REQUEST,
        org.size(60, 8),
        number -> org.postAll(List.of(event(number % 8, 2 + number))));
  }

  private static HostileEvent event(int number, int outputTokens) {
    return HostileEvent.of("heavy-" + number, USAGE.formatted(outputTokens));
  }
}
