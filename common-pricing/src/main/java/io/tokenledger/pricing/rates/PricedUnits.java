package io.tokenledger.pricing.rates;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The units of usage that are not tokens, by their names in the event contract: those that we know
 * how to read, and any that a sender counts and an operator prices.
 */
public final class PricedUnits {

  public static final String WEB_SEARCHES = "webSearches";
  public static final String IMAGES = "images";
  public static final String AUDIO_SECONDS = "audioSeconds";
  public static final String CHARACTERS = "characters";
  public static final String PAGES = "pages";

  /** Queries or searches that the provider counts itself, such as those of a reranker. */
  public static final String REQUESTS = "requests";

  /** Those that providers' answers and public lists tell. */
  public static final Set<String> KNOWN =
      Set.of(WEB_SEARCHES, IMAGES, AUDIO_SECONDS, CHARACTERS, PAGES, REQUESTS);

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

  private PricedUnits() {}

  /** Whether a unit may be called so; a name of a token class would mean two things in a cost. */
  public static boolean isName(String unit) {
    return NAME.matcher(unit).matches() && !PriceComponent.isCode(unit);
  }
}
