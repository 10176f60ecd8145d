package io.tokenledger.ingest.intake.litellm;

import static io.tokenledger.ingest.intake.litellm.LiteLlmPayloads.chat;
import static io.tokenledger.ingest.intake.litellm.LiteLlmPayloads.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.UsageSource;
import io.tokenledger.events.decode.UsageEventDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of each element the event that it becomes, or why it becomes none. */
class PayloadCheckTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @Test
  void aCallBecomesAnEvent() {
    UsageEvent event = event(chat("chatcmpl-1"));

    assertThat(event.eventId()).isEqualTo("litellm:chatcmpl-1");
    assertThat(event.orgId()).isEqualTo("acme");
    assertThat(event.call().provider()).isEqualTo("anthropic");
    assertThat(event.call().modelName()).isEqualTo("claude-haiku-4-5");
    assertThat(event.call().userId()).isEqualTo("ann");
    assertThat(event.call().feature()).isEqualTo("chat");
    assertThat(event.conversationId()).isEqualTo("trace-7");
    assertThat(event.occurredAt()).isEqualTo("2025-11-30T10:00:02Z");
    assertThat(event.durationMs()).hasValue(1_750);
    assertThat(event.timeToFirstTokenMs()).hasValue(500);
    assertThat(event.success()).isTrue();
    assertThat(event.usageSource()).isEqualTo(UsageSource.REPORTED);
    assertThat(event.tokens().count(TokenClass.INPUT)).isEqualTo(1_800);
    assertThat(event.tokens().count(TokenClass.OUTPUT)).isEqualTo(9);
    assertThat(event.tokens().count(TokenClass.CACHE_READ)).isEqualTo(500);
    assertThat(event.tokens().count(TokenClass.CACHE_WRITE)).isEqualTo(300);
    assertThat(event.reportedCostNanos()).isEmpty();
    assertThat(event.metadata())
        .containsOnly(
            entry("callType", "acompletion"),
            entry("modelGroup", "fast"),
            entry("teamId", "t-1"),
            entry("teamAlias", "Search"),
            entry("keyAlias", "ci"),
            entry("litellmCost", "0.001234568"),
            entry("job", "nightly"),
            entry("prod", "true"),
            entry("User-Agent", "curl/8"),
            entry("storyId", "S-1"),
            entry("epicId", "7"),
            entry("apiKeyId", "88dc28d0"));
  }

  @Test
  void whatWasRecordedBecomesAnEvent() {
    UsageEvent event = event(LiteLlmPayloads.recorded());

    assertThat(event.eventId()).isEqualTo("litellm:chatcmpl-2299b6a2-82a3-465a-b47c-04e685a2227f");
    assertThat(event.tokens().count(TokenClass.INPUT)).isEqualTo(10);
    assertThat(event.tokens().count(TokenClass.OUTPUT)).isEqualTo(20);
    assertThat(event.occurredAt()).isEqualTo("2025-01-24T09:20:46.851954Z");
    assertThat(event.durationMs()).hasValue(4);
    assertThat(event.timeToFirstTokenMs()).isEmpty();
    assertThat(event.metadata())
        .containsOnly(entry("callType", "acompletion"), entry("litellmCost", "0.000225"));
  }

  @Test
  void promptsAndAddressesAreNotKept() {
    ObjectNode failed = chat("a").put("status", "failure").put("error_str", "PROMPT");
    failed.set(
        "error_information",
        json(
            "{\"error_class\":\"BadRequestError\",\"error_code\":\"400\",\"error_message\":\"PROMPT\"}"));
    for (ObjectNode payload : new ObjectNode[] {chat("a"), failed}) {
      assertThat(message(payload)).doesNotContain("PROMPT").doesNotContain("secret.example");
    }
    assertThat(event(failed).errorMessage()).isEqualTo("BadRequestError (400)");
  }

  @Test
  void aHitOfItsCacheIsNotBilled() {
    UsageEvent event = event(chat("chatcmpl-1_cache_hit1764496802.1").put("cache_hit", true));

    assertThat(event.tokens().total()).isZero();
    assertThat(event.reportedCostNanos()).hasValue(0);
    assertThat(event.metadata()).containsEntry("cached", "true");
    assertThat(event.success()).isTrue();
  }

  @Test
  void aFailureIsAnErrorWithoutCost() {
    ObjectNode failed = chat("call-7").put("status", "failure").put("prompt_tokens", 0);
    failed.put("completion_tokens", 0);
    ((ObjectNode) failed.get("metadata")).putNull("usage_object");
    UsageEvent event = event(failed);

    assertThat(event.success()).isFalse();
    assertThat(event.tokens().total()).isZero();
    assertThat(event.reportedCostNanos()).hasValue(0);
  }

  /** One that broke off after the provider had counted is billed. */
  @Test
  void aFailureWithTokensIsCounted() {
    UsageEvent event = event(chat("a").put("status", "failure"));

    assertThat(event.success()).isFalse();
    assertThat(event.tokens().count(TokenClass.INPUT)).isEqualTo(1_800);
    assertThat(event.reportedCostNanos()).isEmpty();
  }

  @Test
  void anthropicsOwnBlockIsKnownByItsShape() {
    ObjectNode payload = chat("a").put("call_type", "anthropic_messages");
    usageObject(
        payload,
        "{\"input_tokens\":1000,\"output_tokens\":9,\"cache_read_input_tokens\":500,"
            + "\"cache_creation_input_tokens\":300}");

    assertThat(event(payload).tokens().count(TokenClass.INPUT)).isEqualTo(1_800);
  }

  @Test
  void anEmbeddingIsOne() {
    ObjectNode payload = chat("a").put("call_type", "aembedding").put("completion_tokens", 0);
    usageObject(payload, "{\"prompt_tokens\":7,\"completion_tokens\":0,\"total_tokens\":7}");
    assertEmbedding(event(payload), 7);

    usageObject(payload, "{}");
    assertEmbedding(event(payload.put("prompt_tokens", 8)), 8);
  }

  private static void assertEmbedding(UsageEvent event, long tokens) {
    assertThat(event.call().feature()).isEqualTo("embedding");
    assertThat(event.tokens().count(TokenClass.EMBEDDING)).isEqualTo(tokens);
    assertThat(event.tokens().total()).isEqualTo(tokens);
  }

  /** Its totals are better than nothing, and what they leave open is said. */
  @ParameterizedTest
  @ValueSource(strings = {"{\"telepathy_units\":3}", "{}", "{\"prompt_tokens\":0}", "null"})
  void withoutABlockThatIsKnownTheTotalsCount(String usage) {
    ObjectNode payload = chat("a");
    usageObject(payload, "{}");
    ((ObjectNode) payload.get("metadata"))
        .set("usage_object", json("{\"u\":" + usage + "}").get("u"));
    UsageEvent event = event(payload);

    assertThat(event.tokens().count(TokenClass.INPUT)).isEqualTo(1_800);
    assertThat(event.usageSource()).isEqualTo(UsageSource.PARTIAL);
  }

  /** Such as an image, of which it does not say how many. */
  @Test
  void aCallThatSaysNothingOfItsUsageIsPartial() {
    ObjectNode payload = json("{\"id\":\"a\",\"call_type\":\"aimage_generation\",\"model\":\"m\"}");
    UsageEvent event = event(payload);

    assertThat(event.usageSource()).isEqualTo(UsageSource.PARTIAL);
    assertThat(event.call().feature()).isEqualTo("image");
    assertThat(event.call().provider()).isEqualTo("unknown");
    assertThat(event.occurredAt()).isEqualTo(NOW);
    assertThat(event.durationMs()).isEmpty();
  }

  @Test
  void theResultsOfABatchAreCounted() {
    ObjectNode payload = chat("batch_1").put("call_type", "aretrieve_batch");
    assertThat(tally(payload).notCountedInAll()).isOne();

    payload.set("hidden_params", json("{\"batch_models\":[\"gpt-4o\"]}"));
    assertThat(event(payload).serving().serviceTier()).isEqualTo("batch");
  }

  @ParameterizedTest
  @CsvSource({
    "bedrock, bedrock/us.anthropic.claude-x, bedrock, us.anthropic.claude-x",
    "OpenAI, gpt-4o, openai, gpt-4o",
    "openrouter, anthropic/claude-x, openrouter, anthropic/claude-x",
    ", azure/gpt-4o, azure, azure/gpt-4o",
    "openai, openai/, openai, openai/",
    ", , unknown, fast"
  })
  void providerAndModel(String told, String model, String provider, String name) {
    UsageEvent event = event(chat("a").put("custom_llm_provider", told).put("model", model));
    assertThat(event.call().provider()).isEqualTo(provider);
    assertThat(event.call().modelName()).isEqualTo(name);
  }

  /** What is too long is cut, lest the call be lost; only of an id that would make two of one. */
  @Test
  void hostileTextsAreMadeToFit() {
    String longText = "\u0000\uD800" + "ü".repeat(5_000);
    ObjectNode payload =
        chat("a").put("id", longText).put("end_user", longText).put("model", longText);
    payload.put("trace_id", longText).put("custom_llm_provider", longText);
    payload.putArray("request_tags").add(longText).add(longText + ":" + longText).add(7).add(":x");
    ObjectNode many = ((ObjectNode) payload.get("metadata")).putObject("requester_metadata");
    for (int i = 0; i < 100; i++) {
      many.put("key" + i, longText);
    }
    UsageEvent event = event(payload);
    assertThat(event.eventId()).startsWith("litellm:").hasSize(72);
    assertThat(event(payload.put("id", longText + "1")).eventId()).isNotEqualTo(event.eventId());
    assertThat(event.metadata()).hasSizeLessThanOrEqualTo(33).containsKey("callType");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e999999999", "-1", "1e-999999999", "\"2025-01-24 09:20:46\"", "null", "{}", "0"})
  void hostileNumbersAreNoTimesAndNoCosts(String number) {
    ObjectNode payload = chat("a");
    for (String field : new String[] {"startTime", "endTime", "response_cost", "prompt_tokens"}) {
      payload.set(field, json("{\"n\":" + number + "}").get("n"));
    }
    UsageEvent event = event(payload);
    assertThat(event.occurredAt()).isEqualTo(NOW);
    assertThat(event.metadata()).doesNotContainKey("litellmCost");
  }

  @Test
  void oneWithoutAnIdIsRefusedAlone() {
    ObjectNode without = chat("a");
    without.remove("id");
    assertThat(event(without).eventId()).isEqualTo("litellm:call-7");

    without.remove("litellm_call_id");
    Tally tally = tally("[" + without + "," + chat("b") + "]");
    assertThat(tally.events()).hasSize(1);
    assertThat(tally.toAnswer().rejected()).containsOnly(entry("missing_field", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"a\",\"call_type\":\"acompletion\",\"metadata\":\"{}\",\"usage\":\"Usage()\"}",
        "{\"id\":\"a\",\"modelParameters\":\"{}\"}",
        "{\"kwargs\":{\"model\":\"m\"}}",
        "{\"litellm_params\":{},\"model\":\"m\"}"
      })
  void thePayloadOfBeforeIsToldApart(String payload) {
    Tally tally = tally(payload);
    assertThat(tally.isWithoutSense()).isTrue();
    assertThat(tally.toAnswer().rejected()).containsOnly(entry("unsupported_type", 1));
    assertThat(tally.toAnswer().details().get(0).detail()).contains("generic_api_use_v1");
  }

  @Test
  void anUnknownCallTypeIsCountedAndTold() {
    Tally tally = tally(chat("a").put("call_type", "adream\n"));
    assertThat(tally.events()).hasSize(1);
    assertThat(tally.unknownCallTypes()).isOne();
    assertThat(tally.toAnswer().details().get(0).detail()).contains("'adream?'");
  }

  @Test
  void theAnswerTellsOfTheFirstOnly() {
    Tally tally = tally("[" + "7,".repeat(999) + chat("a") + "]");
    assertThat(tally.toAnswer().rejected()).containsOnly(entry("not_an_object", 999));
    assertThat(tally.toAnswer().details()).hasSize(20);
    assertThat(tally.toAnswer().accepted()).isOne();
  }

  private static void usageObject(ObjectNode payload, String usage) {
    ((ObjectNode) payload.get("metadata")).set("usage_object", json(usage));
  }

  private static UsageEvent event(ObjectNode payload) {
    byte[] message = message(payload).getBytes(StandardCharsets.UTF_8);
    return new UsageEventDecoder().decode(message, Map.of(), NOW, NOW);
  }

  private static String message(ObjectNode payload) {
    Tally tally = tally(payload);
    assertThat(tally.events()).as(tally.toAnswer()::toString).hasSize(1);
    return new String(tally.events().get(0).message(), StandardCharsets.UTF_8);
  }

  private static Tally tally(ObjectNode payload) {
    return tally(payload.toString());
  }

  private static Tally tally(String body) {
    return PayloadCheck.of(body.getBytes(StandardCharsets.UTF_8), "acme", NOW);
  }
}
