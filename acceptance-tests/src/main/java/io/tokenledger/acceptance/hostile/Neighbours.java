package io.tokenledger.acceptance.hostile;

import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.acceptance.truth.ExpectedUsage;
import io.tokenledger.local.Component;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** The other orgs, which send and read all the time, and one user who signs in now and then. */
final class Neighbours implements AutoCloseable {

  static final int ORGS = 20;

  private static final long SEND_EVERY_MS = 500;
  private static final long READ_AFTER_MS = 300;
  private static final long SIGN_IN_AFTER_MS = 3_000;
  private static final int OK = 200;
  private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final String CREDENTIALS =
      "{\"user\":\"%s\",\"password\":\"%s\"}"
          .formatted(HostileLedger.SIGN_IN_USER, HostileLedger.SIGN_IN_PASSWORD);

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2 * ORGS + 2);
  private final Samples samples = new Samples();
  private final ExpectedUsage expected = new ExpectedUsage();
  private final List<Neighbour> orgs = new ArrayList<>();
  private final HostileLedger ledger;
  private final Api api;

  Neighbours(HostileLedger ledger, long seed) {
    this.ledger = ledger;
    this.api = new Api(ledger.access());
    IntStream.range(0, ORGS)
        .mapToObj(
            number ->
                new Neighbour("neighbour-" + number, ledger, expected, samples, seed + number))
        .forEach(orgs::add);
    for (int i = 0; i < ORGS; i++) {
      Neighbour org = orgs.get(i);
      long offset = SEND_EVERY_MS * i / ORGS;
      threads.scheduleAtFixedRate(org::send, offset, SEND_EVERY_MS, TimeUnit.MILLISECONDS);
      threads.scheduleWithFixedDelay(org::read, offset, READ_AFTER_MS, TimeUnit.MILLISECONDS);
    }
    threads.scheduleWithFixedDelay(this::signIn, 0, SIGN_IN_AFTER_MS, TimeUnit.MILLISECONDS);
  }

  List<String> ids() {
    return orgs.stream().map(Neighbour::id).toList();
  }

  /** Starts to measure. */
  Samples begin() {
    samples.begin();
    return samples;
  }

  /** No events are under way afterwards; reading goes on. */
  void pause() {
    orgs.forEach(org -> org.pause(true));
  }

  void resume() {
    orgs.forEach(org -> org.pause(false));
  }

  /** Whether the reports show all that was sent; waits for it. */
  boolean awaitVisible(Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    while (!orgs.stream().allMatch(Neighbour::seesAll)) {
      if (System.nanoTime() > until) {
        return false;
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
    return true;
  }

  /** What the rollups have otherwise than it was sent; empty when nothing is. */
  String difference() {
    return ExpectedUsage.difference(expected.sums(), ledger.tables().usageRows(ids()));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void signIn() {
    long begun = System.nanoTime();
    try {
      int status = api.call(Component.USAGE_QUERY, "POST", "/auth/login", "", CREDENTIALS).status();
      if (status != OK) {
        samples.failed(begun, "a sign-in was answered " + status);
      }
    } catch (RuntimeException e) {
      samples.failed(begun, "a sign-in: " + e);
    }
  }
}
