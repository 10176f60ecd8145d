package io.tokenledger.prices.sync.feed;

import java.util.Map;

/** What LiteLLM's list calls a provider and a model, in the names that usage events use. */
final class LiteLlmNames {

  private static final Map<String, String> PROVIDERS =
      Map.of(
          "gemini", "google",
          "bedrock_converse", "bedrock",
          "cohere_chat", "cohere",
          "azure_text", "azure",
          "text-completion-openai", "openai",
          "text-completion-codestral", "codestral",
          "text-completion-inception", "inception",
          "fireworks_ai-embedding-models", "fireworks_ai");

  private static final String VERTEX = "vertex_ai";

  private LiteLlmNames() {}

  static String provider(String listed) {
    return listed.startsWith(VERTEX) ? VERTEX : PROVIDERS.getOrDefault(listed, listed);
  }

  /** The key without {@code provider/}; regional prefixes such as {@code us.} stay. */
  static String modelName(String key, String listedProvider) {
    return carriesProvider(key, listedProvider) ? key.substring(key.indexOf('/') + 1) : key;
  }

  /** Whether the key starts with its provider's name, in the list's spelling or in ours. */
  static boolean carriesProvider(String key, String listedProvider) {
    int slash = key.indexOf('/');
    if (slash <= 0 || slash == key.length() - 1) {
      return false;
    }
    String prefix = key.substring(0, slash).replace('-', '_');
    return prefix.equals(listedProvider.replace('-', '_'))
        || prefix.equals(provider(listedProvider).replace('-', '_'));
  }
}
