package io.tokenledger.client;

import static io.tokenledger.client.Trackers.LONG;
import static io.tokenledger.client.Trackers.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever stands between the program and the ledger may answer in its place. */
class BadAnswersTest {

  @ParameterizedTest
  @CsvSource({
    "200, <html>Sign in</html>",
    "202, <html>Welcome</html>",
    "202, '{\"accepted\":\"yes\"}'",
    "204, ''",
    "403, <html>Blocked</html>",
    "502, Bad gateway",
  })
  void whatIsNoAnswerOfTheLedgerTakesNothingAway(int status, String body) throws Exception {
    try (TestLedger ledger = TestLedger.start();
        UsageTracker tracker = Trackers.to(ledger.url()).start()) {
      ledger.failNext(status, Map.of("Content-Type", "text/html"), body);
      tracker.record(event(tracker, "a"));
      assertThat(tracker.flush(LONG)).isTrue();
      assertThat(tracker.stats()).isEqualTo(new TrackerStats(1, 0, 0, 0, 1, 0, 1));
      assertThat(ledger.ids()).containsExactly("a");
    }
  }

  /** Larger than any answer: it is not read to its end. */
  @ParameterizedTest
  @CsvSource({"202", "503"})
  void anAnswerWithoutEndIsCutOff(int status) throws Exception {
    try (TestLedger ledger = TestLedger.start();
        UsageTracker tracker = Trackers.to(ledger.url()).start()) {
      ledger.failNext(status, Map.of(), "x".repeat(4 * 1024 * 1024));
      tracker.record(event(tracker, "a"));
      assertThat(tracker.flush(LONG)).isTrue();
      assertThat(ledger.ids()).containsExactly("a");
    }
  }

  /** Nothing that came from outside begins a line of the log. */
  @ParameterizedTest
  @CsvSource({"500", "401"})
  void theDetailIsOneLine(int status) throws Exception {
    try (TestLedger ledger = TestLedger.start();
        LogLines log = new LogLines();
        UsageTracker tracker = Trackers.to(ledger.url()).start()) {
      String detail = "a\nWARNING: forged\u001b[31m {0}";
      ledger.failNext(status, Map.of(), TestLedger.problem("x", detail));
      tracker.record(event(tracker, "a"));
      assertThat(tracker.flush(LONG)).isTrue();
      assertThat(log.lines())
          .anyMatch(line -> line.contains("a?WARNING: forged?[31m {0}"))
          .noneMatch(line -> line.contains("\n") || line.contains("secret"));
    }
  }
}
