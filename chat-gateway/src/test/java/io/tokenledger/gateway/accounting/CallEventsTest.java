package io.tokenledger.gateway.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.UsageSource;
import io.tokenledger.gateway.answer.Reading;
import io.tokenledger.gateway.request.TextSample;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a call is what the ledger takes. */
class CallEventsTest {

  private static final String OPENAI =
      "{'object':'chat.completion.chunk','service_tier':'default',"
          + "'usage':{'prompt_tokens':10,'completion_tokens':5,'total_tokens':15}}";
  private static final String MESSAGE_START =
      "{'type':'message_start','message':{'usage':{'input_tokens':25,'output_tokens':1}}}";
  private static final String MESSAGE_DELTA =
      "{'type':'message_delta','usage':{'output_tokens':15}}";

  @Test
  void aReportedUsageGoesOnAsItCame() {
    EndedCall ended = Calls.ended(Calls.answer(OPENAI), How.COMPLETED);
    byte[] bytes = CallEvents.reported(Calls.chat("event-1"), ended).orElseThrow();
    UsageEvent event = Calls.decoded(bytes);

    assertThat(event.usageSource()).isEqualTo(UsageSource.REPORTED);
    assertThat(event.eventId()).isEqualTo("event-1");
    assertThat(event.call().orgId()).isEqualTo(Calls.ORG);
    assertThat(event.call().provider()).isEqualTo("openai");
    assertThat(event.call().modelName()).isEqualTo("gpt-4o-2024-08-06");
    assertThat(event.tokens().input()).isEqualTo(10);
    assertThat(event.tokens().output()).isEqualTo(5);
    assertThat(event.serving().serviceTier()).isEqualTo("standard");
    assertThat(event.success()).isTrue();
    assertThat(event.occurredAt()).isEqualTo(Calls.STARTED);
    assertThat(event.metadata())
        .containsOnly(
            Map.entry("apiKeyId", Calls.KEY.toString()),
            Map.entry("storyId", "S-1"),
            Map.entry("upstream", "openai-eu"));
    assertThat(Calls.json(bytes).path("rawUsage")).isEqualTo(Calls.json(OPENAI));
    assertThat(Calls.json(bytes).path("messageId").asText()).isEqualTo("chatcmpl-1");
    assertThat(Calls.json(bytes).path("durationMs").asInt()).isEqualTo(1_500);
    assertThat(Calls.json(bytes).path("timeToFirstTokenMs").asInt()).isEqualTo(80);
  }

  @Test
  void severalChunksAreOneUsage() {
    Reading reading = Calls.answer(MESSAGE_START, MESSAGE_DELTA);
    UsageEvent event = reported(reading, How.COMPLETED);
    assertThat(event.tokens().input()).isEqualTo(25);
    assertThat(event.tokens().output()).isEqualTo(15);
    assertThat(event.usageSource()).isEqualTo(UsageSource.REPORTED);
  }

  @Test
  void aStreamThatBrokeAfterSomeUsageIsPartial() {
    Reading reading = Calls.reading("Hel", false, true, Optional.empty(), MESSAGE_START);
    UsageEvent event = reported(reading, How.UPSTREAM_BROKE);
    assertThat(event.usageSource()).isEqualTo(UsageSource.PARTIAL);
    assertThat(event.tokens().input()).isEqualTo(25);
    assertThat(event.success()).isFalse();
    assertThat(event.errorMessage()).startsWith("upstream_broke: the connection to the provider");
  }

  @Test
  void aClientThatLeftBeforeADrainedEndChangesNothing() {
    UsageEvent event = reported(Calls.answer(OPENAI), How.CLIENT_GONE);
    assertThat(event.usageSource()).isEqualTo(UsageSource.REPORTED);
    assertThat(event.success()).isTrue();
  }

  @Test
  void aRefusedCallIsAnEventOfNothing() {
    Reading refused =
        Calls.reading(
            "", true, false, Optional.of("Incorrect API key provided: sk-proj-ab***yz12"));
    UsageEvent event = reported(refused, How.upstreamRefused(401));
    assertThat(event.tokens().total()).isZero();
    assertThat(event.usageSource()).isEqualTo(UsageSource.REPORTED);
    assertThat(event.errorMessage())
        .isEqualTo(
            "upstream_refused: the provider refused the call with status 401: "
                + "Incorrect API key provided: sk-***");
  }

  @Test
  void anErrorBeforeAnyOutputIsAnEventOfNothing() {
    Reading failed = Calls.reading("", true, false, Optional.of("Overloaded"));
    UsageEvent event = reported(failed, How.COMPLETED);
    assertThat(event.tokens().total()).isZero();
    assertThat(event.errorMessage()).isEqualTo("Overloaded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'usage':{'total_cost':1}}",
        "{'usage':{'prompt_tokens':-1,'completion_tokens':5}}",
        "{'usage':{'prompt_tokens':0,'completion_tokens':0,'total_tokens':0}}",
        "{'usage':{'prompt_tokens':1,'completion_tokens':5},'note':'\\u0000'}"
      })
  void whatTheLedgerCannotReadIsEstimated(String chunk) {
    EndedCall ended = Calls.ended(Calls.answer(chunk), How.COMPLETED);
    assertThat(CallEvents.reported(Calls.chat("e"), ended)).isEmpty();
    assertThat(estimated(Calls.chat("e"), ended).usageSource()).isEqualTo(UsageSource.ESTIMATED);
  }

  @Test
  void anEstimateIsMarkedAndCostsNothing() {
    EndedCall ended = Calls.ended(Calls.answer(), How.COMPLETED);
    assertThat(CallEvents.reported(Calls.chat("e"), ended)).isEmpty();
    UsageEvent event = estimated(Calls.chat("e"), ended);
    assertThat(event.tokens().input()).isEqualTo(3);
    assertThat(event.tokens().output()).isEqualTo(2);
    assertThat(event.reportedCostNanos()).hasValue(0);
    assertThat(event.metadata()).containsEntry("estimatedTokens", "true");
  }

  @Test
  void anEstimateIsBilledWhereTheOrgWantsIt() {
    StartedCall told = Calls.chat("e");
    StartedCall billed =
        new StartedCall(
            told.eventId(),
            told.revision(),
            told.orgId(),
            told.apiKeyId(),
            told.upstream(),
            told.provider(),
            told.modelAsked(),
            told.operation(),
            told.attribution(),
            told.startedAt(),
            told.units(),
            told.input(),
            told.serviceTier(),
            true);
    EndedCall ended = Calls.ended(Calls.answer(), How.COMPLETED);
    assertThat(estimated(billed, ended).reportedCostNanos()).isEmpty();
  }

  @Test
  void anEmbeddingIsEstimatedInItsOwnTokens() {
    StartedCall call =
        Calls.call(
            "e",
            "embedding",
            "text-embedding-3-small",
            Calls.attribution(Map.of()),
            Calls.text("four"));
    UsageEvent event =
        estimated(
            call, Calls.ended(Calls.reading("", true, true, Optional.empty()), How.COMPLETED));
    assertThat(event.tokens().count(TokenClass.EMBEDDING)).isEqualTo(1);
    assertThat(event.tokens().input()).isZero();
  }

  @Test
  void whatIsNotCountedInTextIsPartial() {
    StartedCall call =
        Calls.call("e", "image", "dall-e-3", Calls.attribution(Map.of()), Calls.text("a cat"));
    UsageEvent event = estimated(call, Calls.ended(Calls.answer(), How.COMPLETED));
    assertThat(event.usageSource()).isEqualTo(UsageSource.PARTIAL);
    assertThat(event.tokens().total()).isZero();
  }

  @Test
  void aStoppedCallIsPartial() {
    JsonNode event = Calls.json(CallEvents.stopped(Calls.chat("event-1")));
    UsageEvent read = Calls.decoded(CallEvents.stopped(Calls.chat("event-1")));
    assertThat(read.usageSource()).isEqualTo(UsageSource.PARTIAL);
    assertThat(read.success()).isFalse();
    assertThat(read.errorMessage()).startsWith("gateway_stopped");
    assertThat(event.toString()).doesNotContain("Say hello");
  }

  /** The text of a call is never part of what is written down of it. */
  @ParameterizedTest
  @CsvSource({"COMPLETED", "CLIENT_GONE", "UPSTREAM_BROKE", "TIMED_OUT", "GATEWAY_STOPPED"})
  void noTextOfACallIsInItsEvent(How.Kind kind) {
    StartedCall call =
        Calls.call(
            "e", "chat", "gpt-4o", Calls.attribution(Map.of()), Calls.text("my secret plan"));
    EndedCall ended =
        Calls.ended(
            Calls.reading("your secret plan", false, true, Optional.empty()), new How(kind, 0));
    String event = new String(CallEvents.estimated(call, ended, TokenEstimate.BY_LENGTH));
    assertThat(event).doesNotContain("secret plan");
  }

  @Test
  void aUsageBlockThatIsTooLargeForTheTopicIsLeftOut() {
    String chunk =
        "{'usage':{'prompt_tokens':1,'completion_tokens':5},'x':'" + "y".repeat(1 << 20) + "'}";
    EndedCall ended = Calls.ended(Calls.answer(chunk), How.COMPLETED);
    assertThat(CallEvents.reported(Calls.chat("e"), ended)).isEmpty();
  }

  @Test
  void theRestOfATextIsTakenToBeLikeItsSample() {
    TextSample sample = new TextSample("abcd".repeat(4), 1_000);
    assertThat(TokenEstimate.BY_LENGTH.tokens("m", sample)).isEqualTo(250);
  }

  private static UsageEvent reported(Reading reading, How how) {
    return Calls.decoded(
        CallEvents.reported(Calls.chat("e"), Calls.ended(reading, how)).orElseThrow());
  }

  private static UsageEvent estimated(StartedCall call, EndedCall ended) {
    return Calls.decoded(CallEvents.estimated(call, ended, TokenEstimate.BY_LENGTH));
  }
}
