package io.tokenledger.prices.sync.feed;

import io.tokenledger.events.UsageLimits;
import io.tokenledger.prices.sync.plan.DoubtfulPrice;
import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.prices.sync.plan.SkipReason;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.check.Flaw;
import io.tokenledger.pricing.check.PriceCheck;
import io.tokenledger.pricing.check.SoldAs;
import io.tokenledger.pricing.rates.RateCard;
import io.tokenledger.pricing.rates.Rates;
import io.tokenledger.pricing.rates.ServiceTier;
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
  private final List<DoubtfulPrice> doubtful = new ArrayList<>();
  private final Map<SkipReason, List<String>> skipped = new EnumMap<>(SkipReason.class);

  /** Takes a price, or sets it aside when it cannot be believed. */
  void add(PriceVersion version, SoldAs soldAs) {
    PriceVersion believable = withoutOddTiers(version);
    PriceCheck.flawOf(believable, soldAs)
        .ifPresentOrElse(
            flaw -> doubtful.add(new DoubtfulPrice(believable, flaw.toString())),
            () -> prices.add(believable));
  }

  /** A service tier that cannot be is left out: the call then costs what it does without a tier. */
  private PriceVersion withoutOddTiers(PriceVersion version) {
    Rates rates = version.rates().orElseThrow();
    Map<ServiceTier, Flaw> flaws = PriceCheck.flawsOfTiers(rates);
    if (flaws.isEmpty()) {
      return version;
    }
    flaws
        .values()
        .forEach(flaw -> skip(SkipReason.IMPLAUSIBLE_TIER, version.model() + ": " + flaw.detail()));
    Map<ServiceTier, RateCard> left = new EnumMap<>(ServiceTier.class);
    left.putAll(rates.serviceTiers());
    left.keySet().removeAll(flaws.keySet());
    return version(
        version.source(),
        version.provider(),
        version.modelName(),
        new Rates(
            rates.standard(),
            left,
            rates.perRequest(),
            rates.units(),
            rates.multipliers(),
            rates.windows()));
  }

  void skip(SkipReason reason, String name) {
    skipped.computeIfAbsent(reason, unused -> new ArrayList<>()).add(printable(name));
  }

  ListedPrices toListedPrices() {
    return new ListedPrices(prices, doubtful, skipped);
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
