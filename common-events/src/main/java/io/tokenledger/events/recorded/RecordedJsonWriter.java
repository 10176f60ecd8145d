package io.tokenledger.events.recorded;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tokenledger.events.Call;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.Topics;
import io.tokenledger.events.decode.EventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The JSON of {@link Topics#USAGE_RECORDED}: the field names of the event, then {@code costNanos},
 * {@code cacheSavedNanos}, {@code costStatus}, {@code priceVersion}, {@code source} and {@code
 * adjustment}. Empty texts and zero counts are left out; fields added later are ignored by older
 * readers.
 *
 * <p>An adjustment is written as usage of no requests, tokens and cost, for readers that do not
 * know its last field: {@code adjustment}, or {@code revision} with the usage {@code before} and
 * {@code after}.
 */
final class RecordedJsonWriter implements Recorded.Visitor {

  private final JsonGenerator json;

  private RecordedJsonWriter(JsonGenerator json) {
    this.json = json;
  }

  static byte[] write(Recorded recorded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = EventJson.JSON.createGenerator(bytes)) {
      recorded.accept(new RecordedJsonWriter(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void visit(RecordedUsage usage) {
    object(() -> writeUsage(usage));
  }

  @Override
  public void visit(RevisedUsage revision) {
    object(
        () -> {
          writeEvent(revision, 0, OptionalLong.empty());
          writeCost(revision, 0);
          json.writeObjectFieldStart("revision");
          json.writeNumberField("sequence", revision.sequence());
          if (revision.id().isPresent()) {
            json.writeStringField("id", revision.id().get().toString());
          }
          json.writeObjectFieldStart("before");
          writeUsage(revision.before());
          json.writeEndObject();
          json.writeObjectFieldStart("after");
          writeUsage(revision.after());
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  @Override
  public void visit(CostAdjustment adjustment) {
    object(
        () -> {
          writeEvent(adjustment, 0, OptionalLong.empty());
          writeTags(adjustment.metadata());
          writeCost(adjustment, 0);
          json.writeObjectFieldStart("adjustment");
          json.writeNumberField("sequence", adjustment.sequence());
          json.writeStringField("runId", adjustment.runId().toString());
          json.writeNumberField("costNanosDelta", adjustment.costNanosDelta());
          json.writeNumberField("unpricedRequestsDelta", adjustment.unpricedRequestsDelta());
          count("cacheSavedNanosDelta", adjustment.cacheSavedNanosDelta());
          count("cacheSavedTokensDelta", adjustment.cacheSavedTokensDelta());
          if (adjustment.id().isPresent()) {
            json.writeStringField("id", adjustment.id().get().toString());
          }
          json.writeEndObject();
        });
  }

  private void object(Fields fields) {
    try {
      json.writeStartObject();
      fields.write();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeUsage(RecordedUsage usage) throws IOException {
    writeEvent(usage, usage.requestCount(), usage.durationMs());
    writeTokens(usage.tokens());
    writeTags(usage.metadata());
    writeCost(usage, usage.costNanos());
    if (usage.cacheSavedNanos().isPresent()) {
      json.writeNumberField("cacheSavedNanos", usage.cacheSavedNanos().getAsLong());
    }
    if (usage.source().isPresent()) {
      writeSource(usage.source().get());
    }
  }

  private void writeEvent(Recorded recorded, long requestCount, OptionalLong durationMs)
      throws IOException {
    Call call = recorded.call();
    text("eventId", recorded.eventId());
    text("orgId", call.orgId());
    text("userId", call.userId());
    text("provider", call.provider());
    text("modelName", call.modelName());
    text("feature", call.feature());
    text("activity", call.activity());
    text("category", call.category());
    json.writeNumberField("requestCount", requestCount);
    if (durationMs.isPresent()) {
      json.writeNumberField("durationMs", durationMs.getAsLong());
    }
    json.writeBooleanField("success", recorded.success());
    text("conversationId", recorded.conversationId());
    json.writeStringField("occurredAt", recorded.occurredAt().toString());
  }

  private void writeCost(Recorded recorded, long costNanos) throws IOException {
    json.writeNumberField("costNanos", costNanos);
    json.writeStringField("costStatus", recorded.costStatus().code());
    text("priceVersion", recorded.priceVersion());
  }

  private void writeTokens(TokenCounts tokens) throws IOException {
    for (TokenClass each : TokenClass.ALL) {
      count(each.field(), tokens.count(each));
    }
  }

  private void writeTags(Map<String, String> tags) throws IOException {
    if (!tags.isEmpty()) {
      json.writeObjectFieldStart("metadata");
      for (Map.Entry<String, String> tag : tags.entrySet()) {
        json.writeStringField(tag.getKey(), tag.getValue());
      }
      json.writeEndObject();
    }
  }

  private void writeSource(SourcePosition source) throws IOException {
    json.writeObjectFieldStart("source");
    json.writeStringField("topicId", source.topicId().toString());
    json.writeNumberField("partition", source.partition());
    json.writeNumberField("offset", source.offset());
    json.writeEndObject();
  }

  private void text(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  private void count(String name, long value) throws IOException {
    if (value != 0) {
      json.writeNumberField(name, value);
    }
  }

  /** The fields of one message. */
  private interface Fields {
    void write() throws IOException;
  }
}
