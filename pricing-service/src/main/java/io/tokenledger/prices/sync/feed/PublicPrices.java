package io.tokenledger.prices.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.plan.DoubtfulPrice;
import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.pricing.PriceVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The public lists as one: OpenRouter's own list goes before LiteLLM's for every model it names,
 * also where it says that there is no price, or one that cannot be believed.
 *
 * @param versions what is believed, by provider and model
 * @param doubtful what is set aside, in that order, too
 * @param liteLlm as that list was read
 * @param openRouter as that list was read
 * @param corrections what of LiteLLM's list was put right
 */
record PublicPrices(
    List<PriceVersion> versions,
    List<DoubtfulPrice> doubtful,
    ListedPrices liteLlm,
    ListedPrices openRouter,
    List<LiteLlmCorrections.Correction> corrections) {

  private static final Comparator<PriceVersion> BY_NAME =
      Comparator.comparing(PriceVersion::provider).thenComparing(PriceVersion::modelName);

  static PublicPrices of(byte[] liteLlmList, byte[] openRouterList) {
    ListedPrices liteLlm = LiteLlmPriceList.read(liteLlmList);
    ListedPrices openRouter = OpenRouterPriceList.read(openRouterList);
    Predicate<PriceVersion> isOpenRouters = namedBy(openRouter);
    List<PriceVersion> versions = new ArrayList<>(openRouter.prices());
    liteLlm.prices().stream().filter(isOpenRouters.negate()).forEach(versions::add);
    versions.sort(BY_NAME);
    List<DoubtfulPrice> doubtful = new ArrayList<>(openRouter.doubtful());
    liteLlm.doubtful().stream()
        .filter(each -> !isOpenRouters.test(each.price()))
        .forEach(doubtful::add);
    doubtful.sort(Comparator.comparing(DoubtfulPrice::price, BY_NAME));
    return new PublicPrices(versions, doubtful, liteLlm, openRouter, corrections(liteLlmList));
  }

  private static Predicate<PriceVersion> namedBy(ListedPrices openRouter) {
    Set<String> named = new HashSet<>();
    openRouter.prices().forEach(each -> named.add(each.modelName()));
    openRouter.doubtful().forEach(each -> named.add(each.price().modelName()));
    openRouter.skipped().values().forEach(named::addAll);
    return version ->
        version.provider().equals(PriceSource.OPENROUTER.code())
            && named.contains(version.modelName());
  }

  private static List<LiteLlmCorrections.Correction> corrections(byte[] liteLlmList) {
    JsonNode root = FeedJson.parseObject(liteLlmList);
    List<LiteLlmCorrections.Correction> corrections = new ArrayList<>();
    root.properties()
        .forEach(
            each ->
                corrections.addAll(LiteLlmCorrections.corrections(each.getKey(), each.getValue())));
    return corrections;
  }
}
