package io.tokenledger.gateway.accounting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tokenledger.gateway.accounting.journal.CallJournal;
import io.tokenledger.gateway.accounting.journal.Entry;
import io.tokenledger.gateway.accounting.journal.JournalConfig;
import io.tokenledger.gateway.accounting.journal.JournaledEvent;
import io.tokenledger.gateway.accounting.journal.OnFull;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Accounts for calls in a journal on disk. */
@ApplicationScoped
public class JournalLedger implements Ledger {

  private static final Logger LOG = Logger.getLogger(JournalLedger.class);
  private static final int MAX_WAITING_ESTIMATES = 1_000;
  private static final int CARE_EVERY_SECONDS = 1;
  private static final int END_SECONDS = 10;

  private final CallJournal journal;
  private final OnFull onFull;
  private final OpenCalls calls;
  private final Unrecorded unrecorded;
  private final CallEnds ends;
  private final Counter unreadUsage;
  private final TokenEstimate counted = new CountedTokens();
  private final ScheduledThreadPoolExecutor worker;
  private final ThreadPoolExecutor estimates;

  JournalLedger(CallJournal journal, JournalConfig config, MeterRegistry meters) {
    this.journal = journal;
    this.onFull = config.onFull();
    this.calls = new OpenCalls(journal);
    this.unrecorded = new Unrecorded(meters);
    this.ends = new CallEnds(journal, calls, unrecorded);
    this.unreadUsage =
        Counter.builder("tokenledger.gateway.unread.usage")
            .description("Answers whose usage the ledger does not know how to read: estimated")
            .register(meters);
    this.worker = new ScheduledThreadPoolExecutor(1, work -> thread(work, "call-events"));
    this.estimates =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING_ESTIMATES),
            work -> thread(work, "token-estimates"));
    worker.scheduleWithFixedDelay(
        this::takeCare, CARE_EVERY_SECONDS, CARE_EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private void takeCare() {
    try {
      journal.endStoppedCalls();
      ends.retry();
      calls.renew();
    } catch (RuntimeException e) {
      LOG.error("The open calls could not be looked after; it is tried again", e);
    }
  }

  @Override
  public Future<Void> open(StartedCall call) {
    JournaledEvent stopped = new JournaledEvent(call.id(), CallEvents.stopped(call));
    if (!calls.hasRoom()) {
      return withoutRoom(stopped);
    }
    CompletableFuture<Void> opened = new CompletableFuture<>();
    calls.open(stopped).whenComplete((position, failure) -> answer(stopped, failure, opened));
    Context context = Vertx.currentContext();
    return context == null
        ? Future.fromCompletionStage(opened)
        : Future.fromCompletionStage(opened, context);
  }

  private Future<Void> withoutRoom(JournaledEvent stopped) {
    if (onFull == OnFull.REFUSE) {
      return Future.failedFuture(new NotRecordedException(CallJournal.FULL));
    }
    calls.openUnrecorded(stopped);
    return Future.succeededFuture();
  }

  /**
   * Where the disk failed, its record may be there nevertheless: it gets an end, if it is refused.
   */
  private void answer(JournaledEvent stopped, Throwable failure, CompletableFuture<Void> opened) {
    if (failure == null || onFull == OnFull.PASS) {
      opened.complete(null);
    } else {
      ends.write(Entry.Kind.VOIDED, JournaledEvent.none(stopped.call()));
      opened.completeExceptionally(new NotRecordedException(NotRecordedException.reason(failure)));
    }
  }

  /** Whatever it takes, it takes in another thread. */
  @Override
  public void close(StartedCall call, EndedCall ended) {
    boolean recorded = calls.ends(call.id());
    if (ended.how().kind() != How.Kind.NOT_SENT) {
      submit(worker, () -> end(call, ended, recorded), () -> lost(call));
    } else if (recorded) {
      submit(worker, () -> voided(call), () -> lost(call));
    } else {
      calls.closed(call.id());
    }
  }

  private static void submit(ThreadPoolExecutor to, Runnable work, Runnable otherwise) {
    try {
      to.execute(work);
    } catch (RejectedExecutionException e) {
      otherwise.run();
    }
  }

  /** Its OPEN record stays: the next start gives it an end. */
  private static void lost(StartedCall call) {
    LOG.warnf("Call %s ended after its ledger did", call.eventId());
  }

  private void voided(StartedCall call) {
    ends.write(Entry.Kind.VOIDED, JournaledEvent.none(call.id()));
  }

  /** Whatever goes wrong, the call has an event. */
  private void end(StartedCall call, EndedCall ended, boolean recorded) {
    try {
      makeEvent(call, ended, recorded);
    } catch (RuntimeException e) {
      LOG.errorf(
          e, "The event of call %s could not be made: what it used is not known", call.eventId());
      append(call, CallEvents.stopped(call), recorded);
    }
  }

  private void makeEvent(StartedCall call, EndedCall ended, boolean recorded) {
    Optional<byte[]> reported = CallEvents.reported(call, ended);
    if (reported.isPresent()) {
      append(call, reported.get(), recorded);
      return;
    }
    if (!ended.reading().usageChunks().isEmpty()) {
      unreadUsage.increment();
    }
    submit(
        estimates,
        () -> estimate(call, ended, counted, recorded),
        () -> estimate(call, ended, TokenEstimate.BY_LENGTH, recorded));
  }

  private void estimate(
      StartedCall call, EndedCall ended, TokenEstimate estimate, boolean recorded) {
    byte[] event;
    try {
      event = CallEvents.estimated(call, ended, estimate);
    } catch (RuntimeException e) {
      LOG.warnf(e, "The tokens of call %s are estimated by its length", call.eventId());
      event = CallEvents.estimated(call, ended, TokenEstimate.BY_LENGTH);
    }
    append(call, event, recorded);
  }

  /** What room is left when no new call gets any belongs to those that have a record. */
  private void append(StartedCall call, byte[] event, boolean recorded) {
    if (recorded || journal.hasRoomForCalls()) {
      ends.write(Entry.Kind.USAGE, new JournaledEvent(call.id(), event));
    } else {
      calls.closed(call.id());
      unrecorded.count(CallJournal.FULL);
    }
  }

  @Override
  public int depth() {
    return journal.waiting();
  }

  @Override
  public Duration age() {
    return journal.age();
  }

  /** What was closed before is in the journal. */
  public void end() {
    ended(worker);
    ended(estimates);
    ends.retry();
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
