package io.tokenledger.local.backfill.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.local.StackException;
import io.tokenledger.local.backfill.source.SourceLines;
import java.io.IOException;
import java.util.stream.Stream;

/** Rows of the table as the export writes them. */
public interface SpendRows {

  /** Null for an empty line. */
  SpendRow read(SourceLines line) throws IOException;

  /** One JSON object a line, as {@code row_to_json} writes it. */
  static SpendRows ofJson() {
    KeptFields kept =
        KeptFields.of(
            Stream.concat(SpendColumns.METADATA.stream(), SpendColumns.READ.stream())
                .filter(column -> !column.equals("metadata"))
                .toArray(String[]::new));
    return line -> {
      ObjectNode row = kept.read(line);
      return row == null ? null : new SpendRow(row);
    };
  }

  /**
   * As {@code COPY … CSV HEADER} writes them.
   *
   * @throws StackException when it is another table
   */
  static SpendRows ofCsv(SourceLines lines, char delimiter) throws IOException {
    CsvRows rows = new CsvRows(lines, delimiter);
    if (!rows.header().contains("request_id") || !rows.header().contains("call_type")) {
      throw new StackException(
          "This is no export of LiteLLM_SpendLogs: its columns request_id and call_type are"
              + " missing.");
    }
    return line -> {
      String[] cells = rows.read(line);
      return cells == null ? null : new SpendRow(row(rows, cells));
    };
  }

  private static ObjectNode row(CsvRows rows, String[] cells) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < cells.length; i++) {
      if (SpendColumns.READ.contains(rows.header().get(i))) {
        row.put(rows.header().get(i), cells[i]);
      }
    }
    return row;
  }
}
