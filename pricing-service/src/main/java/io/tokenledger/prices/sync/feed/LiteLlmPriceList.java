package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.prices.sync.plan.SkipReason;
import io.tokenledger.prices.sync.plan.SyncFailedException;
import io.tokenledger.pricing.PriceVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * LiteLLM's public price list ({@code model_prices_and_context_window.json}, MIT licence) as global
 * price versions. Pure. The list has no dates, so its prices hold from the beginning of time.
 *
 * <p>Several keys may name the same model of the same provider ({@code deepseek/deepseek-chat} and
 * {@code deepseek-chat}): the one that carries the provider wins, of several the first in the order
 * of the alphabet, so that the result does not depend on the order of the file.
 */
public final class LiteLlmPriceList {

  public static final String SOURCE = "litellm";

  /** Entries that describe the list rather than a model. */
  private static final Set<String> NOT_MODELS = Set.of("sample_spec", "fallback_generalizations");

  private static final int MAX_NAME = 200;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private LiteLlmPriceList() {}

  /**
   * Ordered by provider and model; models without a price we can charge are left out.
   *
   * @throws IOException when the list is not one JSON object
   */
  public static List<PriceVersion> parse(byte[] list) throws IOException {
    JsonNode root = JSON.readTree(list);
    if (!root.isObject()) {
      throw new IOException("The price list is not a JSON object");
    }
    Map<String, PriceVersion> byId = new TreeMap<>();
    for (String key : inOrderOfPreference(root)) {
      version(key, root.get(key)).ifPresent(found -> byId.putIfAbsent(found.id(), found));
    }
    List<PriceVersion> versions = new ArrayList<>(byId.values());
    versions.sort(
        Comparator.comparing(PriceVersion::provider).thenComparing(PriceVersion::modelName));
    return versions;
  }

  /**
   * The same of a list from outside, strictly read: an entry with an implausible price is passed
   * over as a whole, as what is left of it may not be what the model costs.
   *
   * @throws SyncFailedException when it is not one JSON object within the limits
   */
  static ListedPrices read(byte[] document) {
    JsonNode root = FeedJson.parseObject(document);
    FeedList list = new FeedList();
    Set<String> ids = new HashSet<>();
    for (String key : inOrderOfPreference(root)) {
      Optional<SkipReason> unusable = unusable(key, root.get(key));
      Optional<PriceVersion> found =
          unusable.isPresent() ? Optional.empty() : version(key, root.get(key));
      if (found.isEmpty()) {
        list.skip(unusable.orElse(SkipReason.NO_PRICE), key);
      } else if (ids.add(found.get().id())) {
        list.add(found.get());
      }
    }
    return list.toListedPrices();
  }

  private static Optional<SkipReason> unusable(String key, JsonNode entry) {
    String listedProvider = listedProvider(entry);
    String provider = LiteLlmNames.provider(listedProvider);
    if (!FeedList.isName(provider, LiteLlmNames.modelName(key, listedProvider))) {
      return Optional.of(SkipReason.INVALID_NAME);
    }
    return LiteLlmFields.hasImplausiblePrice(entry)
        ? Optional.of(SkipReason.IMPLAUSIBLE_PRICE)
        : Optional.empty();
  }

  private static List<String> inOrderOfPreference(JsonNode root) {
    List<String> keys = new ArrayList<>();
    root.fieldNames().forEachRemaining(keys::add);
    keys.removeAll(NOT_MODELS);
    keys.removeIf(key -> listedProvider(root.get(key)).isEmpty());
    keys.sort(
        Comparator.comparing(
                (String key) -> !LiteLlmNames.carriesProvider(key, listedProvider(root.get(key))))
            .thenComparing(Comparator.naturalOrder()));
    return keys;
  }

  private static Optional<PriceVersion> version(String key, JsonNode entry) {
    String listedProvider = listedProvider(entry);
    String provider = LiteLlmNames.provider(listedProvider);
    String modelName = LiteLlmNames.modelName(key, listedProvider);
    if (modelName.length() > MAX_NAME) {
      return Optional.empty();
    }
    return LiteLlmEntry.ratesOf(provider, entry)
        .map(rates -> FeedList.version(SOURCE, provider, modelName, rates));
  }

  private static String listedProvider(JsonNode entry) {
    return entry.path("litellm_provider").asText("");
  }
}
