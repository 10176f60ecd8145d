package io.tokenledger.acceptance.gateway;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

/** The SDKs for Java that OpenAI and Anthropic publish, with the keys and headers of an org. */
public final class JavaSdks implements AutoCloseable {

  private static final String USER = "X-Tokenledger-User";
  private static final String TAGS = "X-Tokenledger-Tags";
  private static final String CONVERSATION = "X-Tokenledger-Conversation";
  private static final long MAX_TOKENS = 100;

  private final OpenAIClient openAi;
  private final AnthropicClient anthropic;

  public JavaSdks(GatewayOrg org, String key) {
    this.openAi =
        OpenAIOkHttpClient.builder()
            .baseUrl(org.gatewayUrl() + "/v1")
            .apiKey(key)
            .putHeader(USER, "ann")
            .putHeader(TAGS, "storyId=42")
            .build();
    this.anthropic =
        AnthropicOkHttpClient.builder()
            .baseUrl(org.gatewayUrl())
            .apiKey(key)
            .putHeader(USER, "ann")
            .putHeader(TAGS, "storyId=42")
            .build();
  }

  public String chat(String conversation, String model, String text) {
    return text(openAi.chat().completions().create(completion(conversation, model, text)));
  }

  public String streamedChat(String conversation, String model, String text) {
    ChatCompletionAccumulator answer = ChatCompletionAccumulator.create();
    try (StreamResponse<ChatCompletionChunk> chunks =
        openAi.chat().completions().createStreaming(completion(conversation, model, text))) {
      chunks.stream().forEach(answer::accumulate);
    }
    return text(answer.chatCompletion());
  }

  public String message(String conversation, String model, String text) {
    return text(anthropic.messages().create(messageOf(conversation, model, text)));
  }

  public String streamedMessage(String conversation, String model, String text) {
    MessageAccumulator answer = MessageAccumulator.create();
    try (com.anthropic.core.http.StreamResponse<RawMessageStreamEvent> events =
        anthropic.messages().createStreaming(messageOf(conversation, model, text))) {
      events.stream().forEach(answer::accumulate);
    }
    return text(answer.message());
  }

  private static ChatCompletionCreateParams completion(
      String conversation, String model, String text) {
    return ChatCompletionCreateParams.builder()
        .model(model)
        .addUserMessage(text)
        .putAdditionalHeader(CONVERSATION, conversation)
        .build();
  }

  private static MessageCreateParams messageOf(String conversation, String model, String text) {
    return MessageCreateParams.builder()
        .model(model)
        .maxTokens(MAX_TOKENS)
        .addUserMessage(text)
        .putAdditionalHeader(CONVERSATION, conversation)
        .build();
  }

  private static String text(ChatCompletion completion) {
    return completion.choices().get(0).message().content().orElseThrow();
  }

  private static String text(Message message) {
    return message.content().get(0).asText().text();
  }

  @Override
  public void close() {
    openAi.close();
    anthropic.close();
  }
}
