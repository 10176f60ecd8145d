package io.tokenledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EventKeyTest {

  /** Its time is 2024-06-14. */
  private static final String V7 = "0190163d-8694-739b-aea5-966c26f8ad91";

  private static final Instant OCCURRED = Instant.parse("2024-06-20T23:59:59.999Z");

  @Test
  void aUuidV7IsItsOwnKeyAndCarriesItsOwnDay() {
    EventKey key = key("acme", V7);

    assertThat(key.value()).hasToString(V7);
    assertThat(key.registered()).isFalse();
    assertThat(key.identity()).isEmpty();
    assertThat(EventKey.dayOf(key.value())).isEqualTo(LocalDate.of(2024, 6, 14));
  }

  @Test
  void anyOtherIdGetsAUuidV8OfTheDayItOccurred() {
    EventKey key = key("acme", "call-1");

    assertThat(key.value().version()).isEqualTo(8);
    assertThat(key.value().variant()).isEqualTo(2);
    assertThat(key.registered()).isTrue();
    assertThat(EventKey.dayOf(key.value())).isEqualTo(LocalDate.of(2024, 6, 20));
    assertThat(key("acme", "call-1")).isEqualTo(key);
    assertThat(key("acme", "call-2").value()).isNotEqualTo(key.value());
    assertThat(key("globex", "call-1").value()).isNotEqualTo(key.value());
  }

  @Test
  void aUuidV7InCapitalsOrOfAnAbsurdTimeIsLikeAnyOtherId() {
    assertThat(key("acme", V7.toUpperCase(java.util.Locale.ROOT)).registered()).isTrue();
    assertThat(key("acme", "00000000-0000-7000-8000-000000000000").registered()).isTrue();
    assertThat(key("acme", "ffffffff-ffff-7fff-bfff-ffffffffffff").registered()).isTrue();
    assertThat(key("acme", "0190163d-8694-439b-aea5-966c26f8ad91").registered()).isTrue();
  }

  @Test
  void aUuidV7WithAnythingElseInOnePlaceIsLikeAnyOtherId() {
    for (int i = 0; i < V7.length(); i++) {
      for (char other :
          new char[] {'g', 'A', '/', ':', '\u00e9', V7.charAt(i) == '-' ? '0' : '-'}) {
        String id = V7.substring(0, i) + other + V7.substring(i + 1);
        assertThat(key("acme", id).registered()).as(id).isTrue();
      }
    }
    assertThat(key("acme", V7 + "0").registered()).isTrue();
  }

  private static EventKey key(String org, String id) {
    return EventKey.of(
        org,
        id,
        OCCURRED,
        Instant.parse("2024-06-01T00:00:00Z"),
        Instant.parse("2024-06-21T00:00:00Z"));
  }
}
