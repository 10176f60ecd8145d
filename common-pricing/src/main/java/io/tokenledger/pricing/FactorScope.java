package io.tokenledger.pricing;

import io.tokenledger.events.ModelName;
import java.util.Comparator;

/**
 * Which models of the list a {@link PriceFactor} is for: all of them, those of a provider, or those
 * of a family, which is a beginning of their names. The names are those of the price book, whatever
 * a call was sent as.
 *
 * <p>A family ends at a separator, with a {@code *} behind it: {@code gpt-4o-*} is {@code
 * gpt-4o-mini} and neither {@code gpt-4o} nor {@code gpt-4omni}, so that no model is in it by
 * surprise. Without the {@code *} it is the one model of that name. Letters are told apart by case.
 *
 * @param provider in lower case; empty for all models of all providers
 * @param models a family or one model; empty for all models of the provider
 */
public record FactorScope(String provider, String models) {

  /** What a family's beginning may end with. */
  public static final String SEPARATORS = "-./:_@";

  private static final String ANY = "*";

  /** The most telling first: one model, a longer beginning, a shorter one, a provider, all. */
  static final Comparator<FactorScope> MOST_SPECIFIC_FIRST =
      Comparator.comparing(FactorScope::isOneModel)
          .thenComparing(scope -> scope.models.length())
          .thenComparing(scope -> scope.provider.length())
          .reversed();

  public FactorScope {
    if (!models.isEmpty() && (provider.isEmpty() || !isModels(models))) {
      throw new IllegalArgumentException("No family of models of a provider: " + models);
    }
  }

  /** Whether it names one model, or ends at a separator with a {@code *} behind it. */
  public static boolean isModels(String text) {
    int star = text.indexOf('*');
    return star < 0
        ? !text.isEmpty()
        : star > 0 && star == text.length() - 1 && SEPARATORS.indexOf(text.charAt(star - 1)) >= 0;
  }

  boolean covers(ModelName model) {
    if (provider.isEmpty()) {
      return true;
    }
    return provider.equals(model.provider()) && (models.isEmpty() || isNameOf(model.name()));
  }

  /** Such as {@code bedrock/anthropic.claude-*}; {@code bedrock/*} and {@code *} for more. */
  public String label() {
    if (provider.isEmpty()) {
      return ANY;
    }
    return provider + "/" + (models.isEmpty() ? ANY : models);
  }

  private boolean isNameOf(String name) {
    return isOneModel()
        ? name.equals(models)
        : name.startsWith(models.substring(0, models.length() - 1));
  }

  private boolean isOneModel() {
    return !models.isEmpty() && !models.endsWith(ANY);
  }
}
