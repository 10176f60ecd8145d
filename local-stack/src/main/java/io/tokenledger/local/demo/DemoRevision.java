package io.tokenledger.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What is learnt of a call after its first event: a stream that broke off, a call that was not one.
 */
final class DemoRevision {

  private static final int ONE_IN = 250;
  private static final int VOIDED_ONE_IN = 8;

  private DemoRevision() {}

  /** The event alone, or what was known of it at first and then the event as a revision of that. */
  static List<ObjectNode> of(ObjectNode event, RandomGenerator random) {
    if (!event.has("timeToFirstTokenMs") || random.nextInt(ONE_IN) != 0) {
      return List.of(event);
    }
    ObjectNode first = event.deepCopy();
    first.put("outputTokens", event.get("outputTokens").asLong() / 3);
    first.remove("reasoningTokens");
    first.put("usageSource", "partial");
    event.put("revision", 1);
    if (random.nextInt(VOIDED_ONE_IN) == 0) {
      event.put("voided", true);
    }
    return List.of(first, event);
  }
}
