package io.tokenledger.query.currency.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.query.currency.ExchangeRate;
import java.math.BigDecimal;

/**
 * Adds converted amounts to an answer. Every report tells dollars by the same two fields, so that
 * what stands beside them can be added to all reports alike; the dollars stay.
 */
public final class ConvertedCosts {

  /** Beside each amount of dollars. */
  static final String COST = "cost";

  /** What the amounts are in, at the root of the answer. */
  static final String CURRENCY = "currency";

  /** Exact; where an answer has it, the cost is made of it. */
  static final String USD = "costUsd";

  static final String MICROS = "estimatedCostMicros";

  /** What caching saved has dollars of its own. */
  static final String CACHE_SAVED = "cacheSaved";

  private static final String SAVED_USD = "usd";

  private static final int MICRO_DECIMALS = 6;

  private final ObjectMapper json;

  public ConvertedCosts(ObjectMapper json) {
    this.json = json;
  }

  /** The report as JSON, with its costs in this currency and the rate by which they are. */
  public ObjectNode in(ExchangeRate rate, Record report) {
    ObjectNode answer = json.valueToTree(report);
    addCosts(rate, answer);
    answer.set(CURRENCY, json.valueToTree(CurrencyAnswer.of(rate)));
    return answer;
  }

  private static void addCosts(ExchangeRate rate, JsonNode node) {
    node.forEach(each -> addCosts(rate, each));
    if (node instanceof ObjectNode object && object.has(MICROS)) {
      object.put(COST, rate.convert(usdOf(object)));
    }
    if (node.get(CACHE_SAVED) instanceof ObjectNode saved) {
      saved.put(COST, rate.convert(new BigDecimal(saved.get(SAVED_USD).textValue())));
    }
  }

  private static BigDecimal usdOf(ObjectNode object) {
    return object.hasNonNull(USD)
        ? new BigDecimal(object.get(USD).textValue())
        : BigDecimal.valueOf(object.get(MICROS).longValue(), MICRO_DECIMALS);
  }
}
