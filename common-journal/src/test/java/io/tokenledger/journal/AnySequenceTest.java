package io.tokenledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever is appended, acknowledged and opened again: what is read is what is not acknowledged.
 */
class AnySequenceTest {

  @Property(tries = 120)
  void theJournalHoldsWhatIsNotAcknowledged(@ForAll("steps") List<Step> steps) throws Exception {
    Path directory = Journals.temporary();
    List<Damage> damages = new ArrayList<>();
    List<JournalRecord> expected = new ArrayList<>();
    Journal journal = Journals.open(Journals.small(directory), damages);
    for (Step step : steps) {
      switch (step.what) {
        case APPEND -> append(journal, step.number, expected);
        case ACKNOWLEDGE -> acknowledge(journal, step.number, expected);
        case REOPEN -> {
          journal.close();
          journal = Journals.open(Journals.small(directory), damages);
        }
      }
      assertThat(Journals.records(journal)).usingRecursiveComparison().isEqualTo(expected);
    }
    journal.close();
    assertThat(damages).isEmpty();
    assertOnlyTheLastSegmentMayBeAcknowledged(directory, expected);
    Journals.delete(directory);
  }

  private static void append(Journal journal, int bytes, List<JournalRecord> expected) {
    byte[] payload = new byte[bytes];
    Arrays.fill(payload, (byte) bytes);
    long position = journal.append((byte) bytes, payload).join();
    long next = position + RecordFormat.HEADER_BYTES + bytes;
    expected.add(new JournalRecord(position, next, (byte) bytes, payload));
  }

  private static void acknowledge(Journal journal, int count, List<JournalRecord> expected) {
    int done = Math.min(count % 8, expected.size());
    if (done > 0) {
      journal.acknowledge(expected.get(done - 1).next());
      expected.subList(0, done).clear();
    }
  }

  private static void assertOnlyTheLastSegmentMayBeAcknowledged(
      Path directory, List<JournalRecord> expected) throws IOException {
    List<Path> segments = Journals.segments(directory);
    if (expected.isEmpty()) {
      assertThat(segments).hasSizeLessThanOrEqualTo(1);
    } else {
      long oldest = Long.parseLong(segments.get(0).getFileName().toString().split("\\.")[0]);
      assertThat(expected.get(0).position()).isBetween(oldest, oldest + 256);
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<What> what =
        Arbitraries.frequency(
            Tuple.of(6, What.APPEND), Tuple.of(2, What.ACKNOWLEDGE), Tuple.of(1, What.REOPEN));
    return what.flatMap(each -> Arbitraries.integers().between(0, 120).map(n -> new Step(each, n)))
        .list()
        .ofMaxSize(40);
  }

  private enum What {
    APPEND,
    ACKNOWLEDGE,
    REOPEN
  }

  private record Step(What what, int number) {}
}
