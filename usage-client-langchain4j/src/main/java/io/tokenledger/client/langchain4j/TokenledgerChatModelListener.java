package io.tokenledger.client.langchain4j;

import dev.langchain4j.model.chat.listener.ChatModelErrorContext;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import io.tokenledger.client.UsageContext;
import io.tokenledger.client.UsageEventBuilder;
import io.tokenledger.client.UsageTracker;
import java.util.function.Function;

/**
 * Records each call of a chat model, streamed or whole, with the provider's own usage block where
 * the model keeps its raw answer, and with LangChain4j's counts where it does not. Nothing of what
 * people wrote is sent.
 *
 * <pre>{@code
 * OpenAiChatModel.builder().listeners(List.of(new TokenledgerChatModelListener(tracker)))
 * }</pre>
 *
 * <p>The provider is that of the model, unless the context names one: say it where OpenAI's model
 * calls another provider's address. One listener may serve any number of models and threads.
 */
public final class TokenledgerChatModelListener implements ChatModelListener {

  private final UsageTracker tracker;
  private final Function<ChatRequest, UsageContext> contexts;

  /** Records calls of the tracker's org, without a user. */
  public TokenledgerChatModelListener(UsageTracker tracker) {
    this(tracker, request -> UsageContext.empty());
  }

  /**
   * @param contexts says of each request by whom it is and what for; asked in the thread that calls
   *     the model. What it throws LangChain4j logs, and the call is recorded without it
   */
  public TokenledgerChatModelListener(
      UsageTracker tracker, Function<ChatRequest, UsageContext> contexts) {
    this.tracker = tracker;
    this.contexts = contexts;
  }

  @Override
  public void onRequest(ChatModelRequestContext request) {
    ListenedCall.begin(tracker, request.attributes(), () -> contexts.apply(request.chatRequest()));
  }

  @Override
  public void onResponse(ChatModelResponseContext response) {
    ListenedCall call = ListenedCall.of(tracker, response.attributes());
    ChatResponseMetadata answer = response.chatResponse().metadata();
    String asked = response.chatRequest().modelName();
    String model = answer.modelName() == null ? asked : answer.modelName();
    UsageEventBuilder event = call.describe(response.modelProvider(), model, UsageContext.empty());
    if (!RawAnswers.put(answer, event)) {
      TypedUsage.put(answer.tokenUsage(), event);
    }
    call.succeeded();
  }

  @Override
  public void onError(ChatModelErrorContext error) {
    ListenedCall call = ListenedCall.of(tracker, error.attributes());
    call.describe(error.modelProvider(), error.chatRequest().modelName(), UsageContext.empty());
    call.failed(error.error());
  }
}
