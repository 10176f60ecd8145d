package io.tokenledger.local.backfill.resume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SentLinesTest {

  /** In any order of acknowledgements the mark is before the first line that has none. */
  @Property
  void theMarkNeverPassesALineThatIsNotAcknowledged(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int room) throws Exception {
    Random random = new Random(seed);
    SentLines sent = new SentLines(room);
    TreeMap<Long, Long> onTheWay = new TreeMap<>();
    long line = 0;
    long begun = 0;
    for (int i = 0; i < 200; i++) {
      // Those behind the first one on the way need room until it is there.
      boolean fits = onTheWay.isEmpty() || begun - onTheWay.firstEntry().getValue() < room;
      if (onTheWay.isEmpty() || fits && random.nextBoolean()) {
        line += 1 + random.nextInt(3);
        onTheWay.put(line, sent.begin(line));
        begun++;
      } else {
        List<Long> lines = new ArrayList<>(onTheWay.keySet());
        sent.acknowledge(onTheWay.remove(lines.get(random.nextInt(lines.size()))));
      }
      if (onTheWay.isEmpty()) {
        assertThat(sent.upTo()).isEqualTo(line);
      } else {
        assertThat(sent.upTo()).isLessThan(onTheWay.firstKey());
      }
    }
  }

  @Test
  @Timeout(10)
  void thereIsNoMoreOnTheWayThanThereIsRoomFor() throws Exception {
    SentLines sent = new SentLines(2);
    long first = sent.begin(1);
    sent.begin(2);
    Thread other = new Thread(() -> sent.acknowledge(first));
    other.start();
    assertThat(sent.begin(3)).isEqualTo(2);
    assertThat(sent.upTo()).isEqualTo(1);
    other.join();
  }

  @Test
  @Timeout(10)
  void aFailureEndsTheWaiting() throws Exception {
    SentLines sent = new SentLines(1);
    sent.begin(1);
    new Thread(() -> sent.fail(new IllegalStateException("away"))).start();
    assertThat(sent.begin(2)).isEqualTo(-1);
    assertThat(sent.failure()).hasMessage("away");
    assertThat(sent.upTo()).isZero();
  }
}
