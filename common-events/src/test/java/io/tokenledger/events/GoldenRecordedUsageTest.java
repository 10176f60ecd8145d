package io.tokenledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.GoldenFiles.Golden;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of {@code usage.recorded} that an older version wrote, or a newer one will. */
class GoldenRecordedUsageTest {

  @ParameterizedTest
  @MethodSource
  void decodesToTheSame(Golden golden) {
    RecordedUsage usage = RecordedUsageCodec.decode(golden.message());
    assertThat(RecordJson.of(usage).toPrettyString()).isEqualTo(golden.expected().toPrettyString());
  }

  @Test
  void everyKindIsThere() throws IOException {
    assertThat(GoldenFiles.files("recorded"))
        .contains(
            "v1-minimal.json",
            "v1-full.json",
            "v1-with-source.json",
            "v2-adjustment.json",
            "with-fields-of-the-future.json");
  }

  static Stream<Golden> decodesToTheSame() throws IOException {
    return GoldenFiles.in("recorded");
  }
}
