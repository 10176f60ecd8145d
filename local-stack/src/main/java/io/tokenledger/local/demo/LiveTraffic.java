package io.tokenledger.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Calls as they come in: the arrival gaps of the trace, stretched to about two a second. */
final class LiveTraffic {

  /** The trace has about 5.4 calls a second; stretched to 27/10 of its length, two. */
  private static final long STRETCH_BY = 27;

  private static final long STRETCH_OF = 10;
  private static final int CONVERSATIONS_AT_ONCE = 12;

  private final List<TraceCall> trace;
  private final RandomGenerator random = new SplittableRandom();
  private final List<DemoConversation> open = new ArrayList<>();

  LiveTraffic(List<TraceCall> trace) {
    this.trace = trace;
  }

  /** Sends until the thread is interrupted. */
  void run(Consumer<ObjectNode> send) throws InterruptedException {
    int position = random.nextInt(trace.size());
    while (true) {
      TraceCall sample = trace.get(position);
      next(sample).forEach(send);
      position = (position + 1) % trace.size();
      long gap = Math.max(0, trace.get(position).offsetMillis() - sample.offsetMillis());
      Thread.sleep(gap * STRETCH_BY / STRETCH_OF);
    }
  }

  private List<ObjectNode> next(TraceCall sample) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    open.removeIf(DemoConversation::isOver);
    while (open.size() < CONVERSATIONS_AT_ONCE) {
      open.add(new DemoConversation(now, random));
    }
    return open.get(random.nextInt(open.size())).nextCall(now, sample);
  }
}
