package io.tokenledger.pricing.check;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who gives models away. A list that has 0 for any other model does not know its price: 0 is also
 * how lists write a price in another currency, by the hour of a machine, or of a model that is not
 * sold yet.
 */
final class Given {

  /** Models of one's own machine, research and public infrastructure, and free searches. */
  private static final Set<String> PROVIDERS =
      Set.of(
          "ollama",
          "lemonade",
          "llamafile",
          "lm_studio",
          "publicai",
          "codestral",
          "duckduckgo",
          "searxng");

  /** Each as its provider's price page has it: "free". */
  private static final Set<String> MODELS =
      Set.of("google/gemma-3-27b-it", "sarvam/sarvam-m", "zai/glm-4.5-flash", "zai/glm-4.7-flash");

  private static final Pattern CALLED_FREE =
      Pattern.compile("(.*[:/-])?free|.*-exp(erimental)?([-:].*)?|.*-moderation-.*");

  private Given() {}

  static boolean away(String provider, String modelName) {
    return PROVIDERS.contains(provider)
        || MODELS.contains(provider + "/" + modelName)
        || CALLED_FREE.matcher(modelName.toLowerCase(Locale.ROOT)).matches();
  }
}
