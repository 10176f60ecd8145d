package io.tokenledger.events.recorded;

import com.google.protobuf.ByteString;
import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.recorded.wire.RecordedProto;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/** Reads what {@link RecordedProtobufWriter} writes. */
final class RecordedProtobufReader {

  private static final Parser<RecordedProto.RecordedMessage> PARSER =
      DiscardUnknownFieldsParser.wrap(RecordedProto.RecordedMessage.parser());

  private RecordedProtobufReader() {}

  /**
   * @throws IllegalArgumentException when something is missing, or is none of the values there are
   */
  static Recorded read(byte[] bytes) throws InvalidProtocolBufferException {
    RecordedProto.RecordedMessage message = PARSER.parseFrom(bytes);
    return switch (message.getKindCase()) {
      case USAGE -> usage(message.getUsage());
      case ADJUSTMENT -> adjustment(message.getAdjustment());
      case REVISION -> revision(message.getRevision());
      case KIND_NOT_SET ->
          throw new IllegalArgumentException("it is of a kind that this version does not know");
    };
  }

  private static RecordedUsage usage(RecordedProto.Usage message) {
    return new RecordedUsage(
        required("event_id", message.getEventId()),
        call(message),
        message.getRequestCount(),
        tokens(message),
        message.hasDurationMs() ? OptionalLong.of(message.getDurationMs()) : OptionalLong.empty(),
        message.getSuccess(),
        message.getConversationId(),
        tags(message),
        occurredAt(message),
        message.getCostNanos(),
        message.hasCacheSavedNanos()
            ? OptionalLong.of(message.getCacheSavedNanos())
            : OptionalLong.empty(),
        status(message),
        message.getPriceVersion(),
        message.hasSource() ? Optional.of(source(message.getSource())) : Optional.empty());
  }

  private static CostAdjustment adjustment(RecordedProto.CostAdjustment message) {
    RecordedProto.Usage event = message.getEvent();
    return new CostAdjustment(
        required("event_id", event.getEventId()),
        call(event),
        event.getSuccess(),
        event.getConversationId(),
        tags(event),
        occurredAt(event),
        status(event),
        event.getPriceVersion(),
        message.getSequence(),
        uuid("run_id", message.getRunId()),
        message.getCostNanosDelta(),
        message.getUnpricedRequestsDelta(),
        message.getCacheSavedNanosDelta(),
        message.getCacheSavedTokensDelta(),
        id(message.getId()));
  }

  private static RevisedUsage revision(RecordedProto.UsageRevision message) {
    return new RevisedUsage(
        message.getSequence(),
        id(message.getId()),
        usage(message.getBefore()),
        usage(message.getAfter()));
  }

  private static Call call(RecordedProto.Usage message) {
    return new Call(
        required("org_id", message.getOrgId()),
        message.getUserId(),
        message.getProvider(),
        message.getModelName(),
        message.getFeature(),
        message.getActivity(),
        message.getCategory());
  }

  /** In the order of the classes. */
  private static TokenCounts tokens(RecordedProto.Usage message) {
    return TokenCounts.inOrder(
        message.getInputTokens(),
        message.getOutputTokens(),
        message.getCacheReadTokens(),
        message.getCacheWriteTokens(),
        message.getCacheWrite1HTokens(),
        message.getAudioInputTokens(),
        message.getReasoningTokens(),
        message.getAudioOutputTokens(),
        message.getEmbeddingTokens(),
        message.getImageInputTokens(),
        message.getImageOutputTokens(),
        message.getCacheReadAudioTokens(),
        message.getCacheReadImageTokens());
  }

  private static Map<String, String> tags(RecordedProto.Usage message) {
    return message.getMetadataCount() == 0 ? Map.of() : new TreeMap<>(message.getMetadataMap());
  }

  private static Instant occurredAt(RecordedProto.Usage message) {
    if (!message.hasOccurredAtMicros()) {
      throw new IllegalArgumentException("occurred_at_micros is missing");
    }
    long micros = message.getOccurredAtMicros();
    return Instant.ofEpochSecond(
        micros / RecordedProtobufWriter.MICROS_PER_SECOND,
        micros % RecordedProtobufWriter.MICROS_PER_SECOND * RecordedProtobufWriter.NANOS_PER_MICRO);
  }

  private static CostStatus status(RecordedProto.Usage message) {
    return switch (message.getCostStatus()) {
      case PRICED -> CostStatus.PRICED;
      case PRODUCER_REPORTED -> CostStatus.PRODUCER_REPORTED;
      case UNPRICED -> CostStatus.UNPRICED;
      case PARTIAL -> CostStatus.PARTIAL;
      case COST_STATUS_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException(
              "cost_status %d is none that this version knows"
                  .formatted(message.getCostStatusValue()));
    };
  }

  private static SourcePosition source(RecordedProto.SourcePosition message) {
    return new SourcePosition(
        uuid("topic_id", message.getTopicId()), message.getPartition(), message.getOffset());
  }

  private static Optional<UUID> id(ByteString bytes) {
    return bytes.isEmpty() ? Optional.empty() : Optional.of(uuid("id", bytes));
  }

  private static UUID uuid(String name, ByteString bytes) {
    if (bytes.size() != RecordedProtobufWriter.UUID_BYTES) {
      throw new IllegalArgumentException(
          "%s has %d bytes, of %d"
              .formatted(name, bytes.size(), RecordedProtobufWriter.UUID_BYTES));
    }
    ByteBuffer halves = bytes.asReadOnlyByteBuffer();
    return new UUID(halves.getLong(), halves.getLong());
  }

  private static String required(String name, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
