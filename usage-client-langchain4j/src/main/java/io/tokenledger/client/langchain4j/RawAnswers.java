package io.tokenledger.client.langchain4j;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import io.tokenledger.client.UsageEventBuilder;
import java.lang.reflect.Method;
import java.util.List;

/**
 * The provider's answer as it came, which the metadata of some models keep (OpenAI's, Anthropic's,
 * Mistral's): by the names of its methods, as the types have nothing but these in common, and none
 * of them need be there.
 */
final class RawAnswers {

  private static final String WHOLE = "rawHttpResponse";
  private static final String STREAMED = "rawServerSentEvents";

  private RawAnswers() {}

  /** False when there is none; then the event is as it was. */
  static boolean put(ChatResponseMetadata metadata, UsageEventBuilder event) {
    if (called(STREAMED, metadata) instanceof List<?> events && !events.isEmpty()) {
      event.usageOf(
          events.stream()
              .filter(ServerSentEvent.class::isInstance)
              .map(each -> ((ServerSentEvent) each).data())
              .toList());
      return true;
    }
    if (called(WHOLE, metadata) instanceof SuccessfulHttpResponse response
        && response.body() != null) {
      event.usageOf(response.body());
      return true;
    }
    return false;
  }

  /** Null where there is no such method. */
  private static Object called(String name, ChatResponseMetadata metadata) {
    try {
      Method method = metadata.getClass().getMethod(name);
      return method.invoke(metadata);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
