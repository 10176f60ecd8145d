package io.tokenledger.client.langchain4j;

import dev.langchain4j.model.output.TokenUsage;
import io.tokenledger.client.UsageEventBuilder;
import io.tokenledger.client.UsageSource;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * LangChain4j's own counts, where the provider's are not kept. They tell less, and the input of
 * some providers leaves the cache out; the ledger knows which by the names, so all that the usage
 * of a model has is sent under its own name.
 */
final class TypedUsage {

  private TypedUsage() {}

  /**
   * @param usage null when the model told none
   */
  static void put(TokenUsage usage, UsageEventBuilder event) {
    Map<String, Object> counts = usage == null ? Map.of() : counts(usage);
    if (counts.isEmpty()) {
      event.usageSource(UsageSource.PARTIAL);
    } else {
      event.rawUsage(counts);
    }
  }

  private static Map<String, Object> counts(Object usage) {
    Map<String, Object> counts = new TreeMap<>();
    for (Method method : usage.getClass().getMethods()) {
      if (isCount(method) || isDetails(method)) {
        value(method, usage).ifPresent(value -> counts.put(method.getName(), value));
      }
    }
    return counts;
  }

  private static boolean isCount(Method method) {
    return isQuestion(method)
        && method.getReturnType() == Integer.class
        && method.getName().matches(".*(Count|Tokens)");
  }

  private static boolean isDetails(Method method) {
    return isQuestion(method) && method.getName().matches("(input|output)Tokens?Details");
  }

  private static boolean isQuestion(Method method) {
    return method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers());
  }

  private static Optional<Object> value(Method method, Object usage) {
    try {
      Object value = method.invoke(usage);
      return value == null || value instanceof Integer
          ? Optional.ofNullable(value)
          : Optional.of(counts(value));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
