package io.tokenledger.acceptance.gateway;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Models of LangChain4j, by the APIs of OpenAI and Anthropic, with the key and headers of an org.
 */
public final class LangChainModels {

  private static final ToolSpecification WEATHER =
      ToolSpecification.builder()
          .name("weather")
          .description("The weather of a city")
          .parameters(JsonObjectSchema.builder().addStringProperty("city").required("city").build())
          .build();

  private static final int MAX_TOKENS = 100;
  private static final int RETRIES = 1;
  private static final int PATIENCE_SECONDS = 30;

  private final String url;
  private final String key;
  private final boolean anthropic;

  private LangChainModels(String gatewayUrl, String key, boolean anthropic) {
    this.url = gatewayUrl + "/v1";
    this.key = key;
    this.anthropic = anthropic;
  }

  public static LangChainModels ofOpenAi(String gatewayUrl, String key) {
    return new LangChainModels(gatewayUrl, key, false);
  }

  public static LangChainModels ofAnthropic(String gatewayUrl, String key) {
    return new LangChainModels(gatewayUrl, key, true);
  }

  public ChatResponse chat(String conversation, String model, String question) {
    return model(conversation, model).chat(request(question));
  }

  /** Asks, runs the tool that the model calls, tells it the result, and gives the answer. */
  public String chatWithTool(String conversation, String model, String question) {
    ChatModel asked = model(conversation, model);
    ChatRequest first = withTool(List.of(UserMessage.from(question)));
    return text(asked.chat(withTool(afterTool(first.messages(), asked.chat(first)))));
  }

  public String streamedChatWithTool(String conversation, String model, String question) {
    StreamingChatModel asked = streaming(conversation, model);
    ChatRequest first = withTool(List.of(UserMessage.from(question)));
    return text(stream(asked, withTool(afterTool(first.messages(), stream(asked, first)))));
  }

  public ChatResponse streamedChat(String conversation, String model, String question) {
    return stream(streaming(conversation, model), request(question));
  }

  /**
   * Leaves after some pieces of text.
   *
   * @return how many there were
   */
  public int abortedChat(String conversation, String model, String question, int pieces) {
    StreamedAnswer answer = new StreamedAnswer(pieces);
    streaming(conversation, model).chat(request(question), answer);
    answer.awaitAborted();
    return answer.pieces();
  }

  private static ChatResponse stream(StreamingChatModel model, ChatRequest request) {
    StreamedAnswer answer = new StreamedAnswer(Integer.MAX_VALUE);
    model.chat(request, answer);
    try {
      return answer.whole().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<ChatMessage> afterTool(List<ChatMessage> before, ChatResponse answer) {
    ToolExecutionRequest call = answer.aiMessage().toolExecutionRequests().get(0);
    String result = call.arguments().contains("Oslo") ? "Rain in Oslo" : "Unknown city";
    return List.of(
        before.get(0), answer.aiMessage(), ToolExecutionResultMessage.from(call, result));
  }

  private static ChatRequest request(String question) {
    return ChatRequest.builder().messages(UserMessage.from(question)).build();
  }

  private static ChatRequest withTool(List<ChatMessage> messages) {
    return ChatRequest.builder().messages(messages).toolSpecifications(WEATHER).build();
  }

  public static String text(ChatResponse answer) {
    return Optional.ofNullable(answer.aiMessage().text()).orElse("");
  }

  private ChatModel model(String conversation, String model) {
    return anthropic
        ? AnthropicChatModel.builder()
            .baseUrl(url)
            .apiKey(key)
            .modelName(model)
            .maxTokens(MAX_TOKENS)
            .maxRetries(RETRIES)
            .customHeaders(headers(conversation))
            .build()
        : OpenAiChatModel.builder()
            .baseUrl(url)
            .apiKey(key)
            .modelName(model)
            .maxRetries(RETRIES)
            .customHeaders(headers(conversation))
            .build();
  }

  private StreamingChatModel streaming(String conversation, String model) {
    return anthropic
        ? AnthropicStreamingChatModel.builder()
            .baseUrl(url)
            .apiKey(key)
            .modelName(model)
            .maxTokens(MAX_TOKENS)
            .customHeaders(headers(conversation))
            .build()
        : OpenAiStreamingChatModel.builder()
            .baseUrl(url)
            .apiKey(key)
            .modelName(model)
            .customHeaders(headers(conversation))
            .build();
  }

  private static Map<String, String> headers(String conversation) {
    return Map.of(
        "X-Tokenledger-User",
        "ann",
        "X-Tokenledger-Tags",
        "storyId=42",
        "X-Tokenledger-Conversation",
        conversation);
  }
}
