package io.tokenledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {

  @Test
  void anIdCarriesItsTime() {
    long now = 1_780_000_000_123L;
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      UUID id = UUID.fromString(EventIds.at(now));
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now);
      ids.add(id.toString());
    }
    assertThat(ids).hasSize(1000);
  }
}
