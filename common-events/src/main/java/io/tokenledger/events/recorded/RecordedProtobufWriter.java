package io.tokenledger.events.recorded;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.recorded.wire.RecordedProto;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** Writes {@code schema/usage-recorded.proto}. */
final class RecordedProtobufWriter implements Recorded.Visitor {

  static final int UUID_BYTES = 16;
  static final long MICROS_PER_SECOND = 1_000_000;
  static final int NANOS_PER_MICRO = 1_000;

  private final RecordedProto.RecordedMessage.Builder message =
      RecordedProto.RecordedMessage.newBuilder();

  private RecordedProtobufWriter() {}

  static byte[] write(Recorded recorded) {
    RecordedProtobufWriter writer = new RecordedProtobufWriter();
    recorded.accept(writer);
    return writer.message.build().toByteArray();
  }

  @Override
  public void visit(RecordedUsage usage) {
    message.setUsage(usageOf(usage));
  }

  @Override
  public void visit(CostAdjustment adjustment) {
    RecordedProto.CostAdjustment.Builder change =
        message
            .getAdjustmentBuilder()
            .setEvent(eventOf(adjustment).putAllMetadata(adjustment.metadata()))
            .setSequence(adjustment.sequence())
            .setRunId(bytes(adjustment.runId()))
            .setCostNanosDelta(adjustment.costNanosDelta())
            .setUnpricedRequestsDelta(adjustment.unpricedRequestsDelta())
            .setCacheSavedNanosDelta(adjustment.cacheSavedNanosDelta())
            .setCacheSavedTokensDelta(adjustment.cacheSavedTokensDelta());
    adjustment.id().ifPresent(id -> change.setId(bytes(id)));
  }

  @Override
  public void visit(RevisedUsage revision) {
    RecordedProto.UsageRevision.Builder change =
        message
            .getRevisionBuilder()
            .setSequence(revision.sequence())
            .setBefore(usageOf(revision.before()))
            .setAfter(usageOf(revision.after()));
    revision.id().ifPresent(id -> change.setId(bytes(id)));
  }

  private static RecordedProto.Usage.Builder usageOf(RecordedUsage usage) {
    RecordedProto.Usage.Builder message =
        eventOf(usage).setRequestCount(usage.requestCount()).setCostNanos(usage.costNanos());
    setTokens(message, usage.tokens());
    if (!usage.metadata().isEmpty()) {
      message.putAllMetadata(usage.metadata());
    }
    if (usage.durationMs().isPresent()) {
      message.setDurationMs(usage.durationMs().getAsLong());
    }
    if (usage.cacheSavedNanos().isPresent()) {
      message.setCacheSavedNanos(usage.cacheSavedNanos().getAsLong());
    }
    if (usage.source().isPresent()) {
      SourcePosition source = usage.source().get();
      message.setSource(
          RecordedProto.SourcePosition.newBuilder()
              .setTopicId(bytes(source.topicId()))
              .setPartition(source.partition())
              .setOffset(source.offset()));
    }
    return message;
  }

  /** What is told of an event whether it is counted or changed. */
  private static RecordedProto.Usage.Builder eventOf(Recorded recorded) {
    Call call = recorded.call();
    return RecordedProto.Usage.newBuilder()
        .setEventId(recorded.eventId())
        .setOrgId(call.orgId())
        .setUserId(call.userId())
        .setProvider(call.provider())
        .setModelName(call.modelName())
        .setFeature(call.feature())
        .setActivity(call.activity())
        .setCategory(call.category())
        .setSuccess(recorded.success())
        .setConversationId(recorded.conversationId())
        .setOccurredAtMicros(micros(recorded.occurredAt()))
        .setCostStatus(statusOf(recorded.costStatus()))
        .setPriceVersion(recorded.priceVersion());
  }

  private static void setTokens(RecordedProto.Usage.Builder message, TokenCounts tokens) {
    message
        .setInputTokens(tokens.count(TokenClass.INPUT))
        .setOutputTokens(tokens.count(TokenClass.OUTPUT))
        .setCacheReadTokens(tokens.count(TokenClass.CACHE_READ))
        .setCacheWriteTokens(tokens.count(TokenClass.CACHE_WRITE))
        .setCacheWrite1HTokens(tokens.count(TokenClass.CACHE_WRITE_1H))
        .setAudioInputTokens(tokens.count(TokenClass.AUDIO_INPUT))
        .setReasoningTokens(tokens.count(TokenClass.REASONING))
        .setAudioOutputTokens(tokens.count(TokenClass.AUDIO_OUTPUT))
        .setEmbeddingTokens(tokens.count(TokenClass.EMBEDDING))
        .setImageInputTokens(tokens.count(TokenClass.IMAGE_INPUT))
        .setImageOutputTokens(tokens.count(TokenClass.IMAGE_OUTPUT))
        .setCacheReadAudioTokens(tokens.count(TokenClass.CACHE_READ_AUDIO))
        .setCacheReadImageTokens(tokens.count(TokenClass.CACHE_READ_IMAGE));
  }

  private static RecordedProto.CostStatus statusOf(CostStatus status) {
    return switch (status) {
      case PRICED -> RecordedProto.CostStatus.PRICED;
      case PRODUCER_REPORTED -> RecordedProto.CostStatus.PRODUCER_REPORTED;
      case UNPRICED -> RecordedProto.CostStatus.UNPRICED;
      case PARTIAL -> RecordedProto.CostStatus.PARTIAL;
    };
  }

  private static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), MICROS_PER_SECOND),
        time.getNano() / NANOS_PER_MICRO);
  }

  private static ByteString bytes(UUID id) {
    return UnsafeByteOperations.unsafeWrap(
        ByteBuffer.allocate(UUID_BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .flip());
  }
}
