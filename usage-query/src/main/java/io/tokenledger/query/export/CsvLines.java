package io.tokenledger.query.export;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in
 * front, as OWASP's page "CSV Injection" advises: events carry what their producers were told.
 */
final class CsvLines<R> {

  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private static final ObjectWriter WRITER =
      CsvMapper.builder()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .build()
          .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

  private final List<CsvColumn<R>> columns;

  CsvLines(List<CsvColumn<R>> columns) {
    this.columns = columns;
  }

  byte[] header() {
    Object[] names = columns.stream().map(CsvColumn::name).toArray();
    return lines(Stream.<Object[]>of(names));
  }

  byte[] of(List<R> rows) {
    return lines(rows.stream().map(this::cells));
  }

  private Object[] cells(R row) {
    return columns.stream().map(column -> guarded(column.cellOf(row))).toArray();
  }

  /** A row of nothing would be no row at all. */
  private static Object guarded(Object cell) {
    if (cell == null) {
      return "";
    }
    boolean formula =
        cell instanceof String text
            && !text.isEmpty()
            && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }

  private static byte[] lines(Stream<Object[]> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SequenceWriter lines = WRITER.writeValues(bytes)) {
      for (Object[] row : (Iterable<Object[]>) rows::iterator) {
        lines.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
