package io.tokenledger.acceptance.hostile;

import io.tokenledger.acceptance.ledger.ProcessSignal;
import io.tokenledger.local.Component;
import io.tokenledger.local.Ports;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One attack after the other on a ledger of its own, each by another org, while the others send and
 * read: first without one, then each of them, then without one again.
 */
public final class HostileRound {

  private static final Duration COUNTED_WITHIN = Duration.ofMinutes(5);
  private static final long LOOK_EVERY_MS = 250;
  private static final long SEED = 20261129;

  private final Scale scale;
  private final Ports ports;
  private final String javaOptions;
  private final Consumer<String> progress;

  /**
   * @param javaOptions for every process
   */
  public HostileRound(Scale scale, Ports ports, String javaOptions, Consumer<String> progress) {
    this.scale = scale;
    this.ports = ports;
    this.javaOptions = javaOptions;
    this.progress = progress;
  }

  public HostileReport run(List<Attack> attacks) throws IOException, InterruptedException {
    try (HostileLedger ledger = new HostileLedger(ports, javaOptions, progress);
        Neighbours others = new Neighbours(ledger, SEED)) {
      TimeUnit.MILLISECONDS.sleep(scale.warmUp().toMillis());
      AttackResult baseline = run(new NoAttack("before"), ledger, others);
      List<AttackResult> results = new ArrayList<>();
      for (Attack attack : attacks) {
        results.add(run(attack, ledger, others));
      }
      AttackResult afterwards = run(new NoAttack("afterwards"), ledger, others);
      return new HostileReport(Neighbours.ORGS, baseline, results, afterwards);
    }
  }

  private AttackResult run(Attack attack, HostileLedger ledger, Neighbours others)
      throws InterruptedException {
    progress.accept("%s %s".formatted(attack.finding(), attack.label()));
    HostileOrg org = new HostileOrg(ledger, scale, orgOf(attack));
    Map<Component, Integer> restartsBefore = ledger.restarts();
    List<String> surprises = new ArrayList<>();
    others.resume();
    attempt(surprises, () -> prepare(attack, org, ledger));
    org.begin();
    Samples samples = others.begin();
    long begun = System.nanoTime();
    attempt(surprises, () -> attack.run(org));
    long until = begun + scale.span().toNanos();
    boolean counted = await(() -> org.usage().isCounted() && System.nanoTime() > until);
    others.pause();
    boolean visible = others.awaitVisible(COUNTED_WITHIN);
    long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    ledger.awaitReady();
    surprises.addAll(samples.failures());
    surprises.addAll(unexpected(attack, org));
    surprises.addAll(attack.complaints(org));
    AttackResult result =
        new AttackResult(
            attack.finding(),
            attack.label(),
            attack.asleep().isPresent(),
            org.sentBytes(),
            org.usage().events(),
            org.answers().byStatus(),
            seconds,
            samples.reads(),
            samples.freshness(),
            restartsSince(restartsBefore, ledger),
            List.copyOf(surprises),
            differences(org, others, counted && visible));
    progress.accept(result.toString());
    return result;
  }

  private static void prepare(Attack attack, HostileOrg org, HostileLedger ledger)
      throws InterruptedException {
    attack.asleep().ifPresent(who -> ledger.signal(who, ProcessSignal.STOP));
    try {
      attack.prepare(org);
    } finally {
      attack.asleep().ifPresent(who -> ledger.signal(who, ProcessSignal.CONT));
    }
    if (attack.asleep().isEmpty()) {
      await(org.usage()::isCounted);
    }
  }

  /** What an attack cannot do, because of what it did, is told, and the round goes on. */
  private static void attempt(List<String> surprises, Step step) throws InterruptedException {
    try {
      step.run();
    } catch (RuntimeException e) {
      surprises.add("The attack ended: " + e);
    }
  }

  private interface Step {
    void run() throws InterruptedException;
  }

  private static List<String> differences(HostileOrg org, Neighbours others, boolean settled) {
    List<String> found = new ArrayList<>(org.usage().differences());
    String ofOthers = others.difference();
    if (!ofOthers.isEmpty()) {
      found.add("Of the others: " + ofOthers);
    }
    if (!settled) {
      found.add("Not all was counted within " + COUNTED_WITHIN.toSeconds() + " s");
    }
    return found;
  }

  private static List<String> unexpected(Attack attack, HostileOrg org) {
    Map<Integer, Long> answers = org.answers().all();
    List<String> found = new ArrayList<>();
    answers.forEach(
        (status, times) -> {
          if (!attack.allowed().contains(status)) {
            found.add("%d answers were %s".formatted(times, AnswerCounts.label(status)));
          }
        });
    if (!answers.containsKey(attack.bound())) {
      found.add("No answer was " + attack.bound());
    }
    return found;
  }

  private static Map<String, Integer> restartsSince(
      Map<Component, Integer> before, HostileLedger ledger) {
    Map<String, Integer> since = new TreeMap<>();
    ledger
        .restarts()
        .forEach(
            (who, times) -> {
              int more = times - before.getOrDefault(who, 0);
              if (more > 0) {
                since.put(who.label(), more);
              }
            });
    return since;
  }

  private static boolean await(BooleanSupplier condition) throws InterruptedException {
    long until = System.nanoTime() + COUNTED_WITHIN.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }
    return true;
  }

  private static String orgOf(Attack attack) {
    return "hostile-" + attack.label().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
