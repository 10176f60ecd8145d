package io.tokenledger.client;

import static io.tokenledger.client.Trackers.LONG;
import static io.tokenledger.client.Trackers.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.client.TestLedger.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompressionTest {

  private TestLedger ledger;

  @BeforeEach
  void start() throws Exception {
    ledger = TestLedger.start();
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  @Test
  void isUsedFromTheFirstBatchWhereItIsAskedFor() {
    assertThat(encodingsOf(Gzip.ALWAYS)).containsExactly("gzip", "gzip");
  }

  @Test
  void isLearnedFromTheLedger() {
    assertThat(encodingsOf(Gzip.WHERE_UNDERSTOOD)).containsExactly(null, null);
    ledger.answerWith(Map.of("Accept-Encoding", "gzip, zstd"));
    assertThat(encodingsOf(Gzip.WHERE_UNDERSTOOD)).containsExactly(null, "gzip");
    assertThat(encodingsOf(Gzip.NEVER)).containsExactly(null, null);
  }

  /** One with a release before, which would say so with 415, or that it is not UTF-8. */
  @Test
  void isGivenUpWhereTheLedgerDoesNotKnowIt() {
    ledger.understandGzip(false);
    ledger.answerWith(Map.of("Accept-Encoding", "gzip"));
    assertThat(encodingsOf(Gzip.ALWAYS)).containsExactly(null, null);
    ledger.understandGzip(true);
    ledger.failNext(400, Map.of(), TestLedger.problem("invalid_body", "not UTF-8"));
    assertThat(encodingsOf(Gzip.ALWAYS)).containsExactly("gzip", null, null);
  }

  /** Two batches. Those that were answered 415 are not among them. */
  private List<String> encodingsOf(Gzip gzip) {
    int before = ledger.seen().size();
    try (UsageTracker tracker =
        Trackers.to(ledger.url()).linger(Duration.ofMillis(200)).gzip(gzip).start()) {
      for (int batch = 0; batch < 2; batch++) {
        for (int i = 0; i < 50; i++) {
          tracker.record(event(tracker, null));
        }
        assertThat(tracker.flush(LONG)).isTrue();
        assertThat(tracker.stats()).matches(stats -> stats.failures() == 0);
      }
    }
    List<Seen> seen = ledger.seen();
    return seen.subList(before, seen.size()).stream().map(Seen::encoding).toList();
  }
}
