package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.prices.sync.plan.SkipReason;
import io.tokenledger.prices.sync.plan.SyncFailedException;
import io.tokenledger.pricing.check.SoldAs;
import io.tokenledger.pricing.rates.Rates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * LiteLLM's public price list ({@code model_prices_and_context_window.json}, MIT licence) as global
 * prices. Pure. The list has no dates, so its prices hold from the beginning of time.
 *
 * <p>Several keys may name the same model of the same provider ({@code deepseek/deepseek-chat} and
 * {@code deepseek-chat}): the one that carries the provider wins, of several the first in the order
 * of the alphabet, so that the result does not depend on the order of the file.
 */
final class LiteLlmPriceList {

  private static final String SOURCE = PriceSource.LITELLM.code();

  /** Entries that describe the list rather than a model. */
  private static final Set<String> NOT_MODELS = Set.of("sample_spec", "fallback_generalizations");

  private static final Set<String> TEXT_MODES = Set.of("chat", "completion", "responses");

  private LiteLlmPriceList() {}

  /**
   * An entry with a price that cannot be read is passed over as a whole, as what is left of it may
   * not be what the model costs; one whose price cannot be believed is set aside.
   *
   * @throws SyncFailedException when it is not one JSON object within the limits
   */
  static ListedPrices read(byte[] document) {
    JsonNode root = FeedJson.parseObject(document);
    FeedList list = new FeedList();
    Set<String> models = new HashSet<>();
    for (String key : inOrderOfPreference(root)) {
      read(key, LiteLlmCorrections.of(key, root.get(key)), list, models);
    }
    return list.toListedPrices();
  }

  private static void read(String key, JsonNode entry, FeedList list, Set<String> models) {
    String listedProvider = listedProvider(entry);
    String provider = LiteLlmNames.provider(listedProvider);
    String modelName = LiteLlmNames.modelName(key, listedProvider);
    if (!FeedList.isName(provider, modelName)) {
      list.skip(SkipReason.INVALID_NAME, key);
    } else if (LiteLlmFields.hasImplausiblePrice(entry)) {
      list.skip(SkipReason.IMPLAUSIBLE_PRICE, key);
    } else {
      Optional<Rates> rates = rates(provider, entry);
      if (rates.isEmpty()) {
        list.skip(SkipReason.NO_PRICE, key);
      } else if (models.add(provider + "/" + modelName)) {
        list.add(FeedList.version(SOURCE, provider, modelName, rates.get()), soldAs(key, entry));
      }
    }
  }

  private static Optional<Rates> rates(String provider, JsonNode entry) {
    try {
      return LiteLlmEntry.ratesOf(provider, entry);
    } catch (HoursOfDay.UnreadableHoursException e) {
      return Optional.empty();
    }
  }

  /** Some embedding models stand there as chat. */
  private static SoldAs soldAs(String key, JsonNode entry) {
    String mode = entry.path("mode").asText("");
    if (mode.equals("embedding") || key.toLowerCase(Locale.ROOT).contains("embed")) {
      return SoldAs.EMBEDDING;
    }
    return TEXT_MODES.contains(mode) ? SoldAs.TEXT : SoldAs.OTHER;
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

  private static String listedProvider(JsonNode entry) {
    return entry.path("litellm_provider").asText("");
  }
}
