package io.tokenledger.service.journal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends the events of the journal, and lets the journal forget what the broker has acknowledged.
 * One thread does all of it, so that nobody waits for Kafka who serves a request.
 */
public final class UsagePublisher implements Runnable {

  private static final Logger LOG = Logger.getLogger(UsagePublisher.class);
  private static final Duration IDLE = Duration.ofMillis(20);
  private static final long GATHERED_MILLIS = 10;
  private static final long CHECKPOINT_EVERY = Duration.ofMillis(200).toNanos();
  private static final long RESEND_AFTER = Duration.ofSeconds(1).toNanos();
  private static final int READ_AT_ONCE = 500;

  private final WaitingEvents events;
  private final UsageProducer producer;
  private final InFlight inFlight = new InFlight();
  private final Thread thread = new Thread(this, "usage-publisher");
  private long checkpointAt = System.nanoTime();
  private long resendAt;
  private volatile long endBy = Long.MAX_VALUE;
  private volatile boolean ending;

  /**
   * @param events is closed at the end
   * @param common settings of every Kafka client
   * @param patience after which an event that Kafka has not acknowledged is sent again
   */
  public UsagePublisher(WaitingEvents events, Map<String, Object> common, Duration patience) {
    this.events = events;
    this.producer = new UsageProducer(common, patience);
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** Waits until Kafka has what is in the journal, so long at most. */
  public void end(Duration atMost) {
    endBy = System.nanoTime() + atMost.toNanos();
    ending = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    boolean more = true;
    while (more) {
      try {
        step();
        more = !ending || (!isDone() && System.nanoTime() - endBy < 0);
      } catch (RuntimeException e) {
        LOG.error("Events were not sent; it is tried again", e);
        pause();
        more = !ending;
      }
    }
    forget();
    producer.close();
    events.close();
  }

  private void step() {
    int settled = inFlight.settle(events::sent);
    events.oldestSince(inFlight.oldestNanos());
    resendWhenDue();
    int read = sendWhatIsRead();
    if (System.nanoTime() - checkpointAt > CHECKPOINT_EVERY) {
      forget();
    }
    if (read + settled == 0) {
      pause();
    }
  }

  private boolean isDone() {
    return inFlight.isEmpty() && events.isAtEnd();
  }

  private int sendWhatIsRead() {
    int read = 0;
    Optional<WaitingEvents.Waiting> next = inFlight.hasRoom() ? events.next() : Optional.empty();
    while (next.isPresent()) {
      inFlight.send(next.get().position(), next.get().event(), producer);
      read++;
      boolean goOn = read < READ_AT_ONCE && inFlight.hasRoom();
      next = goOn ? events.next() : Optional.empty();
    }
    return read;
  }

  /** And nothing new before: while Kafka is away it is asked now and then. */
  private void resendWhenDue() {
    if (inFlight.takeNewFailure()) {
      resendAt = System.nanoTime() + RESEND_AFTER;
    }
    if (inFlight.hasFailed() && System.nanoTime() - resendAt > 0) {
      if (inFlight.takeNeedForNewProducer()) {
        producer.close();
      }
      inFlight.resend(producer);
    }
  }

  /** Where it fails, the same is sent again after a restart. */
  private void forget() {
    checkpointAt = System.nanoTime();
    try {
      events.forgetSent();
    } catch (RuntimeException e) {
      LOG.warnf("The journal does not forget what was sent: %s", e.getMessage());
    }
  }

  /**
   * Not woken by each event: many are read and sent together, which costs them a moment and all
   * calls less.
   */
  private void pause() {
    try {
      if (inFlight.isEmpty()) {
        events.awaitMore(IDLE);
      }
      Thread.sleep(GATHERED_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts this thread.", e);
    }
  }
}
