package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.acceptance.truth.ExpectedUsage;
import io.tokenledger.acceptance.truth.SampleEvent;
import io.tokenledger.acceptance.truth.SampleEvents;
import io.tokenledger.local.kafka.EventSender;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Sends events to Kafka until it is closed, and keeps what they add up to. */
final class SteadyLoad implements AutoCloseable {

  private static final int EVENTS_AT_ONCE = 20;
  private static final int EVERY_MS = 50;

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final EventSender sender;
  private final SampleEvents events;
  private final ExpectedUsage expected;
  private final ScheduledFuture<?> running;

  private SteadyLoad(String bootstrapServers, SampleEvents events, ExpectedUsage expected) {
    this.sender = new EventSender(bootstrapServers);
    this.events = events;
    this.expected = expected;
    this.running = clock.scheduleAtFixedRate(this::send, 0, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  static SteadyLoad start(String bootstrapServers, SampleEvents events, ExpectedUsage expected) {
    return new SteadyLoad(bootstrapServers, events, expected);
  }

  /** A load that stopped in the middle would have proved nothing. */
  void requireRunning() {
    assertThat(running.isDone()).isFalse();
  }

  /** Returns when Kafka has acknowledged all that was sent. */
  @Override
  public void close() {
    clock.shutdown();
    try {
      assertThat(clock.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    sender.flush();
    sender.close();
    assertThat(sender.acknowledged()).isEqualTo(sender.sent());
  }

  private void send() {
    for (int i = 0; i < EVENTS_AT_ONCE; i++) {
      SampleEvent event = events.next();
      expected.add(event);
      sender.send(event.toJson().getBytes(StandardCharsets.UTF_8));
    }
  }
}
