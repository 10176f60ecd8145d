package io.tokenledger.events.decode;

import static io.tokenledger.events.support.SampleEvents.decode;
import static io.tokenledger.events.support.SampleEvents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.support.SampleEvents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A retry has the hash of its first copy, whatever library wrote it; another event has not. */
class PayloadHashTest {

  /** Each field with a value and another one. */
  private static final JsonNode VALUES =
      json(
          """
          {"eventId": "e-2", "orgId": "globex", "userId": "u-1", "provider": "anthropic",
           "modelName": "m-1", "feature": "rag", "activity": "a", "category": "c",
           "requestCount": 2, "inputTokens": 1000, "outputTokens": 1000, "cacheReadTokens": 100,
           "cacheWriteTokens": 100, "cacheWrite1hTokens": 1, "audioInputTokens": 1,
           "reasoningTokens": 1, "audioOutputTokens": 1, "embeddingTokens": 1,
           "imageInputTokens": 1, "imageOutputTokens": 1, "cacheReadAudioTokens": 1,
           "cacheReadImageTokens": 1,
           "units": {"images": 1}, "rawUsage": {"prompt_tokens": 1, "completion_tokens": 1},
           "usageSource": "partial", "serviceTier": "batch", "estimatedCostMicros": 1,
           "durationMs": 1, "timeToFirstTokenMs": 1, "success": true, "errorMessage": "x",
           "conversationId": "c-1", "messageId": "m-1", "metadata": {"storyId": "S-1"},
           "occurredAt": "2026-01-31T08:30:00Z", "estimatedCostUsd": "1", "speed": "fast",
           "inferenceGeo": "us", "apiKeyId": "k-1", "revision": 1, "voided": false}""");

  private static final JsonNode OTHERS =
      json(
          """
          {"eventId": "e-3", "orgId": "initech", "userId": "u-2", "provider": "google",
           "modelName": "m-2", "feature": "tools", "activity": "A", "category": "C",
           "requestCount": 1, "inputTokens": 1001, "outputTokens": 1001, "cacheReadTokens": 101,
           "cacheWriteTokens": 101, "cacheWrite1hTokens": 2, "audioInputTokens": 2,
           "reasoningTokens": 2, "audioOutputTokens": 2, "embeddingTokens": 0,
           "imageInputTokens": 2, "imageOutputTokens": 2, "cacheReadAudioTokens": 2,
           "cacheReadImageTokens": 2,
           "units": {"pages": 1}, "rawUsage": {"prompt_tokens": 1, "completion_tokens": 2},
           "usageSource": "reported", "serviceTier": "standard", "estimatedCostMicros": 0,
           "durationMs": 0, "timeToFirstTokenMs": 0, "success": false, "errorMessage": "X",
           "conversationId": "c-2", "messageId": "m-2", "metadata": {"storyId": "S-2"},
           "occurredAt": "2026-01-31T08:30:00.001Z", "estimatedCostUsd": "2", "speed": "standard",
           "inferenceGeo": "eu", "apiKeyId": "k-2", "revision": 2, "voided": true}""");

  /** Made in November 2026, by the code of then. */
  private static final long HASH_OF_BEFORE = 1_101_243_695_405_520_593L;

  private static final List<String> TOTALS =
      List.of("inputTokens", "outputTokens", "cacheReadTokens", "cacheWriteTokens", "revision");

  /** In place of the other cost, not beside it. */
  private static final String USD = "estimatedCostUsd";

  @Property(tries = 300)
  void theOrderOfFieldsDoesNotCount(@ForAll("events") ObjectNode event, @ForAll Random random) {
    assertSame(event, shuffled(event, random));
  }

  @Property(tries = 300)
  void whatMeansNothingDoesNotCount(@ForAll("events") ObjectNode event) {
    ObjectNode same = event.deepCopy();
    same.put("totalTokens", 17).putObject("trace").put("span", "x");
    PayloadHash.FIELDS.stream().filter(field -> !event.has(field)).forEach(same::putNull);
    same.put("provider", same.get("provider").textValue().toUpperCase(Locale.ROOT));
    same.set("model", same.remove("modelName"));
    same.putNull("modelName");
    assertSame(event, same);
    assertThat(decode(same.toPrettyString()).payloadHash()).isEqualTo(hash(event));
  }

  @Property(tries = 300)
  void anyOtherValueCounts(@ForAll("events") ObjectNode event, @ForAll("fields") String field) {
    ObjectNode first = event.deepCopy();
    first.set(field, VALUES.get(field));
    ObjectNode other = event.deepCopy();
    other.set(field, OTHERS.get(field));
    assertThat(hash(other)).isNotEqualTo(hash(first));
  }

  @Property(tries = 300)
  void presenceCounts(@ForAll("events") ObjectNode event, @ForAll("optionalFields") String field) {
    ObjectNode with = event.deepCopy();
    with.set(field, VALUES.get(field));
    assertThat(hash(with.deepCopy().without(field))).isNotEqualTo(hash(with));
  }

  @Test
  void everyFieldIsTried() {
    assertThat(VALUES.fieldNames()).toIterable().containsExactlyElementsOf(PayloadHash.FIELDS);
    assertThat(OTHERS.fieldNames()).toIterable().containsExactlyElementsOf(PayloadHash.FIELDS);
  }

  @Test
  void theCostInDollarsCounts() {
    assertThat(hash(SampleEvents.with(USD, json("\"1\""))))
        .isNotEqualTo(hash(SampleEvents.minimal()));
    assertThat(hash(SampleEvents.with(USD, json("\"1\""))))
        .isNotEqualTo(hash(SampleEvents.with(USD, json("\"2\""))));
  }

  @Test
  void aTimeThatEqualsTheDefaultIsNotTheDefault() {
    ObjectNode absent = SampleEvents.minimal();
    ObjectNode given = absent.deepCopy().put("occurredAt", SampleEvents.SENT_AT.toString());
    assertThat(decode(given).occurredAt()).isEqualTo(decode(absent).occurredAt());
    assertThat(hash(given)).isNotEqualTo(hash(absent));
  }

  @Test
  void namesInsideAndTheNotationOfNumbersDoNotCount() {
    ObjectNode event = SampleEvents.with("metadata", json("{\"a\": 1, \"b\": \"x\"}"));
    assertSame(
        event, SampleEvents.with("metadata", json("{\"c\": null, \"b\": \"x\", \"a\": 1.0}")));
    assertSame(
        SampleEvents.with("inputTokens", json("1000")),
        SampleEvents.with("inputTokens", json("1e3")));
  }

  /** Decimals are always written by {@code BigDecimal}, whole numbers only where it matters. */
  @Property
  void aWholeNumberHasTheHashOfTheSameDecimal(@ForAll long number) {
    assertThat(hash(SampleEvents.with("metadata", json("{\"a\": " + number + "}"))))
        .isEqualTo(hash(SampleEvents.with("metadata", json("{\"a\": " + number + ".0}"))));
  }

  /** What is stored beside rows of before: another hash would make conflicts of retries. */
  @Test
  void hashesStayAsTheyAre() {
    JsonNode metadata = json("{\"a\": 1200, \"b\": 0, \"c\": -7, \"d\": 1.50, \"e\": true}");
    ObjectNode event = SampleEvents.with("metadata", metadata);
    event.put("inputTokens", 1_000).put("outputTokens", 17).put("durationMs", 0);
    assertThat(hash(event)).isEqualTo(HASH_OF_BEFORE);
  }

  @Test
  void textsCannotImitateTheirNeighbours() {
    assertThat(hash(SampleEvents.with("metadata", json("{\"a\": \"1\\\"1:b\"}"))))
        .isNotEqualTo(hash(SampleEvents.with("metadata", json("{\"a\": \"1\", \"b\": \"\"}"))));
    assertThat(hash(SampleEvents.with("metadata", json("{\"a\": \"1\"}"))))
        .isNotEqualTo(hash(SampleEvents.with("metadata", json("{\"a\": 1}"))));
  }

  @Provide
  Arbitrary<ObjectNode> events() {
    return fields().set().map(PayloadHashTest::eventOf);
  }

  @Provide
  Arbitrary<String> fields() {
    return Arbitraries.of(PayloadHash.FIELDS).filter(field -> !field.equals(USD));
  }

  @Provide
  Arbitrary<String> optionalFields() {
    return fields().filter(field -> !SampleEvents.minimal().has(field) && !TOTALS.contains(field));
  }

  /** The totals and all that is required are always there, so that any parts are valid. */
  private static ObjectNode eventOf(Iterable<String> fields) {
    ObjectNode event = SampleEvents.minimal();
    TOTALS.forEach(field -> event.set(field, VALUES.get(field)));
    fields.forEach(field -> event.set(field, VALUES.get(field)));
    return event;
  }

  private static ObjectNode shuffled(ObjectNode event, Random random) {
    List<String> names = new ArrayList<>();
    event.fieldNames().forEachRemaining(names::add);
    Collections.shuffle(names, random);
    ObjectNode shuffled = event.objectNode();
    names.forEach(name -> shuffled.set(name, event.get(name)));
    return shuffled;
  }

  private static long hash(ObjectNode event) {
    return decode(event).payloadHash();
  }

  private static void assertSame(ObjectNode event, ObjectNode same) {
    assertThat(hash(same)).isEqualTo(hash(event));
  }
}
