package io.tokenledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the disk gives back is what was written, or it is told. */
class DamagedJournalTest {

  private static final int RECORDS = 40;

  @TempDir private Path directory;

  @Test
  void aFileThatIsCutAnywhereKeepsItsWholeRecords() throws Exception {
    List<String> texts = List.of("first", "the second", "", "fourth");
    byte[] whole = written(directory, texts);
    Path file = Journals.segments(directory).get(0);
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      List<Damage> damages = new ArrayList<>();
      List<String> expected = wholeWithin(texts, length);
      try (Journal journal = Journals.open(Journals.small(directory), damages)) {
        assertThat(Journals.texts(journal)).isEqualTo(expected);
        assertThat(damages).hasSize(isBoundary(texts, length) ? 0 : 1);
        Journals.append(journal, "after");
      }
      damages.clear();
      try (Journal journal = Journals.open(Journals.small(directory), damages)) {
        expected.add("after");
        assertThat(Journals.texts(journal)).isEqualTo(expected);
        assertThat(damages).isEmpty();
      }
      for (Path segment : Journals.segments(directory)) {
        Files.delete(segment);
      }
    }
  }

  /** As some file systems leave the end of a file when the machine dies. */
  @Test
  void zerosAtTheEndAreCutOff() throws Exception {
    byte[] whole = written(directory, List.of("one", "two"));
    Files.write(Journals.segments(directory).get(0), Arrays.copyOf(whole, whole.length + 4_096));
    List<Damage> damages = new ArrayList<>();
    try (Journal journal = Journals.open(Journals.small(directory), damages)) {
      assertThat(Journals.texts(journal)).containsExactly("one", "two");
    }
    assertThat(damages).extracting(Damage::bytes).containsExactly(4_096L);
  }

  /** The rest of its segment is lost, and told to the byte; all other segments are whole. */
  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void aFlippedBitLosesNoMoreThanTheRestOfItsSegment(
      @ForAll @IntRange(max = 1_000_000) int anywhere, @ForAll @IntRange(max = 7) int bit)
      throws Exception {
    Path own = Journals.temporary();
    try (Journal journal = Journals.open(Journals.small(own), new ArrayList<>())) {
      for (int i = 0; i < RECORDS; i++) {
        Journals.append(journal, "record " + i);
      }
    }
    List<Path> segments = Journals.segments(own);
    Path hit = segments.get(anywhere % segments.size());
    byte[] bytes = Files.readAllBytes(hit);
    bytes[(anywhere / segments.size()) % bytes.length] ^= (byte) (1 << bit);
    Files.write(hit, bytes);

    List<Damage> damages = new ArrayList<>();
    List<JournalRecord> read;
    try (Journal journal = Journals.open(Journals.small(own), damages)) {
      read = Journals.records(journal);
      assertThat(damages).singleElement().extracting(Damage::file).isEqualTo(hit);
      long kept = read.stream().mapToLong(record -> record.next() - record.position()).sum();
      long there = Journals.segments(own).stream().mapToLong(each -> each.toFile().length()).sum();
      boolean cut = hit.equals(segments.get(segments.size() - 1));
      assertThat(kept + (cut ? 0 : damages.get(0).bytes())).isEqualTo(there);
    }
    assertThat(read)
        .allSatisfy(
            record ->
                assertThat(new String(record.payload()))
                    .isEqualTo("record " + indexOf(record.position())));
    Journals.delete(own);
  }

  /** Segments of 256 bytes hold the records of 17 and 18 bytes back to back. */
  private static int indexOf(long position) {
    long at = 0;
    int index = 0;
    while (at < position) {
      at += RecordFormat.HEADER_BYTES + ("record " + index).length();
      index++;
    }
    return index;
  }

  private static byte[] written(Path directory, List<String> texts) throws Exception {
    try (Journal journal = Journals.open(Journals.small(directory), new ArrayList<>())) {
      texts.forEach(text -> Journals.append(journal, text));
    }
    return Files.readAllBytes(Journals.segments(directory).get(0));
  }

  private static List<String> wholeWithin(List<String> texts, int length) {
    List<String> whole = new ArrayList<>();
    int at = 0;
    for (String text : texts) {
      at += RecordFormat.HEADER_BYTES + text.length();
      if (at <= length) {
        whole.add(text);
      }
    }
    return whole;
  }

  private static boolean isBoundary(List<String> texts, int length) {
    int whole =
        wholeWithin(texts, length).stream()
            .mapToInt(text -> RecordFormat.HEADER_BYTES + text.length())
            .sum();
    return whole == length;
  }
}
