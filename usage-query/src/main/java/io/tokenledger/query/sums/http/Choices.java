package io.tokenledger.query.sums.http;

import io.tokenledger.query.sums.Dimension;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values a parameter may have, by name, in the order in which an error lists them. */
public final class Choices {

  private Choices() {}

  @SafeVarargs
  public static <T> Map<String, T> of(Map.Entry<String, T>... choices) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (Map.Entry<String, T> choice : choices) {
      byName.put(choice.getKey(), choice.getValue());
    }
    return Collections.unmodifiableMap(byName);
  }

  public static Map<String, Dimension> ofDimensions(Dimension... dimensions) {
    Map<String, Dimension> byName = new LinkedHashMap<>();
    Arrays.stream(dimensions).forEach(each -> byName.put(each.contractName(), each));
    return Collections.unmodifiableMap(byName);
  }
}
