package io.tokenledger.client.langchain4j;

import dev.langchain4j.model.ModelProvider;
import io.tokenledger.client.MeteredCall;
import io.tokenledger.client.UsageContext;
import io.tokenledger.client.UsageEventBuilder;
import io.tokenledger.client.UsageSource;
import io.tokenledger.client.UsageTracker;
import java.util.Map;
import java.util.function.Supplier;

/** A call between its request and its end, in the attributes that LangChain4j hands on. */
final class ListenedCall {

  private static final String KEY = ListenedCall.class.getName();

  private final MeteredCall call;
  private UsageContext context = UsageContext.empty();

  private ListenedCall(MeteredCall call) {
    this.call = call;
  }

  /**
   * In the attributes before anything is asked that may fail: the call is recorded all the same.
   */
  static void begin(
      UsageTracker tracker, Map<Object, Object> attributes, Supplier<UsageContext> said) {
    ListenedCall begun = new ListenedCall(tracker.begin(null, null));
    attributes.put(KEY, begun);
    UsageContext context = said.get();
    if (context != null) {
      begun.context = context;
    }
  }

  /** Also where nobody has seen it begin. */
  static ListenedCall of(UsageTracker tracker, Map<Object, Object> attributes) {
    return attributes.get(KEY) instanceof ListenedCall begun
        ? begun
        : new ListenedCall(tracker.begin(null, null));
  }

  /** What was said of the call goes first. */
  UsageEventBuilder describe(ModelProvider provider, String model, UsageContext otherwise) {
    UsageContext told = UsageContext.of(Providers.of(provider), model).or(otherwise);
    return call.event().context(context.or(told));
  }

  void succeeded() {
    call.succeeded();
  }

  void failed(Throwable failure) {
    if (!Failures.wasRefused(failure)) {
      call.event().usageSource(UsageSource.PARTIAL);
    }
    call.failed(failure);
  }
}
