package io.tokenledger.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.local.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedComponentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final AtomicInteger starts = new AtomicInteger();
  private final Queue<String> said = new ConcurrentLinkedQueue<>();

  /** As while the disk is full and its configuration cannot be written. */
  @Test
  void aLaterStartThatCannotBePreparedIsTriedAgain(@TempDir Path folder) throws Exception {
    SupervisedComponent component = new SupervisedComponent(plan(folder), said::add, (c, p) -> {});
    component.start().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    component.kill();
    try {
      component.awaitReady(PATIENCE);
      assertThat(starts).hasValue(3);
      assertThat(said).anyMatch(line -> line.contains("kafka cannot be started (no space left)"));
    } finally {
      component.stop(PATIENCE);
    }
  }

  private ComponentPlan plan(Path folder) {
    return new ComponentPlan(
        Component.KAFKA,
        this::command,
        Map.of(),
        () -> true,
        () -> null,
        Duration.ofMillis(100),
        folder.resolve("log"));
  }

  private List<String> command() throws IOException {
    if (starts.incrementAndGet() == 2) {
      throw new IOException("no space left");
    }
    return List.of("sleep", "60");
  }
}
