package io.tokenledger.client.langchain4j;

import dev.langchain4j.model.ModelProvider;
import java.util.Locale;

/** What LangChain4j calls a provider, as the ledger's price lists call it. */
final class Providers {

  private Providers() {}

  /**
   * By name, so that a version of LangChain4j that knows more of them is no trouble.
   *
   * @param provider null for a model that does not tell
   */
  static String of(ModelProvider provider) {
    String name = provider == null ? "OTHER" : provider.name();
    return switch (name) {
      case "OPEN_AI" -> "openai";
      case "AMAZON_BEDROCK" -> "bedrock";
      case "AZURE_OPEN_AI" -> "azure";
      case "MICROSOFT_FOUNDRY" -> "azure_ai";
      case "GOOGLE_AI_GEMINI", "GOOGLE_GENAI" -> "google";
      case "GOOGLE_VERTEX_AI_GEMINI", "GOOGLE_VERTEX_AI_ANTHROPIC" -> "vertex_ai";
      case "MISTRAL_AI" -> "mistral";
      case "VOYAGE_AI" -> "voyage";
      case "JINA" -> "jina_ai";
      default -> name.toLowerCase(Locale.ROOT);
    };
  }
}
