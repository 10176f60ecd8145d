package io.tokenledger.client.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.tokenledger.client.RecordedProvider;
import io.tokenledger.client.TestLedger;
import io.tokenledger.client.UsageContext;
import io.tokenledger.events.ProviderNames;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.UsageEvent;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** LangChain4j's own models, against recorded answers over real HTTP. */
class ChatModelListenerTest {

  private RecordedProvider provider;
  private SentEvents sent;

  @BeforeEach
  void start() throws Exception {
    provider = new RecordedProvider();
    sent = new SentEvents();
  }

  @AfterEach
  void stop() {
    sent.close();
    provider.close();
  }

  @ParameterizedTest
  @CsvSource({
    "openai-chat-03.json, gpt-5.6-sol",
    "openai-chat-05.json, gpt-4o-audio-preview-2024-12-17",
    "openrouter-chat-01.json, ",
    "groq-chat-01.json, ",
    "deepseek-chat-01.json, ",
    "openai-chat-01.sse, gpt-4o-mini-2024-07-18",
    "groq-stream-01.sse, ",
    "openrouter-stream-01.sse, ",
  })
  void countsWhatTheWholeAnswerOfOpenAiCounts(String file, String model) throws Exception {
    provider.answerWith(file);
    if (file.endsWith(".sse")) {
      stream(openAiStreaming());
    } else {
      openAi().chat("How much?");
    }
    assertSame("openai", model, file);
  }

  @ParameterizedTest
  @CsvSource({
    "anthropic-messages-01.json, claude-sonnet-5",
    "anthropic-messages-03.json, claude-sonnet-5",
    "anthropic-messages-05.json, claude-opus-4-8",
    "anthropic-stream-01.sse, claude-sonnet-4-5-20250929",
    "anthropic-stream-03.sse, ",
  })
  void countsWhatTheWholeAnswerOfAnthropicCounts(String file, String model) throws Exception {
    provider.answerWith(file);
    if (file.endsWith(".sse")) {
      stream(anthropicStreaming());
    } else {
      anthropic().chat("How much?");
    }
    assertSame("anthropic", model, file);
  }

  /**
   * Gemini's models keep no raw answer. LangChain4j's counts leave out what was audio or an image,
   * and do not tell what tools put into the input; but no token is lost.
   */
  @ParameterizedTest
  @CsvSource({
    "gemini-generate-01.json, 17713, 889, 17379, 821",
    "gemini-generate-03.json, 13, 483, 0, 0"
  })
  void countsByTheTypesWhereThereIsNoRawAnswer(
      String file, long input, long output, long cacheRead, long reasoning) throws Exception {
    provider.answerWith(file);
    gemini().chat("How much?");
    UsageEvent event = TestLedger.decoded(sent.last());
    UsageEvent whole = RecordedProvider.decoded("google", event.call().modelName(), file);
    assertThat(event.call().provider()).isEqualTo("google");
    assertThat(event.tokens().total()).isEqualTo(whole.tokens().total());
    assertThat(event.tokens().count(TokenClass.INPUT)).isEqualTo(input);
    assertThat(event.tokens().count(TokenClass.OUTPUT)).isEqualTo(output);
    assertThat(event.tokens().count(TokenClass.CACHE_READ)).isEqualTo(cacheRead);
    assertThat(event.tokens().count(TokenClass.REASONING)).isEqualTo(reasoning);
  }

  @Test
  void saysByWhomAndWhatFor() throws Exception {
    provider.answerWith("openai-chat-03.json");
    UsageContext who =
        UsageContext.empty().user("ann").activity("agent.reviewer").tag("storyId", "42");
    openAi(new TokenledgerChatModelListener(sent.tracker, request -> who)).chat("How much?");
    JsonNode event = sent.last();
    assertThat(event.path("userId").asText()).isEqualTo("ann");
    assertThat(event.path("activity").asText()).isEqualTo("agent.reviewer");
    assertThat(event.path("metadata").path("storyId").asText()).isEqualTo("42");
    assertThat(event.path("durationMs").asLong(-1)).isNotNegative();
    assertThat(event.path("success").asBoolean(true)).isTrue();
  }

  /** OpenAI's model with the address of another provider. */
  @Test
  void theProviderThatTheContextNamesGoesFirst() throws Exception {
    provider.answerWith("groq-chat-01.json");
    openAi(
            new TokenledgerChatModelListener(
                sent.tracker, request -> UsageContext.empty().provider("groq")))
        .chat("How much?");
    assertThat(sent.last().path("provider").asText()).isEqualTo("groq");
  }

  @Test
  void nothingThatPeopleWroteIsSent() throws Exception {
    for (String file : List.of("openai-chat-03.json", "openai-chat-05.json")) {
      provider.answerWith(file);
      openAi().chat("a very private prompt");
      String event = sent.last().toString();
      assertThat(event).doesNotContain("private").doesNotContain("content").doesNotContain("key-1");
    }
    provider.answerWith("anthropic-stream-01.sse");
    stream(anthropicStreaming());
    assertThat(sent.last().toString()).doesNotContain("text_delta").doesNotContain("private");
  }

  @Test
  void anAnswerThatIsAnErrorIsAFailedCallOfNoTokens() {
    provider.failWith(429, "{\"error\":{\"message\":\"slow down, key-1\"}}");
    assertThatThrownBy(() -> openAi().chat("How much?")).isInstanceOf(RateLimitException.class);
    JsonNode event = sent.last();
    assertThat(event.path("success").asBoolean(true)).isFalse();
    assertThat(event.path("errorMessage").asText()).isEqualTo("RateLimitException");
    assertThat(event.path("modelName").asText()).isEqualTo("model-asked");
    assertThat(event.has("usageSource")).as("told, and nothing").isFalse();
  }

  @Test
  void aStreamThatBreaksOffIsPartial() throws Exception {
    provider.breakOff("anthropic-stream-01.sse");
    assertThatThrownBy(() -> stream(anthropicStreaming())).isNotNull();
    JsonNode event = sent.last();
    assertThat(event.path("success").asBoolean(true)).isFalse();
    assertThat(event.path("usageSource").asText()).isEqualTo("partial");
  }

  @Test
  void aContextThatCannotBeToldIsNoReasonToLoseTheCall() throws Exception {
    provider.answerWith("openai-chat-03.json");
    openAi(
            new TokenledgerChatModelListener(
                sent.tracker,
                request -> {
                  throw new IllegalStateException("no request is under way");
                }))
        .chat("How much?");
    assertThat(sent.last().path("modelName").asText()).isEqualTo("gpt-5.6-sol");
  }

  /** The ledger knows LangChain4j's names too; here they are those that people see in reports. */
  @ParameterizedTest
  @EnumSource(ModelProvider.class)
  void theProviderIsCalledAsThePriceListsCallIt(ModelProvider each) {
    String own = each.name().toLowerCase(Locale.ROOT);
    String listed = ProviderNames.listed(own).stream().findFirst().orElse(own);
    assertThat(Providers.of(each)).isEqualTo(listed);
    assertThat(Providers.of(null)).isEqualTo("other");
  }

  private void assertSame(String providerName, String model, String file) throws Exception {
    UsageEvent event = TestLedger.decoded(sent.last());
    UsageEvent whole = RecordedProvider.decoded(providerName, event.call().modelName(), file);
    assertThat(event.call().provider()).isEqualTo(providerName);
    if (model != null) {
      assertThat(event.call().modelName()).isEqualTo(model);
    }
    assertThat(event.tokens()).isEqualTo(whole.tokens());
    assertThat(event.units()).isEqualTo(whole.units());
    assertThat(event.serving()).isEqualTo(whole.serving());
    assertThat(event.usageSource()).isEqualTo(whole.usageSource());
  }

  private ChatModel openAi() {
    return openAi(new TokenledgerChatModelListener(sent.tracker));
  }

  private ChatModel openAi(ChatModelListener listener) {
    return OpenAiChatModel.builder()
        .baseUrl(provider.url() + "/v1")
        .apiKey("key-1")
        .modelName("model-asked")
        .maxRetries(0)
        .listeners(List.of(listener))
        .build();
  }

  private StreamingChatModel openAiStreaming() {
    return OpenAiStreamingChatModel.builder()
        .baseUrl(provider.url() + "/v1")
        .apiKey("key-1")
        .modelName("model-asked")
        .listeners(List.of(new TokenledgerChatModelListener(sent.tracker)))
        .build();
  }

  private ChatModel anthropic() {
    return AnthropicChatModel.builder()
        .baseUrl(provider.url() + "/v1")
        .apiKey("key-1")
        .modelName("model-asked")
        .maxRetries(0)
        .listeners(List.of(new TokenledgerChatModelListener(sent.tracker)))
        .build();
  }

  private StreamingChatModel anthropicStreaming() {
    return AnthropicStreamingChatModel.builder()
        .baseUrl(provider.url() + "/v1")
        .apiKey("key-1")
        .modelName("model-asked")
        .listeners(List.of(new TokenledgerChatModelListener(sent.tracker)))
        .build();
  }

  private ChatModel gemini() {
    return GoogleAiGeminiChatModel.builder()
        .baseUrl(provider.url())
        .apiKey("key-1")
        .modelName("model-asked")
        .maxRetries(0)
        .listeners(List.of(new TokenledgerChatModelListener(sent.tracker)))
        .build();
  }

  private static void stream(StreamingChatModel model) throws Exception {
    CompletableFuture<ChatResponse> answer = new CompletableFuture<>();
    model.chat(
        "How much?",
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String text) {
            // The listener is what is tried.
          }

          @Override
          public void onCompleteResponse(ChatResponse response) {
            answer.complete(response);
          }

          @Override
          public void onError(Throwable error) {
            answer.completeExceptionally(error);
          }
        });
    answer.get(20, TimeUnit.SECONDS);
  }
}
