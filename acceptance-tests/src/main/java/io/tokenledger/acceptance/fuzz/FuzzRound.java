package io.tokenledger.acceptance.fuzz;

import io.tokenledger.acceptance.fuzz.messages.MessageAccount;
import io.tokenledger.acceptance.fuzz.messages.MessageFuzz;
import io.tokenledger.acceptance.fuzz.requests.RequestFuzz;
import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.process.Readiness;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Hostile messages, then hostile requests, and events of others between them, on a ledger that
 * runs. The seed decides all of it but the order in which things arrive.
 */
public final class FuzzRound {

  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final int GOOD_EVERY = 5;
  private static final int GOOD_EVERY_MS = 20;

  private final long seed;
  private final LedgerAccess access;
  private final Supplier<Map<Component, Long>> pids;

  /**
   * @param pids the process of each component, as it is now
   */
  public FuzzRound(long seed, LedgerAccess access, Supplier<Map<Component, Long>> pids) {
    this.seed = seed;
    this.access = access;
    this.pids = pids;
  }

  public FuzzReport run(int requests, int messages) throws SQLException, InterruptedException {
    Instant begin = Instant.now();
    Map<Component, Long> before = pids.get();
    RequestFuzz asked = new RequestFuzz(seed, access);
    try (GoodEvents good = new GoodEvents(seed, access);
        MessageFuzz sent = new MessageFuzz(seed, access)) {
      sent.send(messages, number -> sendEvery(good, number));
      sendMeanwhile(good, () -> asked.send(requests));
      List<String> violations = new ArrayList<>(asked.failures());
      violations.addAll(settled(good, sent.account()));
      violations.addAll(restarted(before));
      return new FuzzReport(
          seed,
          Duration.between(begin, Instant.now()).toSeconds(),
          requests,
          asked.statuses(),
          messages,
          sent.account().now(),
          good.count(),
          violations);
    }
  }

  private static void sendEvery(GoodEvents good, int number) {
    if (number % GOOD_EVERY == 0) {
      good.send();
    }
  }

  private static void sendMeanwhile(GoodEvents good, Work work) throws InterruptedException {
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    try {
      clock.scheduleAtFixedRate(good::send, 0, GOOD_EVERY_MS, TimeUnit.MILLISECONDS);
      work.run();
    } finally {
      clock.shutdown();
      clock.awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  /** What is still wrong when nothing changes any more. */
  private List<String> settled(GoodEvents good, MessageAccount account)
      throws SQLException, InterruptedException {
    Instant patient = Instant.now().plus(SETTLED_WITHIN);
    List<String> wrong = wrong(good, account);
    while (!wrong.isEmpty() && Instant.now().isBefore(patient)) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      wrong = wrong(good, account);
    }
    return wrong;
  }

  private List<String> wrong(GoodEvents good, MessageAccount account)
      throws SQLException, InterruptedException {
    List<String> wrong = new ArrayList<>(account.now().complaints());
    wrong.addAll(good.differences());
    for (Component service : Component.services()) {
      if (!Readiness.ofService(access.managementUrl(service)).isReady()) {
        wrong.add(service.label() + " is not ready");
      }
    }
    return wrong;
  }

  private List<String> restarted(Map<Component, Long> before) {
    Map<Component, Long> now = pids.get();
    return before.keySet().stream()
        .filter(each -> !before.get(each).equals(now.get(each)))
        .map(each -> each.label() + " was started again")
        .toList();
  }

  private interface Work {
    void run() throws InterruptedException;
  }
}
