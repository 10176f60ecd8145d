package io.tokenledger.events.provider.tally;

import io.tokenledger.events.ProviderNames;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who sent a usage block. It decides only where equal shapes count differently.
 *
 * @param provider in lower case; empty when nobody says
 * @param modelName as the event names it; empty when nobody says
 * @param cacheBesideInput true when the sender is known to leave the cache out of its input, as
 *     some instrumentations of OpenTelemetry do
 */
public record Origin(String provider, String modelName, boolean cacheBesideInput) {

  private static final Pattern GEMINI = Pattern.compile("gemini-(\\d{1,3})");

  private static final Pattern GEMINI_IMAGE = Pattern.compile("gemini-[a-z0-9.-]*-image");

  public Origin {
    provider = provider.toLowerCase(Locale.ROOT);
    modelName = modelName.toLowerCase(Locale.ROOT);
  }

  public static Origin of(String provider, String modelName) {
    return new Origin(provider, modelName, false);
  }

  public boolean isAnthropic() {
    return provider.startsWith("anthropic") && ProviderNames.isListedAs("anthropic", provider);
  }

  public boolean isXai() {
    boolean maybe = provider.startsWith("x") || provider.startsWith("grok");
    return maybe && ProviderNames.isListedAs("xai", provider);
  }

  public boolean isGoogle() {
    return provider.startsWith("google")
        || provider.startsWith("vertex")
        || provider.startsWith("gemini")
        || provider.startsWith("gcp")
        || modelName.contains("gemini-"); // behind a gateway
  }

  /**
   * True for the APIs that serve Claude with an input that excludes the cache. Gateways that speak
   * OpenAI's language give a total for Claude, too, so the model alone says nothing.
   */
  public boolean excludesCache() {
    boolean bedrock = provider.contains("bedrock") || isOfAmazon();
    return cacheBesideInput
        || provider.contains("anthropic")
        || bedrock
        || isGoogle() && modelName.contains("claude");
  }

  private boolean isOfAmazon() {
    return provider.startsWith("aws") || provider.startsWith("amazon");
  }

  /** OpenAI's models whose only output is images. */
  public boolean isImageModel() {
    return modelName.contains("gpt-image") || modelName.contains("chatgpt-image");
  }

  /** By its name, where the block could as well be another model's. */
  public boolean isEmbeddingModel() {
    return modelName.contains("embed");
  }

  /** OpenAI's models whose only output is speech. */
  public boolean isSpeechModel() {
    return modelName.contains("gpt-") && modelName.contains("-tts");
  }

  /** Gemini's models that make images, and write beside them. */
  public boolean isGeminiImageModel() {
    return GEMINI_IMAGE.matcher(modelName).find();
  }

  /** The number after the name: 3 of {@code gemini-3-flash-preview}. */
  public static Optional<Integer> geminiGeneration(String model) {
    Matcher matcher = GEMINI.matcher(model.toLowerCase(Locale.ROOT));
    return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }
}
