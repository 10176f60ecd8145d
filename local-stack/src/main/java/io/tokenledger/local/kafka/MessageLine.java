package io.tokenledger.local.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.Topics;
import io.tokenledger.events.decode.EventJson;
import io.tokenledger.events.recorded.RecordedFormat;
import io.tokenledger.events.recorded.RecordedUsageCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A message of one of the ledger's topics as one line of JSON: the message itself, whatever format
 * it has on the topic; or, around it, where it stands, its key and its headers.
 */
public final class MessageLine {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ConsumerRecord<byte[], byte[]> message;
  private final JsonNode value;
  private final String problem;

  private MessageLine(ConsumerRecord<byte[], byte[]> message, JsonNode value, String problem) {
    this.message = message;
    this.value = value;
    this.problem = problem;
  }

  public static MessageLine of(ConsumerRecord<byte[], byte[]> message) {
    if (message.value() == null) {
      return new MessageLine(message, NODES.nullNode(), "");
    }
    try {
      return new MessageLine(message, json(message), "");
    } catch (IOException | IllegalArgumentException e) {
      return new MessageLine(message, NODES.missingNode(), reason(e));
    }
  }

  private static JsonNode json(ConsumerRecord<byte[], byte[]> message) throws IOException {
    byte[] bytes =
        message.topic().equals(Topics.USAGE_RECORDED)
            ? RecordedFormat.JSON.encode(RecordedUsageCodec.decode(message.value()))
            : message.value();
    return EventJson.READER.readTree(bytes);
  }

  private static String reason(Exception failure) {
    return failure instanceof IOException
        ? "it is no JSON that names no field twice"
        : failure.getMessage();
  }

  /** Whether the message names the org, in an envelope or without. */
  public boolean isOf(String orgId) {
    return List.of(
            value.path("orgId").asText(),
            value.path("data").path("orgId").asText(),
            value.path("subject").asText(),
            header("ce_subject"),
            message.topic().equals(Topics.USAGE_ALERTS) ? text(message.key()) : "")
        .contains(orgId);
  }

  /** The message itself where it is an object, and everything where it is none. */
  public String text() {
    return value.isObject() ? value.toString() : textInEnvelope();
  }

  /** With {@code bytesBase64} and {@code problem} instead of {@code value} where it is unread. */
  public String textInEnvelope() {
    ObjectNode line = NODES.objectNode();
    line.put("topic", message.topic());
    line.put("partition", message.partition());
    line.put("offset", message.offset());
    line.put("timestamp", Instant.ofEpochMilli(message.timestamp()).toString());
    line.put("key", message.key() == null ? null : text(message.key()));
    ObjectNode headers = line.putObject("headers");
    message.headers().forEach(each -> headers.put(each.key(), text(each.value())));
    if (value.isMissingNode()) {
      line.put("bytesBase64", message.value());
      line.put("problem", problem);
    } else {
      line.set("value", value);
    }
    return line.toString();
  }

  private String header(String name) {
    Header header = message.headers().lastHeader(name);
    return header == null ? "" : text(header.value());
  }

  private static String text(byte[] utf8) {
    return utf8 == null ? "" : new String(utf8, StandardCharsets.UTF_8);
  }
}
