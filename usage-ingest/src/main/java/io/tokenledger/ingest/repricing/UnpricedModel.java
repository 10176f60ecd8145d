package io.tokenledger.ingest.repricing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model of whose events some have no price, or lack one for a part.
 *
 * @param priceVersion that priced a part; empty when none did
 * @param first when the first of the events occurred, and {@code last} the last
 */
record UnpricedModel(
    String orgId, String provider, String name, String priceVersion, Instant first, Instant last) {

  /** Those of both, each once. */
  static List<UnpricedModel> merged(List<UnpricedModel> some, List<UnpricedModel> more) {
    Map<List<String>, UnpricedModel> all = new LinkedHashMap<>();
    some.forEach(model -> all.put(model.key(), model));
    more.forEach(model -> all.merge(model.key(), model, UnpricedModel::and));
    return List.copyOf(all.values());
  }

  private List<String> key() {
    return List.of(orgId, provider, name, priceVersion);
  }

  private UnpricedModel and(UnpricedModel other) {
    return new UnpricedModel(
        orgId,
        provider,
        name,
        priceVersion,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last);
  }
}
