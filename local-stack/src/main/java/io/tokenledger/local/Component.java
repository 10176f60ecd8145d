package io.tokenledger.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The seven processes of the ledger, in the order in which they are started. */
public enum Component {
  KAFKA(1012),
  POSTGRES(1013),
  PRICING_SERVICE(2),
  USAGE_INGEST(1),
  USAGE_AGGREGATOR(3),
  USAGE_QUERY(0),
  CHAT_GATEWAY(4);

  private static final int MANAGEMENT_OFFSET = 100;

  private final int portOffset;

  Component(int portOffset) {
    this.portOffset = portOffset;
  }

  /** As in {@code status} and in the names of log files, such as {@code usage-ingest}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is one of the Quarkus services, which have a management port. */
  public boolean isService() {
    return this != KAFKA && this != POSTGRES;
  }

  /** The PostgreSQL role a service logs in as. */
  public String databaseRole() {
    return switch (this) {
      case PRICING_SERVICE -> "tokenledger_pricing";
      case USAGE_INGEST -> "tokenledger_ingest";
      case USAGE_AGGREGATOR -> "tokenledger_aggregator";
      case USAGE_QUERY -> "tokenledger_query";
      case CHAT_GATEWAY -> "tokenledger_gateway";
      case KAFKA, POSTGRES -> throw new IllegalArgumentException(label() + " has no role");
    };
  }

  public static List<Component> services() {
    return Arrays.stream(values()).filter(Component::isService).toList();
  }

  /**
   * @throws StackException when there is no such component
   */
  public static Component of(String label) {
    return Arrays.stream(values())
        .filter(component -> component.label().equals(label))
        .findFirst()
        .orElseThrow(
            () -> new StackException("There is no component " + label + ", only " + labels()));
  }

  int port(int base) {
    return base + portOffset;
  }

  int managementPort(int base) {
    return base + MANAGEMENT_OFFSET + portOffset;
  }

  private static String labels() {
    return Arrays.stream(values()).map(Component::label).collect(Collectors.joining(", "));
  }
}
