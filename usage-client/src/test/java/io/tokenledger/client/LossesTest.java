package io.tokenledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is lost is said: at once, then once a minute, and at the end. */
class LossesTest {

  @Test
  void whatIsLostIsSaidInTheLogAndNotForEachEvent() throws Exception {
    try (LogLines log = new LogLines()) {
      UsageTracker tracker = Trackers.to(Trackers.nowhere()).start();
      for (int i = 0; i < 500; i++) {
        tracker.record(tracker.event().build());
      }
      tracker.close();
      for (int i = 0; i < 500; i++) {
        tracker.record(Trackers.event(tracker, "e" + i));
      }
      assertThat(tracker.stats().invalid()).isEqualTo(500);
      assertThat(tracker.stats().dropped()).isEqualTo(500);
      assertThat(log.lines()).hasSizeBetween(1, 4);
      assertThat(log.lines())
          .anyMatch(line -> line.matches(".*usage events were not sent, as the ledger would.*"))
          .anyMatch(line -> line.contains("recorded after the tracker was closed"));
    }
  }
}
