package io.tokenledger.local;

import io.tokenledger.local.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * @param partitions of {@code usage.events} and {@code usage.recorded}, when they are made
 * @param environment for every service; {@code TOKENLEDGER_JAVA_OPTS} and {@code
 *     TOKENLEDGER_JAVA_OPTS_USAGE_INGEST} and the like add JVM options to all components or to one
 * @param longestRestartWait how long a component that keeps crashing waits for its next start, at
 *     most
 */
public record StackOptions(
    DataDirectory data,
    Ports ports,
    int partitions,
    Map<String, String> environment,
    Duration longestRestartWait) {

  private static final Duration LONGEST_RESTART_WAIT = Duration.ofSeconds(30);
  private static final String JAVA_OPTIONS = "TOKENLEDGER_JAVA_OPTS";

  public StackOptions(DataDirectory data, Ports ports) {
    this(data, ports, KafkaSettings.DEFAULT_PARTITIONS, Map.of(), LONGEST_RESTART_WAIT);
  }

  public StackOptions withPartitions(int number) {
    return new StackOptions(data, ports, number, environment, longestRestartWait);
  }

  public StackOptions withEnvironment(String name, String value) {
    Map<String, String> extended = new TreeMap<>(environment);
    extended.put(name, value);
    return new StackOptions(data, ports, partitions, extended, longestRestartWait);
  }

  public StackOptions withLongestRestartWait(Duration wait) {
    return new StackOptions(data, ports, partitions, environment, wait);
  }

  /** JVM options of the operator, in the order in which the JVM lets the later one win. */
  String javaOptions(Component component) {
    return variable(JAVA_OPTIONS) + " " + variable(JAVA_OPTIONS + "_" + component.name());
  }

  private String variable(String name) {
    return environment.getOrDefault(name, System.getenv().getOrDefault(name, ""));
  }
}
