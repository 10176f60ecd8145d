package io.tokenledger.gateway.accounting;

import io.micrometer.core.instrument.MeterRegistry;
import io.tokenledger.gateway.accounting.journal.CallJournal;
import io.tokenledger.gateway.accounting.journal.Entry;
import io.tokenledger.gateway.accounting.journal.JournalConfig;
import io.tokenledger.gateway.accounting.journal.OnFull;
import io.tokenledger.service.journal.JournaledEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Accounts for calls in a journal on disk. */
@ApplicationScoped
public class JournalLedger implements Ledger {

  private static final Logger LOG = Logger.getLogger(JournalLedger.class);
  private static final int CARE_EVERY_SECONDS = 1;

  private final CallJournal journal;
  private final OnFull onFull;
  private final OpenCalls calls;
  private final Unrecorded unrecorded;
  private final CallEnds ends;
  private final EventMaking making;
  private final ScheduledThreadPoolExecutor care =
      new ScheduledThreadPoolExecutor(1, EventMaking.threads("open-calls"));

  JournalLedger(CallJournal journal, JournalConfig config, MeterRegistry meters) {
    this.journal = journal;
    this.onFull = config.onFull();
    this.calls = new OpenCalls(journal);
    this.unrecorded = new Unrecorded(meters);
    this.ends = new CallEnds(journal, calls, unrecorded);
    this.making = new EventMaking(meters);
    care.scheduleWithFixedDelay(
        this::takeCare, CARE_EVERY_SECONDS, CARE_EVERY_SECONDS, TimeUnit.SECONDS);
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
      making.makeEvent(call, ended, event -> append(call, event, recorded));
    } else {
      voided(call, recorded);
    }
  }

  @Override
  public void handOver(StartedCall call) {
    voided(call, calls.ends(call.id()));
  }

  private void voided(StartedCall call, boolean recorded) {
    if (recorded) {
      ends.write(Entry.Kind.VOIDED, JournaledEvent.none(call.id()));
    } else {
      calls.closed(call.id());
    }
  }

  @Override
  public Future<byte[]> event(StartedCall call, EndedCall ended) {
    Promise<byte[]> made = Promise.promise();
    if (!making.makeEvent(call, ended, made::complete)) {
      made.fail(new NotRecordedException("the gateway stops"));
    }
    return made.future();
  }

  @Override
  public Future<Void> record(StartedCall call, byte[] event) {
    return journal.hasRoomForEvents()
        ? Future.fromCompletionStage(
                journal.append(Entry.Kind.USAGE, new JournaledEvent(call.id(), event)))
            .mapEmpty()
        : Future.failedFuture(new NotRecordedException(CallJournal.FULL));
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
    care.shutdown();
    making.end();
    ends.retry();
  }
}
