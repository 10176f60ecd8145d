package io.tokenledger.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is counted of calls. Labels are names of the configuration and of this code only. */
@ApplicationScoped
public class GatewayMetrics {

  /** The label of a call that was refused before it had an upstream. */
  public static final String NO_UPSTREAM = "none";

  private static final Duration[] FIRST_BYTE = {
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };

  private static final Duration[] OVERHEAD = {
    Duration.ofNanos(100_000),
    Duration.ofNanos(250_000),
    Duration.ofNanos(500_000),
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(250)
  };

  private final MeterRegistry meters;

  /** By their labels, for to look for one among all meters costs more than to count. */
  private final Map<List<String>, Counter> ended = new ConcurrentHashMap<>();

  private final Timer firstByte;
  private final Timer overhead;

  GatewayMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.firstByte =
        Timer.builder("tokenledger.gateway.first.byte")
            .description("From the request to the upstream to the first byte of its body")
            .serviceLevelObjectives(FIRST_BYTE)
            .register(meters);
    this.overhead =
        Timer.builder("tokenledger.gateway.overhead")
            .description("Time that a call spent in the gateway, waiting for nobody else")
            .serviceLevelObjectives(OVERHEAD)
            .register(meters);
  }

  /**
   * @param outcome one of a few words
   */
  public void ended(String upstream, String outcome) {
    ended
        .computeIfAbsent(List.of(upstream, outcome), labels -> endedAt(upstream, outcome))
        .increment();
  }

  private Counter endedAt(String upstream, String outcome) {
    return Counter.builder("tokenledger.gateway.requests")
        .description("Calls that ended")
        .tags("upstream", upstream, "outcome", outcome)
        .register(meters);
  }

  /** An upstream is told of before its first call, so that this one is seen as one more. */
  public void knows(String upstream) {
    unmeteredAt(upstream);
    unknownUsageAt(upstream);
  }

  /** A call was passed on of which the gateway does not know what it costs. */
  public void unmetered(String upstream) {
    unmeteredAt(upstream).increment();
  }

  /** A metered call was answered, and its usage told or not. */
  public void usage(String upstream, boolean known) {
    if (!known) {
      unknownUsageAt(upstream).increment();
    }
  }

  public void firstByte(Duration after) {
    firstByte.record(after);
  }

  public void overhead(Duration spent) {
    overhead.record(spent);
  }

  private Counter unmeteredAt(String upstream) {
    return Counter.builder("tokenledger.gateway.unmetered.requests")
        .description("Calls that were passed on although nobody knows what they cost")
        .tag("upstream", upstream)
        .register(meters);
  }

  private Counter unknownUsageAt(String upstream) {
    return Counter.builder("tokenledger.gateway.unknown.usage")
        .description("Calls that were answered without their usage")
        .tag("upstream", upstream)
        .register(meters);
  }
}
