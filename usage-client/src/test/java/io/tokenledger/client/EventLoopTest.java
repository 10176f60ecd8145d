package io.tokenledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    long[] counts = counts(said.get(said.size() - 1));
    assertThat(counts[3]).as("times that the loop waited for something").isLessThan(EVENTS / 100);
    TrackerStats stats = new TrackerStats(counts[0], 0, counts[1], counts[2], 0, 0, 0);
    assertThat(stats.recorded()).isEqualTo(EVENTS);
    assertThat(stats.journalled()).as("the journal takes some").isGreaterThan(10_000);
    assertThat(stats.dropped()).as("and has a bound").isGreaterThan(100_000);
    assertThat(stats.journalled() + stats.dropped()).as("each is accounted for").isEqualTo(EVENTS);
    assertThat(said).anyMatch(line -> line.contains("usage events were lost"));
    assertThat(said).hasSizeLessThan(40);
  }

  private static long[] counts(String line) {
    return Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
  }

  /** Says what was recorded, dropped and journalled, and how often the loop waited. */
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
    CompletableFuture<Long> waits = new CompletableFuture<>();
    Context loop = vertx.getOrCreateContext();
    loop.runOnContext(nothing -> recordOn(loop, tracker, EVENTS, -waitsOfThisThread(), waits));
    long waited = waits.get();
    tracker.close();
    TrackerStats stats = tracker.stats();
    System.out.printf(
        "%d %d %d %d%n", stats.recorded(), stats.dropped(), stats.journalled(), waited);
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static void recordOn(
      Context loop, UsageTracker tracker, int left, long waits, CompletableFuture<Long> done) {
    if (left == 0) {
      done.complete(waits + waitsOfThisThread());
      return;
    }
    UsageEvent event = Trackers.event(tracker, null);
    for (int i = 0; i < IN_ONE_GO; i++) {
      tracker.record(event);
    }
    loop.runOnContext(nothing -> recordOn(loop, tracker, left - IN_ONE_GO, waits, done));
  }

  /** For locks and for other threads. */
  private static long waitsOfThisThread() {
    ThreadInfo thread =
        ManagementFactory.getThreadMXBean().getThreadInfo(Thread.currentThread().getId());
    return thread.getWaitedCount() + thread.getBlockedCount();
  }
}
