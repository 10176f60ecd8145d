package io.tokenledger.client.langchain4j;

import dev.langchain4j.model.embedding.listener.EmbeddingModelErrorContext;
import dev.langchain4j.model.embedding.listener.EmbeddingModelListener;
import dev.langchain4j.model.embedding.listener.EmbeddingModelRequestContext;
import dev.langchain4j.model.embedding.listener.EmbeddingModelResponseContext;
import dev.langchain4j.model.output.TokenUsage;
import io.tokenledger.client.Tokens;
import io.tokenledger.client.UsageContext;
import io.tokenledger.client.UsageEventBuilder;
import io.tokenledger.client.UsageSource;
import io.tokenledger.client.UsageTracker;
import java.util.function.Supplier;

/**
 * Records each call of an embedding model, with the tokens that LangChain4j read from the answer.
 * The interface is experimental in LangChain4j; tried with 1.19.
 *
 * <pre>{@code
 * model.addListener(new TokenledgerEmbeddingModelListener(tracker))
 * }</pre>
 */
public final class TokenledgerEmbeddingModelListener implements EmbeddingModelListener {

  private static final UsageContext EMBEDDING = UsageContext.empty().feature("embedding");

  private final UsageTracker tracker;
  private final Supplier<UsageContext> contexts;

  /** Records calls of the tracker's org, without a user. */
  public TokenledgerEmbeddingModelListener(UsageTracker tracker) {
    this(tracker, UsageContext::empty);
  }

  /**
   * @param contexts asked at each request, in the thread that calls the model
   */
  public TokenledgerEmbeddingModelListener(UsageTracker tracker, Supplier<UsageContext> contexts) {
    this.tracker = tracker;
    this.contexts = contexts;
  }

  @Override
  public void onRequest(EmbeddingModelRequestContext request) {
    ListenedCall.begin(tracker, request.attributes(), contexts);
  }

  @Override
  public void onResponse(EmbeddingModelResponseContext response) {
    ListenedCall call = ListenedCall.of(tracker, response.attributes());
    UsageEventBuilder event =
        call.describe(response.modelProvider(), response.embeddingModel().modelName(), EMBEDDING);
    TokenUsage usage = response.response().tokenUsage();
    if (usage == null || usage.inputTokenCount() == null) {
      event.usageSource(UsageSource.PARTIAL);
    } else {
      event.tokens(Tokens.EMBEDDING, usage.inputTokenCount());
    }
    call.succeeded();
  }

  @Override
  public void onError(EmbeddingModelErrorContext error) {
    ListenedCall call = ListenedCall.of(tracker, error.attributes());
    call.describe(error.modelProvider(), error.embeddingModel().modelName(), EMBEDDING);
    call.failed(error.error());
  }
}
