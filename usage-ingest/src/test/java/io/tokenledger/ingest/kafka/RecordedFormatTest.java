package io.tokenledger.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.tokenledger.events.Topics;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RecordedFormat;
import io.tokenledger.events.recorded.RecordedUsageCodec;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What an operator sets while an older usage-aggregator may run. */
class RecordedFormatTest {

  private static final Recorded USAGE =
      RecordedUsageCodec.decode(
          """
          {"eventId":"e-1","orgId":"acme","requestCount":1,"success":true,\
          "occurredAt":"2026-01-31T08:30:00Z","costNanos":17,"costStatus":"priced"}"""
              .getBytes(StandardCharsets.UTF_8));

  @Test
  void protobufUnlessJsonIsAskedFor() {
    assertThat(formatWith(Map.of())).isEqualTo(RecordedFormat.PROTOBUF);
    assertThat(formatWith(Map.of("tokenledger.ingest.recorded-format", "json")))
        .isEqualTo(RecordedFormat.JSON);
  }

  @Test
  void theKeyIsTheOrgInEitherFormat() {
    for (RecordedFormat format : RecordedFormat.values()) {
      ProducerRecord<byte[], byte[]> sent = KafkaRecordedUsagePublisher.toRecord(USAGE, format, 17);
      assertThat(sent.topic()).isEqualTo(Topics.USAGE_RECORDED);
      assertThat(sent.timestamp()).isEqualTo(17);
      assertThat(sent.key()).asString().isEqualTo("acme");
      assertThat(sent.value()[0] == '{').isEqualTo(format == RecordedFormat.JSON);
      assertThat(RecordedUsageCodec.decode(sent.value())).isEqualTo(USAGE);
    }
  }

  private static RecordedFormat formatWith(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(IngestConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(IngestConfig.class)
        .recordedFormat();
  }
}
