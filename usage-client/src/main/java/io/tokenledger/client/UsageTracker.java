package io.tokenledger.client;

import io.tokenledger.client.sending.OneLine;
import io.tokenledger.client.sending.Sender;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/**
 * Sends usage events to the ledger. One for a process; any thread may use it, an event loop too.
 *
 * <pre>{@code
 * UsageTracker tracker = UsageTracker.builder("https://usage.example.com")
 *     .token(System.getenv("LEDGER_TOKEN")).org("acme").journal(Path.of("usage-journal")).start();
 * tracker.record(tracker.event().provider("openai").model("gpt-4o").inputTokens(1200).build());
 * }</pre>
 *
 * <p>What is recorded goes to the journal, where there is one, and to memory where the journal has
 * no room or the disk fails; at the bound of both an event is dropped, counted, told to the
 * listener, and said in the log once a minute. What is in the journal is sent by the next process
 * when this one is killed. An event is sent until the ledger has answered, so perhaps twice, and
 * counts once.
 */
public final class UsageTracker implements AutoCloseable {

  private static final Logger LOG = System.getLogger(UsageTracker.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);

  private final String org;
  private final Function<Throwable, String> errors;
  private final Duration closeWithin;
  private final Tally tally = new Tally();
  private final Told told;
  private final Outboxes outboxes;
  private final Sender sender;
  private final Thread thread;
  private volatile boolean closed;

  UsageTracker(UsageTrackerBuilder settings) {
    this.org = settings.org;
    this.errors = settings.errors;
    this.closeWithin = settings.closeWithin;
    this.told = new Told(tally, settings.listener);
    this.outboxes = new Outboxes(settings, tally, told);
    this.sender = new Sender(outboxes.lasting(), outboxes.leftovers(), settings.sending(), told);
    this.thread = daemon(sender, "tokenledger-usage");
  }

  /**
   * @param ledger where usage-ingest is, such as {@code https://usage.example.com}
   * @throws IllegalArgumentException when that is no address of HTTP
   */
  public static UsageTrackerBuilder builder(String ledger) {
    return new UsageTrackerBuilder(URI.create(ledger));
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Begins an event of the tracker's org. */
  public UsageEventBuilder event() {
    return UsageEvent.builder().org(org);
  }

  /**
   * Keeps the event for sending: in constant time, without waiting for anything, and without ever
   * throwing. An event with a {@link UsageEvent#problem} is counted and told, not sent.
   */
  public void record(UsageEvent event) {
    tally.recorded.increment();
    try {
      if (event == null) {
        tally.invalid("the event is null");
      } else if (event.problem().isPresent()) {
        told.invalid(event, event.problem().get());
      } else if (closed) {
        told.dropped(event, "the tracker is closed");
        tally.droppedAfterTheEnd();
      } else {
        outboxes.keep(event, sender::wake);
      }
    } catch (RuntimeException e) {
      told.dropped(event, OneLine.of(e.toString()));
    }
  }

  /**
   * Makes a call and records that it was made: how long it took, whether it succeeded, and what
   * kind of failure it threw, which is thrown on. Say what was used by {@link #call(String,
   * UsageContext, Work, UsageReader)}.
   *
   * @param activity what the call is for, such as {@code agent.implementer}; null for the context's
   * @param context of what model, by whom
   * @return what the work gave
   * @throws E what the work threw
   */
  public <T, E extends Exception> T call(String activity, UsageContext context, Work<T, E> work)
      throws E {
    return call(activity, context, work, (answer, event) -> {});
  }

  /**
   * As {@link #call(String, UsageContext, Work)}, with what the answer says of its usage.
   *
   * @param usage puts it into the event
   */
  public <T, E extends Exception> T call(
      String activity, UsageContext context, Work<T, E> work, UsageReader<? super T> usage)
      throws E {
    MeteredCall call = begin(activity, context);
    T answer;
    try {
      answer = work.run();
    } catch (Throwable failure) {
      call.failed(failure);
      throw failure;
    }
    try {
      usage.read(answer, call.event());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The usage of an answer cannot be read: " + e.getClass().getName());
      call.event().usageSource(UsageSource.PARTIAL);
    }
    call.succeeded();
    return answer;
  }

  /** A call whose end comes in another place, as that of a stream. */
  public MeteredCall begin(String activity, UsageContext context) {
    UsageEventBuilder event = event().context(context);
    return new MeteredCall(this, activity == null ? event : event.activity(activity));
  }

  /** Never throws. */
  String describe(Throwable failure) {
    try {
      return errors.apply(failure);
    } catch (RuntimeException e) {
      return failure.getClass().getSimpleName();
    }
  }

  /**
   * Waits until the ledger has answered for all that was recorded before.
   *
   * @return false when it had not in time, or the thread was interrupted, which it is told again
   */
  public boolean flush(Duration timeout) {
    sender.hurry();
    try {
      return outboxes.awaitSettled(timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      sender.calm();
    }
  }

  /** What became of events until now. */
  public TrackerStats stats() {
    return tally.stats();
  }

  /**
   * Sends what is there, for as long as {@link UsageTrackerBuilder#closeWithin} says, and ends.
   * What is in the journal then is sent by the next process; what is in memory alone is lost,
   * counted and said.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    sendLast();
    sender.stop();
    thread.interrupt();
    ended(thread);
    ended(daemon(() -> outboxes.close(sender.leftovers()), "tokenledger-usage-close"));
    tally.sayNow();
  }

  /** Where the ledger is away and nothing would be lost, nobody has to wait for it. */
  private void sendLast() {
    long end = System.nanoTime() + closeWithin.toNanos();
    boolean sent = false;
    while (!sent
        && System.nanoTime() < end
        && !(sender.isFailing() && outboxes.isSafe())
        && !Thread.currentThread().isInterrupted()) {
      long left = Math.max(0, end - System.nanoTime());
      sent = flush(Duration.ofNanos(Math.min(left, LOOK_AGAIN.toNanos())));
    }
  }

  private static void ended(Thread thread) {
    try {
      thread.join(ENDS_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
