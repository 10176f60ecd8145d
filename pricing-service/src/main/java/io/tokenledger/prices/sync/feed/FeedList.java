package io.tokenledger.prices.sync.feed;

import io.tokenledger.events.UsageLimits;
import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.prices.sync.plan.SkipReason;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.Rates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects what a list says; used once. */
final class FeedList {

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

  private final List<PriceVersion> prices = new ArrayList<>();
  private final Map<SkipReason, List<String>> skipped = new EnumMap<>(SkipReason.class);

  void add(PriceVersion version) {
    prices.add(version);
  }

  void skip(SkipReason reason, String name) {
    skipped.computeIfAbsent(reason, unused -> new ArrayList<>()).add(printable(name));
  }

  ListedPrices toListedPrices() {
    return new ListedPrices(prices, skipped);
  }

  /** Whether an event can have such a name. */
  static boolean isName(String provider, String modelName) {
    return isText(provider, UsageLimits.MAX_PROVIDER)
        && isText(modelName, UsageLimits.MAX_MODEL_NAME);
  }

  /** A global price from the beginning of time: lists have no dates. */
  static PriceVersion version(String source, String provider, String modelName, Rates rates) {
    return new PriceVersion(
        source + ":" + provider + "/" + modelName + "@1970-01-01",
        0,
        PriceVersion.GLOBAL,
        provider,
        modelName,
        Instant.EPOCH,
        Instant.EPOCH,
        source,
        Optional.of(rates));
  }

  private static boolean isText(String text, int maxLength) {
    return !text.isBlank() && text.length() <= maxLength && !UNPRINTABLE.matcher(text).find();
  }

  private static String printable(String name) {
    String cut = name.length() <= UsageLimits.MAX_MODEL_NAME ? name : name.substring(0, 100) + "…";
    return UNPRINTABLE.matcher(cut).replaceAll("?");
  }
}
