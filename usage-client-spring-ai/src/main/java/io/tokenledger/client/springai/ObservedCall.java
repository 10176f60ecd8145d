package io.tokenledger.client.springai;

import io.tokenledger.client.UsageContext;
import io.tokenledger.client.UsageEventBuilder;
import io.tokenledger.client.UsageSource;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.embedding.observation.EmbeddingModelObservationContext;
import org.springframework.ai.model.ModelOptions;
import org.springframework.ai.model.observation.ModelObservationContext;

/** What an observation tells of a call: of which model it was, and what it used. */
record ObservedCall(String model, Usage usage, UsageContext otherwise) {

  static boolean isKnown(Object context) {
    return context instanceof ChatModelObservationContext
        || context instanceof EmbeddingModelObservationContext;
  }

  static ObservedCall of(ModelObservationContext<?, ?> context) {
    if (context instanceof ChatModelObservationContext chat) {
      return ofChat(chat);
    }
    return ofEmbedding((EmbeddingModelObservationContext) context);
  }

  private static ObservedCall ofChat(ChatModelObservationContext chat) {
    var options = chat.getRequest().getOptions();
    String asked = options == null ? null : options.getModel();
    var answer = chat.getResponse() == null ? null : chat.getResponse().getMetadata();
    return new ObservedCall(
        named(answer == null ? null : answer.getModel(), asked),
        answer == null ? null : answer.getUsage(),
        UsageContext.empty());
  }

  private static ObservedCall ofEmbedding(EmbeddingModelObservationContext embedding) {
    ModelOptions options = embedding.getRequest().getOptions();
    String asked =
        options instanceof org.springframework.ai.embedding.EmbeddingOptions known
            ? known.getModel()
            : null;
    var answer = embedding.getResponse() == null ? null : embedding.getResponse().getMetadata();
    return new ObservedCall(
        named(answer == null ? null : answer.getModel(), asked),
        answer == null ? null : answer.getUsage(),
        UsageContext.empty().feature("embedding"));
  }

  private static String named(String answered, String asked) {
    return answered == null || answered.isEmpty() ? asked : answered;
  }

  /**
   * @param failure null when there was none
   */
  void into(UsageEventBuilder event, Throwable failure) {
    if (usage != null || failure == null) {
      SpringUsage.put(usage, event);
    } else {
      event.usageSource(UsageSource.PARTIAL);
    }
  }
}
