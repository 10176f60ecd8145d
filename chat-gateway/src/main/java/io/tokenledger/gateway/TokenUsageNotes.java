package io.tokenledger.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.provider.ProviderUsage;
import io.tokenledger.events.provider.tally.NormalizedUsage;
import io.tokenledger.events.provider.tally.Origin;
import io.tokenledger.events.provider.tally.UnknownUsageShapeException;
import io.tokenledger.gateway.answer.UsageNote;
import io.tokenledger.gateway.pricebook.PriceBookFeed;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.pricing.cost.Cost;
import io.tokenledger.pricing.cost.CostCalculator;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * {@code token_usage} for those who ask for it: counts as the ledger reads them, and their cost.
 */
@ApplicationScoped
class TokenUsageNotes {

  private static final String HEADER = "X-Tokenledger-Usage";
  private static final String INCLUDE = "include";
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

  private final PriceBookFeed prices;

  TokenUsageNotes(PriceBookFeed prices) {
    this.prices = prices;
  }

  UsageNote of(Call call) {
    boolean wanted = call.isMetered() && INCLUDE.equalsIgnoreCase(call.request().getHeader(HEADER));
    return wanted ? (chunks, model) -> note(call, chunks, model) : UsageNote.NONE;
  }

  private Optional<ObjectNode> note(Call call, List<JsonNode> chunks, String named) {
    String model = named.isEmpty() ? call.model : named;
    try {
      JsonNode raw = JsonNodeFactory.instance.arrayNode().addAll(chunks);
      NormalizedUsage usage =
          ProviderUsage.of(
              Origin.of(call.upstream.provider(), model), chunks.size() == 1 ? chunks.get(0) : raw);
      return Optional.of(note(usage.tokens(), cost(call, model, usage)));
    } catch (UnknownUsageShapeException e) {
      return Optional.empty();
    }
  }

  private Cost cost(Call call, String model, NormalizedUsage usage) {
    Serving serving =
        new Serving(
            usage.serviceTier().orElse(Serving.STANDARD.serviceTier()),
            usage.speed().orElse(Serving.STANDARD.speed()),
            usage.inferenceGeo().orElse(Serving.STANDARD.inferenceGeo()));
    return CostCalculator.costOf(
        prices.current(),
        new BillableUsage(
            call.key.orgId(),
            call.upstream.provider(),
            model,
            call.cameAt,
            usage.tokens(),
            usage.units(),
            1,
            serving));
  }

  private static ObjectNode note(TokenCounts tokens, Cost cost) {
    ObjectNode note =
        JsonNodeFactory.instance
            .objectNode()
            .put("prompt_tokens", tokens.input())
            .put("completion_tokens", tokens.output())
            .put("total_tokens", tokens.total())
            .put("embedding_tokens", tokens.embedding());
    if (cost.status() == CostStatus.UNPRICED) {
      return note.putNull("cost_estimate_usd");
    }
    BigDecimal usd = BigDecimal.valueOf(cost.nanos()).divide(NANOS).stripTrailingZeros();
    return note.put("cost_estimate_usd", usd.toPlainString());
  }
}
