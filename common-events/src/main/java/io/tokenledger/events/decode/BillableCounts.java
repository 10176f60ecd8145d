package io.tokenledger.events.decode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.UsageLimits;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What was used, in the fields of the event and by its rules, apart from an event: so that nobody
 * who asks for a cost is told one of what the intake would refuse.
 *
 * @param units what is not tokens, by unit, such as {@code webSearches}
 */
public record BillableCounts(TokenCounts tokens, Map<String, BigDecimal> units, long requestCount) {

  /**
   * @param maxTokens of each class: {@link UsageLimits#MAX_TOKENS} for one call
   * @throws InvalidEventException naming the field
   */
  public static BillableCounts of(ObjectNode usage, long maxTokens) {
    EventFields fields = new EventFields(usage);
    return new BillableCounts(
        UsageCounts.tokens(fields, maxTokens),
        UsageCounts.units(fields),
        fields.count("requestCount", 1, UsageLimits.MAX_REQUESTS));
  }

  /**
   * How a call beside whose usage it stands was served.
   *
   * @throws InvalidEventException when a field of it is no word
   */
  public static Serving serving(ObjectNode call) {
    return UsageCounts.serving(new EventFields(call));
  }
}
