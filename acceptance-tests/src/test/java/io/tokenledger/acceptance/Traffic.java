package io.tokenledger.acceptance;

import io.tokenledger.local.kafka.EventSender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Events that keep flowing to Kafka, some sent twice, some invalid, with the truth about them. */
final class Traffic implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMillis(50);
  private static final int EVENTS_AT_ONCE = 25;
  private static final int REMEMBERED = 2_000;

  private final ExpectedUsage expected = new ExpectedUsage();
  private final List<String> invalid = new ArrayList<>();
  private final List<String> recent = new ArrayList<>();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final EventSender sender;
  private final SampleEvents events;
  private final Random random;
  private volatile boolean flowing;

  Traffic(String bootstrapServers, long seed) {
    sender = new EventSender(bootstrapServers);
    random = new Random(seed);
    events =
        new SampleEvents(
            seed,
            List.of("crash-a", "crash-b", "crash-c", "crash-d", "crash-e"),
            Instant.now().minus(Duration.ofDays(3)),
            Duration.ofDays(3));
    thread.scheduleWithFixedDelay(this::send, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  void resume() {
    flowing = true;
  }

  /** Returns when Kafka has acknowledged, or refused, everything. */
  synchronized void pause() {
    flowing = false;
    sender.flush();
  }

  ExpectedUsage expected() {
    return expected;
  }

  synchronized List<String> invalid() {
    return List.copyOf(invalid);
  }

  /** What Kafka did not take, though it must have. */
  List<String> failures() {
    return sender.failures();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    sender.close();
  }

  private synchronized void send() {
    for (int i = 0; flowing && i < EVENTS_AT_ONCE; i++) {
      switch (random.nextInt(50)) {
        case 0 -> sendInvalid();
        case 1 -> sendAgain();
        default -> sendNew();
      }
    }
  }

  private void sendNew() {
    SampleEvent event = events.next();
    expected.add(event);
    if (recent.size() < REMEMBERED) {
      recent.add(event.toJson());
    } else {
      recent.set(random.nextInt(REMEMBERED), event.toJson());
    }
    send(event.toJson());
  }

  private void sendAgain() {
    if (!recent.isEmpty()) {
      send(recent.get(random.nextInt(recent.size())));
    }
  }

  private void sendInvalid() {
    String line = "{\"eventId\":\"invalid-" + invalid.size() + "\",\"orgId\":\"crash-a\"}";
    invalid.add(line);
    send(line);
  }

  private void send(String line) {
    sender.send(line.getBytes(StandardCharsets.UTF_8));
  }
}
