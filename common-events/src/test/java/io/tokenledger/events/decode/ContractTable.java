package io.tokenledger.events.decode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.support.SampleEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the tables of events in {@code src/test/resources/contract}; accepted.txt tells the form.
 */
final class ContractTable {

  private static final Path FOLDER = Path.of("src/test/resources/contract");
  private static final Pattern REPEATED = Pattern.compile("\\{([^{}*])\\*(\\d+)}");

  private ContractTable() {}

  /**
   * @param line as it stands in the table
   * @param field that was changed; {@code *} when there are several
   */
  record Row(String line, String field, String event) {

    @Override
    public String toString() {
      return line;
    }
  }

  static Stream<Row> rows(String table) throws IOException {
    return Files.readAllLines(FOLDER.resolve(table)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(ContractTable::row);
  }

  private static Row row(String line) {
    String[] parts = line.split("\\|", 2);
    String field = parts[0].strip();
    return new Row(line, field, event(field, expanded(parts[1].strip())));
  }

  private static String expanded(String value) {
    return REPEATED
        .matcher(value)
        .replaceAll(found -> found.group(1).repeat(Integer.parseInt(found.group(2))));
  }

  /** The value goes in as text, so that its numbers and escapes stay as they are written. */
  private static String event(String field, String value) {
    ObjectNode event = SampleEvents.minimal();
    if (value.equals("-")) {
      return event.without(field).toString();
    }
    if (!field.equals("*")) {
      return with(event.without(field), "\"" + field + "\": " + value);
    }
    SampleEvents.json(value).fieldNames().forEachRemaining(event::remove);
    return with(event, value.substring(1, value.length() - 1));
  }

  private static String with(ObjectNode event, String members) {
    return event.toString().replaceFirst("}$", "") + ", " + members + "}";
  }
}
