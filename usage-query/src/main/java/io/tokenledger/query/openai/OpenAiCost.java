package io.tokenledger.query.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tokenledger.events.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A result of OpenAI's costs; field names are theirs.
 *
 * @param lineItem the model, where results are told apart by it
 */
public record OpenAiCost(
    String object,
    Amount amount,
    @JsonProperty("line_item") Optional<String> lineItem,
    @JsonProperty("project_id") Optional<String> projectId) {

  /** Exact. */
  public record Amount(BigDecimal value, String currency) {}

  static OpenAiCost of(BucketSums bucket) {
    BigDecimal usd = Money.usdFromNanos(bucket.sums().costNanos());
    return new OpenAiCost(
        "organization.costs.result", new Amount(usd, "usd"), bucket.model(), Optional.empty());
  }
}
