package io.tokenledger.events.recorded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.decode.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedUsageCodecTest {

  private static final String MINIMAL =
      """
      {"eventId": "e-1", "orgId": "acme", "requestCount": 1, "success": true,
       "occurredAt": "2026-01-31T08:30:00Z", "costNanos": 0, "costStatus": "unpriced",
       "source": {"topicId": "5f0c2a54-8f0e-4f0b-9d5e-0d6a3c1b2e4f", "partition": 3, "offset": 70}}""";

  @Property(tries = 500)
  void whatIsWrittenIsRead(@ForAll("usages") RecordedUsage usage, @ForAll RecordedFormat format) {
    assertThat(RecordedUsageCodec.decode(format.encode(usage))).isEqualTo(usage);
  }

  @Property(tries = 500)
  void anAdjustmentIsReadAsOne(@ForAll("usages") RecordedUsage of, @ForAll RecordedFormat format) {
    CostAdjustment adjustment = adjustmentOf(of);
    assertThat(RecordedUsageCodec.decode(format.encode(adjustment))).isEqualTo(adjustment);
  }

  @Property(tries = 500)
  void aRevisionIsReadAsOne(
      @ForAll("usages") RecordedUsage before,
      @ForAll("usages") RecordedUsage after,
      @ForAll RecordedFormat format) {
    RevisedUsage revision =
        new RevisedUsage(
            after.requestCount(), after.source().map(SourcePosition::topicId), before, after);
    assertThat(RecordedUsageCodec.decode(format.encode(revision))).isEqualTo(revision);
  }

  /** A reader of before Protobuf takes it for usage of nothing. */
  @Property(tries = 100)
  void aRevisionHasNoCountsOfItsOwn(@ForAll("usages") RecordedUsage usage) throws IOException {
    byte[] message =
        RecordedFormat.JSON.encode(new RevisedUsage(1, Optional.empty(), usage, usage));
    ObjectNode json = (ObjectNode) EventJson.JSON.readTree(message);
    json.remove("revision");
    RecordedUsage told = (RecordedUsage) RecordedUsageCodec.decode(json.toString().getBytes(UTF_8));
    assertThat(told.requestCount()).isZero();
    assertThat(told.costNanos()).isZero();
    assertThat(told.tokens()).isEqualTo(TokenCounts.NONE);
    assertThat(told.source()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "null", "not json", "{\"eventId\": 1}", "{\"eventId\": null}"})
  void anythingElseIsRefused(String message) {
    assertRefused(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"orgId\": 17",
        "\"requestCount\": \"1\"",
        "\"requestCount\": 1e400",
        "\"success\": \"yes\"",
        "\"occurredAt\": \"yesterday\"",
        "\"occurredAt\": 17",
        "\"costNanos\": 0.5",
        "\"costNanos\": 9223372036854775808",
        "\"costStatus\": \"free\"",
        "\"costStatus\": null",
        "\"inputTokens\": \"12\"",
        "\"userId\": 12",
        "\"durationMs\": null",
        "\"metadata\": {\"a\": 1}",
        "\"partition\": 2147483648",
        "\"topicId\": \"usage.events\""
      })
  void aFieldOfAnotherTypeIsRefused(String member) {
    String field = member.substring(0, member.indexOf(':'));
    String others = MINIMAL.replaceFirst(field + ": [^,}]+(, *)?", "").replaceFirst(", *}", "}");
    assertRefused("{" + member + ", " + others.substring(1));
  }

  private static void assertRefused(String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordedUsageCodec.decode(message.getBytes(StandardCharsets.UTF_8)));
  }

  @Provide
  Arbitrary<RecordedUsage> usages() {
    return Combinators.combine(
            texts().list().ofSize(10),
            counts().list().ofSize(2 + TokenClass.ALL.size()),
            counts().optional(),
            Arbitraries.maps(texts().filter(key -> !key.isEmpty()), texts()).ofMaxSize(4),
            times(),
            Arbitraries.of(CostStatus.values()),
            Arbitraries.of(true, false))
        .as(
            (texts, counts, duration, tags, time, status, success) ->
                usage(
                    texts,
                    counts,
                    duration.map(OptionalLong::of).orElse(OptionalLong.empty()),
                    tags,
                    time,
                    status,
                    success));
  }

  private static RecordedUsage usage(
      List<String> texts,
      List<Long> counts,
      OptionalLong durationMs,
      Map<String, String> tags,
      Instant occurredAt,
      CostStatus status,
      boolean success) {
    return new RecordedUsage(
        "e" + texts.get(0),
        new Call(
            "o" + texts.get(1),
            texts.get(2),
            texts.get(3),
            texts.get(4),
            texts.get(5),
            texts.get(6),
            texts.get(7)),
        counts.get(0),
        tokens(counts),
        durationMs,
        success,
        texts.get(8),
        tags,
        occurredAt,
        counts.get(1 + TokenClass.ALL.size()),
        success ? OptionalLong.of(-counts.get(4)) : OptionalLong.empty(),
        status,
        texts.get(9),
        success
            ? Optional.of(
                new SourcePosition(
                    new UUID(counts.get(1), counts.get(2)), texts.get(0).length(), counts.get(3)))
            : Optional.empty());
  }

  private static CostAdjustment adjustmentOf(RecordedUsage usage) {
    return new CostAdjustment(
        usage.eventId(),
        usage.call(),
        usage.success(),
        usage.conversationId(),
        usage.metadata(),
        usage.occurredAt(),
        usage.costStatus(),
        usage.priceVersion(),
        usage.requestCount(),
        new UUID(usage.tokens().input(), 1),
        -usage.costNanos(),
        -usage.tokens().output(),
        usage.addedCacheSavedNanos(),
        -usage.cacheSavedTokens(),
        usage.source().map(SourcePosition::topicId));
  }

  private static TokenCounts tokens(List<Long> counts) {
    return TokenCounts.of(each -> counts.get(1 + each.ordinal()));
  }

  /** No halves of surrogate pairs: the decoder of events lets none pass. */
  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .ofMaxLength(20)
        .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }

  /** Whatever a field can hold, its limits often. */
  private static Arbitrary<Long> counts() {
    return Arbitraries.longs();
  }

  private static Arbitrary<Instant> times() {
    return Arbitraries.longs()
        .between(-62_135_596_800_000_000L, 253_402_300_799_999_999L)
        .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }
}
