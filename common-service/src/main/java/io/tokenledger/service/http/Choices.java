package io.tokenledger.service.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The values a parameter may have, by name, in the order in which a refusal lists them. */
public final class Choices {

  private Choices() {}

  public static <T> Map<String, T> of(T[] values, Function<T, String> name) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (T value : values) {
      byName.put(name.apply(value), value);
    }
    return Collections.unmodifiableMap(byName);
  }
}
