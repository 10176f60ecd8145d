package io.tokenledger.pricing;

import java.util.Set;

/** The units of usage that are not tokens, by their names in the event contract. */
public final class PricedUnits {

  public static final String WEB_SEARCHES = "webSearches";
  public static final String IMAGES = "images";
  public static final String AUDIO_SECONDS = "audioSeconds";
  public static final String CHARACTERS = "characters";
  public static final String PAGES = "pages";

  /** Queries or searches that the provider counts itself, such as those of a reranker. */
  public static final String REQUESTS = "requests";

  /** Every unit that a price may be listed for. */
  public static final Set<String> ALL =
      Set.of(WEB_SEARCHES, IMAGES, AUDIO_SECONDS, CHARACTERS, PAGES, REQUESTS);

  private PricedUnits() {}
}
