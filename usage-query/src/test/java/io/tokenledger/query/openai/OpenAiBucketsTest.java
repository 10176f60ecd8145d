package io.tokenledger.query.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.service.http.ApiException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OpenAiBucketsTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant NOON = Instant.parse("2026-03-01T12:07:00Z");

  @Test
  void theFirstAndTheLastBucketAreCutShort() {
    OpenAiBuckets buckets = OpenAiBuckets.of(NOON, Instant.parse("2026-03-03T06:01:00Z"), DAY, 7);
    assertThat(buckets.bounds())
        .containsExactly(
            Instant.parse("2026-03-01T12:00:00Z"),
            Instant.parse("2026-03-02T00:00:00Z"),
            Instant.parse("2026-03-03T00:00:00Z"),
            Instant.parse("2026-03-03T06:15:00Z"));
    assertThat(buckets.next()).isEmpty();
  }

  @Test
  void aWholeDayIsOneBucket() {
    Instant midnight = Instant.parse("2026-03-01T00:00:00Z");
    assertThat(OpenAiBuckets.of(midnight, midnight.plus(DAY), DAY, 7).bounds())
        .containsExactly(midnight, midnight.plus(DAY));
  }

  @Test
  void pagesGoOnWhereTheOneBeforeEnded() {
    OpenAiBuckets first =
        OpenAiBuckets.of(NOON, Instant.parse("2026-03-20T00:00:00Z"), Duration.ofHours(1), 24);
    assertThat(first.bounds()).hasSize(25);
    String page = first.nextPage("acme").orElseThrow();
    assertThat(OpenAiCursor.startOf("acme", page)).isEqualTo(first.bounds().get(24));
    assertThatThrownBy(() -> OpenAiCursor.startOf("other", page))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("'page'");
  }
}
