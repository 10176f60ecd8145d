package io.tokenledger.bench.ingest;

import java.time.Duration;
import java.util.Map;

/**
 * A stretch of the load that went through.
 *
 * @param events valid, different ones
 * @param took from the first poll to the commit that counted the last of them
 * @param cpuMicros by process, from when all events lay on the topic
 */
record Flow(long events, Duration took, Map<String, Long> cpuMicros) {

  long eventsPerSecond() {
    return events * 1_000 / took.toMillis();
  }

  double cpuMicrosPerEvent() {
    return (double) cpuMicros.values().stream().mapToLong(Long::longValue).sum() / events;
  }
}
