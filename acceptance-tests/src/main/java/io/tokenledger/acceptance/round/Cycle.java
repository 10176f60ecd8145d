package io.tokenledger.acceptance.round;

import io.tokenledger.acceptance.check.LedgerCheck;
import io.tokenledger.acceptance.faults.Fault;
import io.tokenledger.acceptance.faults.FaultContext;
import io.tokenledger.acceptance.ledger.FaultyLedger;
import io.tokenledger.acceptance.traffic.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;

/** One fault while events flow, and whether the ledger is exact afterwards. */
final class Cycle {

  private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(30);
  private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(120);
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int WARM_UP_MS = 300;
  private static final int LONGEST_WARM_UP_MS = 800;

  private final FaultyLedger ledger;
  private final Traffic traffic;
  private final LedgerCheck check;
  private final List<String> violations = new ArrayList<>();

  Cycle(FaultyLedger ledger, Traffic traffic, LedgerCheck check) {
    this.ledger = ledger;
    this.traffic = traffic;
    this.check = check;
  }

  CycleResult run(int number, Fault fault, Random random) throws InterruptedException {
    ledger.awaitReady();
    traffic.resume();
    TimeUnit.MILLISECONDS.sleep(random.nextInt(WARM_UP_MS, LONGEST_WARM_UP_MS));
    try {
      fault.inflict(new FaultContext(ledger, traffic, check, random, number));
    } catch (RuntimeException e) {
      violations.add("The fault did not end as it must: " + e);
    }
    Duration recovery = recovery("probe-" + number);
    traffic.pause();
    traffic.failures().forEach(failure -> violations.add("Kafka did not take: " + failure));
    List<String> differences = settle(traffic.orgs());
    violations.addAll(differences);
    return new CycleResult(
        number, fault.kind(), recovery, differences.isEmpty(), List.copyOf(violations));
  }

  /** What still differs after a while; empty when all is exact. */
  List<String> settle(Collection<String> orgs) throws InterruptedException {
    List<List<String>> last = new ArrayList<>();
    await(
        SETTLED_WITHIN,
        () -> {
          last.clear();
          last.add(differences(orgs));
          return last.get(0).isEmpty() || !check.certainViolations().isEmpty();
        });
    return last.get(0);
  }

  private Duration recovery(String conversation) throws InterruptedException {
    long begin = System.nanoTime();
    int events = traffic.probe(conversation);
    boolean recovered =
        await(GIVEN_UP_AFTER, () -> ledger.isReady() && isCounted(events, conversation));
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    if (!recovered || took.compareTo(RECOVERED_WITHIN) > 0) {
      violations.add(
          recovered ? "Recovered after %s s only".formatted(took.toSeconds()) : "Not recovered");
    }
    return took;
  }

  private boolean isCounted(int events, String conversation) {
    try {
      return check.counts(events, conversation, traffic.orgs());
    } catch (IllegalStateException away) {
      return false;
    }
  }

  private List<String> differences(Collection<String> orgs) {
    try {
      return check.differences(orgs);
    } catch (IllegalStateException | KafkaException away) {
      return List.of("The ledger cannot be read: " + away);
    }
  }

  private static boolean await(Duration patience, BooleanSupplier condition)
      throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    boolean met = condition.getAsBoolean();
    while (!met && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
      met = condition.getAsBoolean();
    }
    return met;
  }
}
