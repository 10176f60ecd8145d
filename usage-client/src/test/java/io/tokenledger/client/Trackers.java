package io.tokenledger.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Trackers and events for tests. */
public final class Trackers {

  public static final Duration LONG = Duration.ofSeconds(20);

  private Trackers() {}

  /** Quick to send and to try again. */
  public static UsageTrackerBuilder to(String url) {
    return UsageTracker.builder(url)
        .token("secret")
        .org("acme")
        .linger(Duration.ofMillis(5))
        .retryAfter(Duration.ofMillis(10), Duration.ofMillis(50))
        .closeWithin(Duration.ofSeconds(10));
  }

  public static UsageEvent event(UsageTracker tracker, String id) {
    return tracker
        .event()
        .eventId(id)
        .provider("openai")
        .model("gpt-4o")
        .inputTokens(1200)
        .outputTokens(300)
        .build();
  }

  /** Where nobody listens. */
  public static String nowhere() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }

  /** Keeps what it is told. */
  public static final class Told implements UsageListener {

    public final List<String> invalid = new CopyOnWriteArrayList<>();
    public final List<RejectedEvent> rejected = new CopyOnWriteArrayList<>();
    public final List<String> dropped = new CopyOnWriteArrayList<>();

    @Override
    public void onInvalid(UsageEvent event, String problem) {
      invalid.add(problem);
    }

    @Override
    public void onRejected(RejectedEvent event) {
      rejected.add(event);
    }

    @Override
    public void onDropped(UsageEvent event, String why) {
      dropped.add(why);
    }
  }
}
