package io.tokenledger.local.backfill.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenledger.local.backfill.RefusedLineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SourceLinesTest {

  @Property
  void linesAreThoseOfSplit(
      @ForAll @Chars({'a', '"', '\n', ','}) @StringLength(max = 60) String text)
      throws IOException {
    List<String> expected = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    if (expected.get(expected.size() - 1).isEmpty()) {
      expected.remove(expected.size() - 1);
    }
    assertThat(lines(of(text))).isEqualTo(expected);
  }

  /** As the records are written again with their line breaks, nothing of the text is lost. */
  @Property
  void recordsOfCsvAreTheTextAgain(
      @ForAll @Chars({'a', '"', '\n', ','}) @StringLength(max = 60) String text)
      throws IOException {
    SourceLines records = csv(text + "\n");
    StringBuilder again = new StringBuilder();
    while (records.next()) {
      assertThat(records.number()).isEqualTo(1 + again.chars().filter(c -> c == '\n').count());
      again.append(new String(records.bytes(1000), StandardCharsets.UTF_8)).append('\n');
    }
    // An open quote takes the last line break with it.
    assertThat(again.toString().stripTrailing()).isEqualTo(text.stripTrailing());
  }

  @Test
  void aLineBreakWithinQuotesBelongsToTheRecord() throws IOException {
    SourceLines records = csv("a,\"1\n\"\"2\n\",x\nb,5\" wide\nc,\"\"\nd");
    assertThat(lines(records)).containsExactly("a,\"1\n\"\"2\n\",x", "b,5\" wide", "c,\"\"", "d");
    assertThat(records.number()).isGreaterThanOrEqualTo(6);
  }

  @Test
  void aLineThatIsTooLargeIsPassedOver() throws IOException {
    SourceLines lines = of("aaaa\nbb\n");
    lines.next();
    assertThatExceptionOfType(RefusedLineException.class)
        .isThrownBy(() -> lines.bytes(3))
        .withMessage("the line is larger than 3 bytes");
    assertThat(lines(lines)).containsExactly("bb");
    assertThat(lines.number()).isEqualTo(3);
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws IOException {
    assertThat(lines(of("\uFEFFa\nb"))).containsExactly("a", "b");
    assertThat(lines(of(""))).isEmpty();
  }

  @Test
  void whatIsWrittenMeanwhileIsNotRead() throws IOException {
    byte[] text = "a\nb\nc".getBytes(StandardCharsets.UTF_8);
    assertThat(lines(SourceLines.of(new ByteArrayInputStream(text), 3))).containsExactly("a", "b");
  }

  @Test
  void blankLinesAreSeen() throws IOException {
    SourceLines lines = of(" \t\r\n x\n\n");
    List<Boolean> blank = new ArrayList<>();
    while (lines.next()) {
      blank.add(lines.isBlank());
    }
    assertThat(blank).containsExactly(true, false, true);
  }

  private static SourceLines of(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return SourceLines.of(new ByteArrayInputStream(bytes), bytes.length);
  }

  private static SourceLines csv(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return SourceLines.ofCsv(new ByteArrayInputStream(bytes), bytes.length, ',');
  }

  private static List<String> lines(SourceLines lines) throws IOException {
    List<String> all = new ArrayList<>();
    while (lines.next()) {
      all.add(new String(lines.bytes(1000), StandardCharsets.UTF_8));
    }
    return all;
  }
}
