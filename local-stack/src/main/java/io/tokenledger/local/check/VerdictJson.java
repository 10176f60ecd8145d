package io.tokenledger.local.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.Money;
import io.tokenledger.events.PlainText;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.pricing.cost.Cost;
import java.util.Locale;

/** A verdict for programs. Amounts are decimal text. */
public final class VerdictJson {

  private final boolean withCosts;

  /**
   * @param withCosts costs change with the price list, the rest only with the contract
   */
  public VerdictJson(boolean withCosts) {
    this.withCosts = withCosts;
  }

  public ObjectNode of(Verdict verdict) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("line", verdict.line());
    json.put("outcome", verdict.outcome().name().toLowerCase(Locale.ROOT));
    put(json, "code", verdict.code());
    put(json, "detail", PlainText.oneLine(verdict.detail()));
    if (verdict.event() != null) {
      putEvent(json, verdict.event());
      if (withCosts) {
        putCost(json, verdict);
      }
    }
    return json;
  }

  private static void putEvent(ObjectNode json, UsageEvent event) {
    json.put("eventId", event.eventId());
    json.put("orgId", event.orgId());
    if (event.revision() > 0) {
      json.put("revision", event.revision());
    }
    if (event.voided()) {
      json.put("voided", true);
    }
    json.put("provider", event.call().provider());
    json.put("modelName", event.call().modelName());
    json.put("feature", event.call().feature());
    json.put("requestCount", event.requestCount());
    json.set("tokens", tokens(event.tokens()));
    if (!event.units().isEmpty()) {
      ObjectNode units = json.putObject("units");
      event.units().forEach(units::put);
    }
    json.put("usageSource", event.usageSource().code());
    json.put("serviceTier", event.serving().serviceTier());
  }

  private static ObjectNode tokens(TokenCounts counts) {
    ObjectNode tokens = JsonNodeFactory.instance.objectNode();
    for (TokenClass each : TokenClass.ALL) {
      if (counts.count(each) > 0) {
        tokens.put(each.field(), counts.count(each));
      }
    }
    return tokens;
  }

  private static void putCost(ObjectNode json, Verdict verdict) {
    Cost cost = verdict.cost();
    if (cost == null) {
      json.put("costStatus", CostStatus.PRODUCER_REPORTED.code());
      verdict
          .event()
          .reportedCostNanos()
          .ifPresent(nanos -> json.put("costUsd", Money.usdFromNanos(nanos).toPlainString()));
      return;
    }
    json.put("costStatus", cost.status().code());
    if (cost.status() != CostStatus.UNPRICED) {
      json.put("costUsd", Money.usdFromNanos(cost.nanos()).toPlainString());
    }
    if (!cost.missing().isEmpty()) {
      cost.missing().forEach(json.putArray("missingPrices")::add);
    }
  }

  private static void put(ObjectNode json, String field, String text) {
    if (!text.isEmpty()) {
      json.put(field, text);
    }
  }
}
