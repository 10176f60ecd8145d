package io.tokenledger.gateway.accounting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Makes the events of calls that have ended, in threads of its own. Estimates take long, and must
 * not keep other events back: they have a thread for themselves, and where too many wait, the
 * length of the text must do.
 */
final class EventMaking {

  private static final Logger LOG = Logger.getLogger(EventMaking.class);
  private static final int MAX_WAITING_ESTIMATES = 1_000;
  private static final int END_SECONDS = 10;

  private final Counter unreadUsage;
  private final TokenEstimate counted = new CountedTokens();

  /** As many as there are calls may wait: each was held in memory before, too. */
  private final ThreadPoolExecutor events = executor("call-events", new LinkedBlockingQueue<>());

  private final ThreadPoolExecutor estimates =
      executor("token-estimates", new ArrayBlockingQueue<>(MAX_WAITING_ESTIMATES));

  EventMaking(MeterRegistry meters) {
    this.unreadUsage =
        Counter.builder("tokenledger.gateway.unread.usage")
            .description("Answers whose usage the ledger does not know how to read: estimated")
            .register(meters);
  }

  private static ThreadPoolExecutor executor(String name, BlockingQueue<Runnable> queue) {
    return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, queue, threads(name));
  }

  static ThreadFactory threads(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Whatever goes wrong, the call has an event.
   *
   * @return false after {@link #end}
   */
  boolean makeEvent(StartedCall call, EndedCall ended, Consumer<byte[]> made) {
    try {
      events.execute(() -> makeNow(call, ended, made));
      return true;
    } catch (RejectedExecutionException e) {
      LOG.warnf("Call %s ended after its ledger did: it counts as stopped", call.eventId());
      return false;
    }
  }

  private void makeNow(StartedCall call, EndedCall ended, Consumer<byte[]> made) {
    try {
      Optional<byte[]> reported = CallEvents.reported(call, ended);
      if (reported.isPresent()) {
        made.accept(reported.get());
      } else {
        estimate(call, ended, made);
      }
    } catch (RuntimeException e) {
      LOG.errorf(
          e, "The event of call %s could not be made: what it used is not known", call.eventId());
      made.accept(CallEvents.stopped(call));
    }
  }

  private void estimate(StartedCall call, EndedCall ended, Consumer<byte[]> made) {
    if (!ended.reading().usageChunks().isEmpty()) {
      unreadUsage.increment();
    }
    try {
      estimates.execute(() -> made.accept(estimated(call, ended)));
    } catch (RejectedExecutionException e) {
      made.accept(CallEvents.estimated(call, ended, TokenEstimate.BY_LENGTH));
    }
  }

  private byte[] estimated(StartedCall call, EndedCall ended) {
    try {
      return CallEvents.estimated(call, ended, counted);
    } catch (RuntimeException e) {
      LOG.warnf(e, "The tokens of call %s are estimated by its length", call.eventId());
      return CallEvents.estimated(call, ended, TokenEstimate.BY_LENGTH);
    }
  }

  /** What was asked for before is made. */
  void end() {
    ended(events);
    ended(estimates);
  }

  private static void ended(ThreadPoolExecutor executor) {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Not all events of ended calls were made: their calls count as stopped");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
