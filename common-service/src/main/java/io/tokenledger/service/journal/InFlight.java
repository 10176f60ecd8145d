package io.tokenledger.service.journal;

import io.tokenledger.events.PlainText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * The events that were sent and are not acknowledged. One thread; only the answers of Kafka come
 * from others.
 */
final class InFlight {

  private static final Logger LOG = Logger.getLogger(InFlight.class);

  /** What may be on its way: enough for the broker, little enough for the memory. */
  private static final int MAX_EVENTS = 10_000;

  private static final long MAX_BYTES = 16L * 1024 * 1024;

  private final TreeMap<Long, Sent> byPosition = new TreeMap<>();
  private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
  private long bytes;
  private int failed;
  private boolean newlyFailed;
  private boolean forGood;

  /** Not while there are answers to look at: if it is a failure, the next one would block. */
  boolean hasRoom() {
    return failed == 0 && answers.isEmpty() && byPosition.size() < MAX_EVENTS && bytes < MAX_BYTES;
  }

  boolean isEmpty() {
    return byPosition.isEmpty();
  }

  void send(long position, JournaledEvent event, UsageProducer producer) {
    Sent sent = new Sent(event);
    byPosition.put(position, sent);
    bytes += event.event().length;
    send(position, sent, producer);
  }

  private void send(long position, Sent sent, UsageProducer producer) {
    producer.send(sent.event, failure -> answers.add(new Answer(position, failure)));
  }

  /**
   * Takes in what Kafka has answered.
   *
   * @param acknowledged gets the position of each that is done
   * @return how many are done
   */
  int settle(LongConsumer acknowledged) {
    int done = 0;
    for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
      if (answer.failure.isEmpty() || isRefusedForGood(answer)) {
        bytes -= byPosition.remove(answer.position).event.event().length;
        acknowledged.accept(answer.position);
        done++;
      } else {
        failed(answer.position, answer.failure.get());
      }
    }
    return done;
  }

  /** The broker takes smaller messages than an event may be: it would stop all others. */
  private boolean isRefusedForGood(Answer answer) {
    boolean tooLarge = answer.failure.get() instanceof RecordTooLargeException;
    if (tooLarge) {
      LOG.errorf(
          "The event %s is lost: usage.events takes no message of its size: %s",
          PlainText.oneLine(byPosition.get(answer.position).event.call().eventId()),
          answer.failure.get());
    }
    return tooLarge;
  }

  private void failed(long position, Exception failure) {
    if (failed == 0) {
      LOG.warnf("Kafka does not take events; they wait in the journal: %s", failure);
    }
    byPosition.get(position).failed = true;
    failed++;
    newlyFailed = true;
    forGood |= !(failure instanceof RetriableException);
  }

  boolean hasFailed() {
    return failed > 0;
  }

  /** Whether anything has failed since this was asked before. */
  boolean takeNewFailure() {
    boolean taken = newlyFailed;
    newlyFailed = false;
    return taken;
  }

  /** Whether Kafka's client will not recover by itself; asked once for each failure. */
  boolean takeNeedForNewProducer() {
    boolean taken = forGood;
    forGood = false;
    return taken;
  }

  /** Sends again what has failed, oldest first, until there is an answer to look at. */
  void resend(UsageProducer producer) {
    for (Map.Entry<Long, Sent> each : byPosition.entrySet()) {
      if (!answers.isEmpty()) {
        return;
      }
      if (each.getValue().failed) {
        each.getValue().failed = false;
        failed--;
        send(each.getKey(), each.getValue(), producer);
      }
    }
  }

  /** The time of {@link System#nanoTime} when the oldest of them was sent first. */
  Optional<Long> oldestNanos() {
    return Optional.ofNullable(byPosition.firstEntry()).map(first -> first.getValue().sentNanos);
  }

  private static final class Sent {

    private final JournaledEvent event;
    private final long sentNanos = System.nanoTime();
    private boolean failed;

    Sent(JournaledEvent event) {
      this.event = event;
    }
  }

  private record Answer(long position, Optional<Exception> failure) {}
}
