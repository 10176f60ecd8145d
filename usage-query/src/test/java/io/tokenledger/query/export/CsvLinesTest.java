package io.tokenledger.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {

  private static final CsvLines<List<Object>> LINES =
      new CsvLines<>(
          List.of(
              new CsvColumn<>("first", row -> row.get(0)),
              new CsvColumn<>("second", row -> row.get(1))));

  @Test
  void linesEndAsRfc4180Wants() {
    assertThat(text(LINES.header())).isEqualTo("first,second\r\n");
    assertThat(lines("plain", 5L)).isEqualTo("plain,5\r\n");
    assertThat(lines("", true)).isEqualTo(",true\r\n");
    assertThat(lines(null, null)).isEqualTo(",\r\n");
  }

  @Test
  void whatSeparatesIsQuoted() {
    assertThat(lines("a,b", "say \"hi\"")).isEqualTo("\"a,b\",\"say \"\"hi\"\"\"\r\n");
    assertThat(lines("two\nlines", "x")).isEqualTo("\"two\nlines\",x\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "=cmd|' /C calc'!A0"})
  void aFormulaIsText(String hostile) throws IOException {
    assertThat(parsed(LINES.of(List.of(Arrays.asList(hostile, "x"))))[0]).isEqualTo("'" + hostile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=1",
        " =1",
        "ü,😀",
        "\"",
        "\r\n",
        "a\r\nb",
        "a;b",
        "'",
        "#no comment",
        "x\u0000"
      })
  void everythingElseComesBackAsItWas(String text) throws IOException {
    String guarded = text.startsWith("\r") ? "'" + text : text;
    assertThat(parsed(LINES.of(List.of(Arrays.asList(text, "x"))))).containsExactly(guarded, "x");
  }

  private static String lines(Object... cells) {
    return text(LINES.of(List.of(Arrays.asList(cells))));
  }

  private static String[] parsed(byte[] csv) throws IOException {
    try (MappingIterator<String[]> rows =
        CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .build()
            .readerFor(String[].class)
            .readValues(text(csv))) {
      String[] row = rows.next();
      assertThat(rows.hasNext()).isFalse();
      return row;
    }
  }

  private static String text(byte[] csv) {
    return new String(csv, StandardCharsets.UTF_8);
  }
}
