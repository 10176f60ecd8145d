package io.tokenledger.aggregate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counting waits for a part, so that one must not be of any size. */
class OrgPartsTest {

  private static final long MOST = OrgParts.CALLS_AT_ONCE;

  @Test
  void noPartHasMoreCallsThanMayBeUnlessTheyAreOfOneOrg() {
    Map<String, Long> calls = new LinkedHashMap<>();
    calls.put("a", MOST / 2);
    calls.put("b", MOST / 2);
    calls.put("c", 1L);
    calls.put("d", 5 * MOST);
    calls.put("e", Long.MAX_VALUE);
    calls.put("f", 0L);
    calls.put("g", MOST);

    assertThat(OrgParts.of(calls))
        .containsExactly(
            List.of("a", "b"), List.of("c"), List.of("d"), List.of("e", "f"), List.of("g"));
  }

  @Test
  void manyOrgsWithoutCallsAreSomeParts() {
    Map<String, Long> calls = new LinkedHashMap<>();
    IntStream.range(0, 120).forEach(i -> calls.put("org-" + i, 0L));

    assertThat(OrgParts.of(calls)).extracting(List::size).containsExactly(50, 50, 20);
  }

  @Test
  void ofNoOrgsThereIsNoPart() {
    assertThat(OrgParts.of(Map.of())).isEmpty();
  }
}
