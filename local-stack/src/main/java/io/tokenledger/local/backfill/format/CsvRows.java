package io.tokenledger.local.backfill.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.tokenledger.local.StackException;
import io.tokenledger.local.backfill.RefusedLineException;
import io.tokenledger.local.backfill.source.SourceLines;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Rows of CSV under a header: RFC 4180, in UTF-8. */
final class CsvRows {

  /** Exports hold whole conversations in a column. */
  static final int MAX_ROW_BYTES = 8 * 1024 * 1024;

  private static final CsvMapper CSV =
      CsvMapper.builder(
              CsvFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(MAX_ROW_BYTES).build())
                  .build())
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .build();

  private final ObjectReader reader;
  private final List<String> header;

  /**
   * Reads the header, which is the first line.
   *
   * @throws StackException when there is none
   */
  CsvRows(SourceLines lines, char delimiter) throws IOException {
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(delimiter);
    reader = CSV.readerFor(String[].class).with(schema);
    if (!lines.next()) {
      throw new StackException("The file is empty: CSV begins with a line of column names.");
    }
    try {
      header = Arrays.stream(cells(lines)).map(String::strip).toList();
    } catch (RefusedLineException e) {
      throw new StackException("The header cannot be read: " + e.getMessage(), e);
    }
  }

  List<String> header() {
    return header;
  }

  /** By the columns of the header; null for an empty line. */
  String[] read(SourceLines line) throws IOException {
    String[] cells = cells(line);
    if (cells == null) {
      return null;
    }
    if (cells.length != header.size()) {
      throw new RefusedLineException(
          "not_csv",
          "the row has %d columns, the header has %d".formatted(cells.length, header.size()));
    }
    return cells;
  }

  private String[] cells(SourceLines line) throws IOException {
    byte[] row = row(line);
    if (Ndjson.isBlank(row)) {
      return null;
    }
    try {
      String[][] rows = reader.forType(String[][].class).readValue(row);
      if (rows.length == 1) {
        return rows[0];
      }
    } catch (JsonProcessingException e) {
      // Said below without the text, which may hold anything.
    }
    throw new RefusedLineException(
        "not_csv",
        "the row is no well-formed CSV; a quote that is not closed takes all that follows");
  }

  private static byte[] row(SourceLines line) throws IOException {
    try {
      return line.bytes(MAX_ROW_BYTES);
    } catch (RefusedLineException e) {
      throw new StackException(
          ("The row of line %,d is larger than %,d bytes, as when a quote is not closed: nothing"
                  + " after it can be read.")
              .formatted(line.number(), MAX_ROW_BYTES),
          e);
    }
  }
}
