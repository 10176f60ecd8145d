package io.tokenledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {

  @Test
  void isAUuidOfVersion7() {
    long before = System.currentTimeMillis();
    UUID id = UUID.fromString(EventIds.next());
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis());
  }

  /** All in one moment: the time does not tell them apart. */
  @Test
  void isNeverTheSame() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      ids.add(EventIds.next(1_700_000_000_000L));
    }
    assertThat(ids).hasSize(200_000);
  }
}
