package io.tokenledger.local.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.Topics;
import io.tokenledger.events.recorded.RecordedUsageCodec;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class MessageLineTest {

  private static final String RECORDED =
      """
      {"eventId":"e-1","orgId":"acme","requestCount":1,"success":true,\
      "occurredAt":"2026-01-31T08:30:00Z","inputTokens":12,"costNanos":17,"costStatus":"priced"}""";

  @Test
  void protobufIsToldAsTheJsonThatItWas() {
    byte[] protobuf =
        RecordedUsageCodec.encode(RecordedUsageCodec.decode(RECORDED.getBytes(UTF_8)));
    assertThat(protobuf[0]).isNotEqualTo((byte) '{');
    assertThat(line(Topics.USAGE_RECORDED, protobuf).text()).isEqualTo(RECORDED);
    assertThat(line(Topics.USAGE_RECORDED, RECORDED.getBytes(UTF_8)).text()).isEqualTo(RECORDED);
  }

  @Test
  void anEventIsOneLineWithItsNumbersAsTheyAre() {
    String event =
        """
        {"eventId": "e-1", "orgId": "acme",
         "units": {"pages": 0.1000000000000000000001}, "unknown": [null, "\\n"]}""";
    assertThat(line(Topics.USAGE_EVENTS, event).text())
        .isEqualTo(
            "{\"eventId\":\"e-1\",\"orgId\":\"acme\","
                + "\"units\":{\"pages\":0.1000000000000000000001},\"unknown\":[null,\"\\n\"]}");
  }

  @Test
  void theEnvelopeTellsWhereTheMessageStands() {
    assertThat(line(Topics.USAGE_EVENTS, "{\"orgId\":\"acme\"}").textInEnvelope())
        .isEqualTo(
            "{\"topic\":\"usage.events\",\"partition\":2,\"offset\":17,"
                + "\"timestamp\":\"2026-01-31T08:30:00Z\",\"key\":\"key\","
                + "\"headers\":{\"dlq-reason\":\"not_json\"},\"value\":{\"orgId\":\"acme\"}}");
  }

  @Test
  void whatCannotBeReadIsToldWithTheReason() {
    assertThat(line(Topics.DEAD_LETTERS, "oops").text())
        .endsWith(
            "\"bytesBase64\":\"b29wcw==\",\"problem\":\"it is no JSON that names no field twice\"}");
    assertThat(line(Topics.USAGE_RECORDED, new byte[] {0x3a, 0}).text())
        .endsWith(
            "\"bytesBase64\":\"OgA=\","
                + "\"problem\":\"it is of a kind that this version does not know\"}");
    assertThat(line(Topics.PRICING_CHANGES, (byte[]) null).text()).endsWith("\"value\":null}");
    assertThat(line(Topics.USAGE_EVENTS, "[1]").text()).endsWith("\"value\":[1]}");
  }

  @Test
  void anOrgIsNamedInTheMessageOrItsEnvelope() {
    byte[] protobuf =
        RecordedUsageCodec.encode(RecordedUsageCodec.decode(RECORDED.getBytes(UTF_8)));
    assertThat(line(Topics.USAGE_RECORDED, protobuf).isOf("acme")).isTrue();
    assertThat(line(Topics.USAGE_RECORDED, protobuf).isOf("acm")).isFalse();
    assertThat(line(Topics.USAGE_EVENTS, "{\"orgId\":\"acme\"}").isOf("acme")).isTrue();
    assertThat(line(Topics.USAGE_EVENTS, "{\"data\":{\"orgId\":\"acme\"}}").isOf("acme")).isTrue();
    assertThat(line(Topics.USAGE_EVENTS, "{\"subject\":\"acme\"}").isOf("acme")).isTrue();
    assertThat(line(Topics.USAGE_ALERTS, "{}").isOf("key")).isTrue();
    assertThat(line(Topics.USAGE_EVENTS, "{}").isOf("key")).isFalse();
    assertThat(line(Topics.USAGE_EVENTS, "oops").isOf("acme")).isFalse();
  }

  private static MessageLine line(String topic, String value) {
    return line(topic, value.getBytes(UTF_8));
  }

  private static MessageLine line(String topic, byte[] value) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("dlq-reason", "not_json".getBytes(UTF_8));
    return MessageLine.of(
        new ConsumerRecord<>(
            topic,
            2,
            17,
            1_769_848_200_000L,
            TimestampType.CREATE_TIME,
            3,
            -1,
            "key".getBytes(UTF_8),
            value,
            headers,
            Optional.empty()));
  }
}
