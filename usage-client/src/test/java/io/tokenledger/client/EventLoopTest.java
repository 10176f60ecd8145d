package io.tokenledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million events on an event loop, in 48 MiB, while the ledger is away. */
class EventLoopTest {

  private static final int EVENTS = 1_000_000;
  private static final int IN_ONE_GO = 500;

  @TempDir private Path directory;

  @Test
  void aMillionEventsDoNotBlockItAndStayWithinTheirMemory() throws Exception {
    Process process =
        ChildProcess.start(
            List.of("-Xmx48m", "-XX:+ExitOnOutOfMemoryError"),
            EventLoopTest.class,
            Trackers.nowhere(),
            directory.toString());
    List<String> said;
    try (var output = process.inputReader()) {
      said = output.lines().toList();
    }
    assertThat(process.waitFor()).as("%s", said).isZero();
    assertThat(said).noneMatch(line -> line.contains("has been blocked"));
    TrackerStats stats = statsOf(said);
    assertThat(stats.recorded()).isEqualTo(EVENTS);
    assertThat(stats.journalled()).as("the journal takes some").isGreaterThan(10_000);
    assertThat(stats.dropped()).as("and has a bound").isGreaterThan(100_000);
    assertThat(stats.journalled() + stats.dropped()).as("each is accounted for").isEqualTo(EVENTS);
    assertThat(said).anyMatch(line -> line.contains("usage events were lost"));
    assertThat(said).hasSizeLessThan(40);
  }

  private static TrackerStats statsOf(List<String> said) {
    String[] counts = said.get(said.size() - 1).split(" ");
    return new TrackerStats(
        Long.parseLong(counts[0]),
        0,
        Long.parseLong(counts[1]),
        Long.parseLong(counts[2]),
        0,
        0,
        0);
  }

  /** Says what was recorded, dropped and journalled. */
  public static void main(String[] arguments) throws Exception {
    UsageTracker tracker =
        Trackers.to(arguments[0])
            .journal(Path.of(arguments[1]))
            .maxJournalBytes(32 * 1024 * 1024)
            .maxMemoryBytes(8 * 1024 * 1024)
            .closeWithin(Duration.ofMillis(100))
            .start();
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setBlockedThreadCheckInterval(100)
                .setMaxEventLoopExecuteTime(TimeUnit.SECONDS.toNanos(1)));
    CountDownLatch done = new CountDownLatch(1);
    Context loop = vertx.getOrCreateContext();
    loop.runOnContext(nothing -> recordOn(loop, tracker, EVENTS, done));
    done.await();
    tracker.close();
    TrackerStats stats = tracker.stats();
    System.out.println(stats.recorded() + " " + stats.dropped() + " " + stats.journalled());
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static void recordOn(Context loop, UsageTracker tracker, int left, CountDownLatch done) {
    if (left == 0) {
      done.countDown();
      return;
    }
    UsageEvent event = Trackers.event(tracker, null);
    for (int i = 0; i < IN_ONE_GO; i++) {
      tracker.record(event);
    }
    loop.runOnContext(nothing -> recordOn(loop, tracker, left - IN_ONE_GO, done));
  }
}
