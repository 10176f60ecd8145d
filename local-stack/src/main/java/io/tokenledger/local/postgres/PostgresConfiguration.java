package io.tokenledger.local.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The server's configuration file, written anew at every start. */
final class PostgresConfiguration {

  private PostgresConfiguration() {}

  static String of(PostgresSettings settings) {
    Map<String, String> values = new LinkedHashMap<>();
    connections(settings, values);
    durability(settings, values);
    performance(values);
    return values.entrySet().stream()
        .map(value -> value.getKey() + " = '" + value.getValue().replace("'", "''") + "'")
        .collect(Collectors.joining("\n", "# Written at every start.\n", "\n"));
  }

  private static void connections(PostgresSettings settings, Map<String, String> values) {
    values.put("listen_addresses", "127.0.0.1");
    values.put("port", Integer.toString(settings.port()));
    values.put("unix_socket_directories", settings.socketDirectory());
    values.put("max_connections", "100");
    // A query over raw events locks each day that it asks for.
    values.put("max_locks_per_transaction", "1024");
    values.put("timezone", "UTC");
    values.put("log_timezone", "UTC");
    values.put("log_line_prefix", "%m [%p] %q%u ");
  }

  private static void durability(PostgresSettings settings, Map<String, String> values) {
    String durable = settings.durable() ? "on" : "off";
    values.put("fsync", durable);
    values.put("synchronous_commit", durable);
    values.put("full_page_writes", durable);
  }

  /** A laptop's share. The plans are short: compiling them costs more than it saves. */
  private static void performance(Map<String, String> values) {
    values.put("shared_buffers", "256MB");
    values.put("max_wal_size", "2GB");
    values.put("checkpoint_timeout", "10min");
    values.put("jit", "off");
  }
}
