package io.tokenledger.client.sending;

import io.tokenledger.client.outbox.Outbox;
import io.tokenledger.client.outbox.Outbox.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The one thread that sends. */
public final class Sender implements Runnable {

  /** Far below what the ledger takes in one body. */
  private static final int MOST_BYTES = 1024 * 1024;

  private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final List<Outbox> lasting;
  private final CopyOnWriteArrayList<Outbox> leftovers;
  private final LedgerEndpoint ledger;
  private final long lingerNanos;
  private final Deliveries deliveries;
  private final Pace pace;
  private final Verdicts verdicts;
  private final Wakeup wakeup = new Wakeup();
  private final AtomicInteger hurried = new AtomicInteger();
  private volatile boolean stopped;

  /**
   * @param lasting outboxes that are filled all the time
   * @param leftovers outboxes that are closed when they are empty
   */
  public Sender(
      List<Outbox> lasting,
      List<Outbox> leftovers,
      SenderSettings settings,
      Deliveries deliveries) {
    this.lasting = List.copyOf(lasting);
    this.leftovers = new CopyOnWriteArrayList<>(leftovers);
    this.ledger = settings.endpoint();
    this.lingerNanos = settings.linger().toNanos();
    this.deliveries = deliveries;
    this.pace = new Pace(settings.firstRetry(), settings.longestRetry());
    this.verdicts = new Verdicts(pace, deliveries);
  }

  /** There is something to send. From any thread; never blocks. */
  public void wake() {
    wakeup.wake();
  }

  /** Whether the last request failed. */
  public boolean isFailing() {
    return pace.isFailing();
  }

  /** Somebody waits for what is here: no longer than needed, until {@link #calm}. */
  public void hurry() {
    hurried.incrementAndGet();
    wakeup.hurry();
  }

  public void calm() {
    hurried.decrementAndGet();
  }

  /** Ends soon; the thread is to be interrupted too, as it may wait for an answer. */
  public void stop() {
    stopped = true;
    wakeup.hurry();
  }

  /** Those of {@code leftovers} that are not empty yet. */
  public List<Outbox> leftovers() {
    return List.copyOf(leftovers);
  }

  /** Whatever goes wrong, a later round goes on: a sender that is dead would tell nobody. */
  @Override
  public void run() {
    while (!stopped) {
      try {
        deliveries.tick();
        round();
      } catch (InterruptedException e) {
        stopped = true;
      } catch (RuntimeException | Error e) {
        verdicts.retryLater(OneLine.of("Sending failed: " + e), Optional.empty());
      }
    }
  }

  private void round() throws InterruptedException {
    long wait = pace.nanosToWait(hurried.get() > 0);
    if (wait > 0) {
      wakeup.await(Math.min(wait, TICK_NANOS), () -> stopped);
    } else if (!sendSome()) {
      wakeup.idle(TICK_NANOS, () -> stopped || hasWork());
    }
    closeEmptied();
  }

  private boolean hasWork() {
    return lasting.stream().anyMatch(outbox -> !outbox.next(1, 1).isEmpty());
  }

  /** One batch of each outbox; false when there was none. */
  private boolean sendSome() throws InterruptedException {
    boolean some = false;
    for (Outbox outbox : all()) {
      List<Entry> batch = outbox.next(pace.limit(), MOST_BYTES);
      if (!batch.isEmpty() && !isWaiting()) {
        some = true;
        send(outbox, lingered(outbox, batch));
      }
    }
    return some;
  }

  private boolean isWaiting() {
    return pace.nanosToWait(hurried.get() > 0) > 0;
  }

  private List<Outbox> all() {
    List<Outbox> all = new ArrayList<>(lasting);
    all.addAll(leftovers);
    return all;
  }

  /** A few that come one after the other go together. */
  private List<Entry> lingered(Outbox outbox, List<Entry> batch) {
    long end = System.nanoTime() + lingerNanos;
    List<Entry> more = batch;
    long left = lingerNanos;
    while (!isFull(more) && left > 0 && hurried.get() == 0 && !stopped) {
      wakeup.await(Math.min(left, STEP_NANOS), () -> stopped || hurried.get() > 0);
      more = outbox.next(pace.limit(), MOST_BYTES);
      left = end - System.nanoTime();
    }
    return more;
  }

  private boolean isFull(List<Entry> batch) {
    long bytes = batch.stream().filter(Entry::isEvent).mapToLong(each -> each.event().length).sum();
    return batch.size() >= pace.limit() || bytes >= MOST_BYTES / 2;
  }

  private void send(Outbox outbox, List<Entry> batch) throws InterruptedException {
    List<byte[]> events = batch.stream().filter(Entry::isEvent).map(Entry::event).toList();
    if (events.isEmpty()) {
      outbox.settle(batch);
      return;
    }
    if (verdicts.isDone(events, ledger.post(events))) {
      outbox.settle(batch);
    }
  }

  private void closeEmptied() {
    for (Outbox outbox : leftovers) {
      if (outbox.isEmpty()) {
        leftovers.remove(outbox);
        outbox.close();
      }
    }
  }
}
