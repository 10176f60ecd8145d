package io.tokenledger.acceptance.gateway;

import static org.awaitility.Awaitility.await;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** An answer of LangChain4j as it comes, to its end, or to a piece of text where it is left. */
final class StreamedAnswer implements StreamingChatResponseHandler {

  private final CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
  private final AtomicInteger pieces = new AtomicInteger();
  private final int mostPieces;
  private volatile boolean aborted;

  StreamedAnswer(int mostPieces) {
    this.mostPieces = mostPieces;
  }

  @Override
  public void onPartialResponse(PartialResponse some, PartialResponseContext context) {
    if (pieces.incrementAndGet() == mostPieces) {
      context.streamingHandle().cancel();
      aborted = true;
    }
  }

  @Override
  public void onCompleteResponse(ChatResponse answer) {
    whole.complete(answer);
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  CompletableFuture<ChatResponse> whole() {
    return whole;
  }

  void awaitAborted() {
    await().until(() -> aborted);
  }

  int pieces() {
    return pieces.get();
  }
}
