package io.tokenledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Names other programs rely on: this test is changed together with the contract, never alone. */
class TopicsTest {

  @Test
  void topics() {
    assertThat(Topics.USAGE_EVENTS).isEqualTo("usage.events");
    assertThat(Topics.USAGE_RECORDED).isEqualTo("usage.recorded");
    assertThat(Topics.DEAD_LETTERS).isEqualTo("usage.events.dlq");
    assertThat(Topics.PRICING_CHANGES).isEqualTo("pricing.changes");
    assertThat(Topics.USAGE_ALERTS).isEqualTo("usage.alerts");
  }

  @Test
  void deadLetterHeaders() {
    assertThat(DeadLetterHeaders.REASON).isEqualTo("dlq-reason");
    assertThat(DeadLetterHeaders.DETAIL).isEqualTo("dlq-detail");
    assertThat(DeadLetterHeaders.SOURCE_TOPIC).isEqualTo("dlq-source-topic");
    assertThat(DeadLetterHeaders.SOURCE_PARTITION).isEqualTo("dlq-source-partition");
    assertThat(DeadLetterHeaders.SOURCE_OFFSET).isEqualTo("dlq-source-offset");
    assertThat(DeadLetterHeaders.SOURCE_TIMESTAMP).isEqualTo("dlq-source-timestamp");
    assertThat(DeadLetterHeaders.REPLAYED_FROM).isEqualTo("dlq-replayed-from");
    assertThat(DeadLetterHeaders.CUT_FROM_BYTES).isEqualTo("dlq-cut-from-bytes");
    assertThat(DeadLetterHeaders.HEADERS_DROPPED).isEqualTo("dlq-headers-dropped");
  }

  @Test
  void reasons() {
    assertThat(Arrays.stream(RejectionCode.values()).map(RejectionCode::code))
        .contains(
            "too_large",
            "not_json",
            "not_an_object",
            "missing_field",
            "invalid_field",
            "unsupported_type",
            "unknown_usage_shape",
            "too_late",
            "cost_out_of_range",
            "conflict");
  }

  @Test
  void codesOfCostStatus() {
    assertThat(Arrays.stream(CostStatus.values()).map(CostStatus::code))
        .containsExactly("priced", "producer_reported", "unpriced", "partial");
    assertThat(CostStatus.values())
        .allSatisfy(status -> assertThat(CostStatus.ofCode(status.code())).isEqualTo(status));
  }
}
