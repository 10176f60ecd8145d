package io.tokenledger.gateway.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Makes the {@code token_usage} of an answer whose client asked for it. */
@FunctionalInterface
public interface UsageNote {

  /** For clients that did not ask. */
  UsageNote NONE = (usageChunks, model) -> Optional.empty();

  /**
   * @param usageChunks not empty
   * @param model as the answer names it, else as it was asked for; empty when nobody names one
   */
  Optional<ObjectNode> of(List<JsonNode> usageChunks, String model);
}
