package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.prices.sync.plan.SkipReason;
import io.tokenledger.prices.sync.plan.SyncFailedException;
import io.tokenledger.prices.sync.plan.SyncFailure;
import io.tokenledger.pricing.check.SoldAs;
import io.tokenledger.pricing.rates.Rates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The answer of OpenRouter's models API ({@code GET /api/v1/models}) as prices of provider {@code
 * openrouter}. Pure. The model's id is its name, as callers of OpenRouter report it; what stands
 * before the slash is the maker, not who sends the invoice.
 */
final class OpenRouterPriceList {

  private static final String PROVIDER = "openrouter";

  private OpenRouterPriceList() {}

  /**
   * @throws SyncFailedException when it is not a list of models
   */
  static ListedPrices read(byte[] document) {
    JsonNode models = FeedJson.parseObject(document).path("data");
    if (!models.isArray()) {
      throw new SyncFailedException(
          SyncFailure.NOT_A_PRICE_LIST, "The list has no array 'data' of models.");
    }
    Map<String, List<JsonNode>> modelsById = new LinkedHashMap<>();
    for (JsonNode model : models) {
      modelsById
          .computeIfAbsent(model.path("id").asText(""), unused -> new ArrayList<>())
          .add(model);
    }
    FeedList list = new FeedList();
    modelsById.forEach((id, sameId) -> read(id, sameId, list));
    return list.toListedPrices();
  }

  /** A name that comes twice with one price is that price; with two, nobody knows which. */
  private static void read(String id, List<JsonNode> models, FeedList list) {
    Set<OpenRouterPricing.Outcome> outcomes = new HashSet<>();
    models.forEach(model -> outcomes.add(OpenRouterPricing.read(model.path("pricing"))));
    if (!FeedList.isName(PROVIDER, id)) {
      list.skip(SkipReason.INVALID_NAME, id);
    } else if (outcomes.size() > 1) {
      list.skip(SkipReason.DUPLICATE_NAME, id);
    } else {
      OpenRouterPricing.Outcome outcome = outcomes.iterator().next();
      outcome.skip().ifPresent(reason -> list.skip(reason, id));
      outcome.rates().ifPresent(rates -> add(id, models.get(0), rates, list));
    }
  }

  private static void add(String id, JsonNode model, Rates rates, FeedList list) {
    list.add(FeedList.version(PriceSource.OPENROUTER.code(), PROVIDER, id, rates), soldAs(model));
  }

  private static SoldAs soldAs(JsonNode model) {
    JsonNode made = model.path("architecture").path("output_modalities");
    String only = made.size() == 1 ? made.path(0).asText() : "";
    return switch (only) {
      case "text" -> SoldAs.TEXT;
      case "embeddings" -> SoldAs.EMBEDDING;
      default -> SoldAs.OTHER;
    };
  }
}
