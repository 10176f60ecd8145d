package io.tokenledger.acceptance.traffic;

import io.tokenledger.acceptance.truth.SampleEvents;
import io.tokenledger.acceptance.truth.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Messages of every kind that keep flowing to Kafka, with the truth about them. */
public final class Traffic implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMillis(50);
  private static final int MESSAGES_AT_ONCE = 20;
  private static final Duration DAYS = Duration.ofDays(3);
  private static final int WITH_REVISIONS = 2;

  private final Truth truth = new Truth();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final MessageSender sender;
  private final TrafficMix mix;
  private final long seed;
  private List<String> orgs = List.of();
  private boolean flowing;

  public Traffic(String bootstrapServers, int partitions, long seed) {
    this.seed = seed;
    this.sender = new MessageSender(bootstrapServers);
    this.mix = new TrafficMix(truth, sender, seed, partitions);
    thread.scheduleWithFixedDelay(this::send, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** New events are of new orgs from here on, so that what was checked before stays as it is. */
  public synchronized void beginEpoch(int epoch) {
    orgs = Stream.of("a", "b", "c", "d", "e").map(each -> "epoch" + epoch + "-" + each).toList();
    mix.use(
        new SampleEvents(seed + epoch, orgs, Instant.now().minus(DAYS), DAYS, true),
        orgs.subList(0, WITH_REVISIONS));
  }

  public synchronized void resume() {
    mix.beginCycle();
    flowing = true;
  }

  /** Returns when Kafka has acknowledged, or refused, everything. */
  public synchronized void pause() {
    flowing = false;
    sender.flush();
  }

  /** From here on messages go to so many partitions. */
  public synchronized void use(int partitions) {
    mix.use(partitions);
  }

  /** What is sent from here on may have to be sent again; Kafka has what was sent before. */
  public synchronized void remember() {
    sender.flush();
    sender.remember();
  }

  /** Everything since {@link #remember}, in the same order; returns when Kafka has it. */
  public synchronized void sendAgain() {
    sender.sendAgain();
    sender.flush();
  }

  /** Sends events that touch every partition of both topics, and answers how many. */
  public synchronized int probe(String conversation) {
    return mix.sendProbes(conversation, orgs);
  }

  /** The orgs of the new events. */
  public synchronized List<String> orgs() {
    return orgs;
  }

  /** Those of {@link #orgs} whose events are never revised. */
  public synchronized List<String> orgsWithoutRevisions() {
    return orgs.subList(WITH_REVISIONS, orgs.size());
  }

  public Truth truth() {
    return truth;
  }

  /** Messages of every kind sent so far. */
  public long sent() {
    return sender.sent();
  }

  /** What Kafka did not take, though it must have. */
  public List<String> failures() {
    return sender.failures();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    sender.close();
  }

  private synchronized void send() {
    for (int i = 0; flowing && i < MESSAGES_AT_ONCE; i++) {
      mix.sendNext();
    }
  }
}
