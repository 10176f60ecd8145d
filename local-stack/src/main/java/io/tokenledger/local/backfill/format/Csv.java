package io.tokenledger.local.backfill.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.local.StackException;
import io.tokenledger.local.backfill.source.SourceLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each row is a call; the header says which column is which field. */
public final class Csv implements LineFormat {

  /** As the field of a column of which nothing is made. */
  public static final String NOTHING = "-";

  private final CsvRows rows;
  private final EventField[] fields;
  private final FieldTexts texts;
  private final List<String> unused = new ArrayList<>();

  /**
   * Reads the header.
   *
   * @param map names of fields, by columns; goes before what a column is called
   * @param given fields that are said for all rows
   * @throws StackException when a field that every event needs comes from nowhere
   */
  public Csv(
      SourceLines lines,
      char delimiter,
      Map<String, String> map,
      Set<String> given,
      FieldTexts texts)
      throws IOException {
    this.texts = texts;
    rows = new CsvRows(lines, delimiter);
    List<String> header = rows.header();
    requireColumns(map, header);
    fields = new EventField[header.size()];
    Map<String, String> columns = new HashMap<>();
    for (int i = 0; i < fields.length; i++) {
      fields[i] = field(header.get(i), map);
      if (fields[i] != null) {
        requireOnce(columns.put(fields[i].label(), header.get(i)), header.get(i), fields[i]);
      }
    }
    requireAllNeeded(columns.keySet(), given);
  }

  @Override
  public LineReading read(SourceLines line) throws IOException {
    String[] cells = rows.read(line);
    if (cells == null) {
      return LineReading.BLANK;
    }
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < cells.length; i++) {
      if (fields[i] != null) {
        fields[i].put(event, cells[i].strip(), texts);
      }
    }
    return LineReading.made(event);
  }

  @Override
  public String note() {
    return unused.isEmpty()
        ? ""
        : "Columns of which nothing is made: %s. Name their fields by --map COLUMN=FIELD."
            .formatted(String.join(", ", unused));
  }

  private EventField field(String column, Map<String, String> map) {
    String named = map.get(column);
    if (named != null) {
      return named.equals(NOTHING) ? null : EventField.named(named);
    }
    EventField field = EventField.ofColumn(column);
    if (field == null) {
      unused.add(column);
    }
    return field == null || map.containsValue(field.label()) ? null : field;
  }

  private static void requireColumns(Map<String, String> map, List<String> header) {
    for (String column : map.keySet()) {
      if (!header.contains(column)) {
        throw new StackException(
            "There is no column %s for --map; there are %s."
                .formatted(column, String.join(", ", header)));
      }
    }
  }

  private static void requireOnce(String before, String column, EventField field) {
    if (before != null) {
      throw new StackException(
          "Both columns %s and %s are %s: leave one out by --map %s=-."
              .formatted(before, column, field.label(), column));
    }
  }

  private static void requireAllNeeded(Set<String> columns, Set<String> given) {
    for (String needed : List.of("orgId", "provider", "modelName")) {
      if (!columns.contains(needed) && !given.contains(needed)) {
        throw new StackException(
            "No column is %s: name it by --map COLUMN=%s, or say it for all rows by --set %s=VALUE."
                .formatted(needed, needed, needed));
      }
    }
  }
}
