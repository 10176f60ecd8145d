package io.tokenledger.events.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.support.GoldenFiles;
import io.tokenledger.events.support.GoldenFiles.Golden;
import io.tokenledger.events.support.RecordJson;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON on {@code usage.recorded} that an older version wrote, or a newer one will. */
class GoldenRecordedUsageTest {

  @ParameterizedTest
  @MethodSource
  void decodesToTheSame(Golden golden) {
    Recorded recorded = RecordedUsageCodec.decode(golden.message());
    assertThat(RecordJson.of((Record) recorded).toPrettyString())
        .isEqualTo(expected(golden).toPrettyString());
  }

  /** Readers of an earlier version take it for usage of no requests, tokens and cost. */
  @Test
  void anAdjustmentIsStillWrittenByteForByte() throws IOException {
    Golden golden =
        GoldenFiles.in("recorded")
            .filter(file -> file.name().equals("v2-adjustment.json"))
            .findFirst()
            .orElseThrow();
    CostAdjustment adjustment = (CostAdjustment) RecordedUsageCodec.decode(golden.message());
    assertThat(RecordedFormat.JSON.encode(adjustment)).isEqualTo(golden.message());
  }

  /** What a file says of an adjustment was said when that was a part of recorded usage. */
  private static ObjectNode expected(Golden golden) {
    ObjectNode expected = golden.expected().deepCopy();
    if (expected.has("adjustment")) {
      expected.remove("tokens");
      expected.setAll((ObjectNode) expected.remove("adjustment"));
    }
    return expected;
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
