package io.tokenledger.client.springai;

/** What Spring AI calls a provider, as the ledger's price lists call it. */
final class Providers {

  private Providers() {}

  static String of(String provider) {
    return switch (provider) {
      case "bedrock_converse" -> "bedrock";
      case "google_genai" -> "google";
      case "mistral_ai" -> "mistral";
      default -> provider;
    };
  }
}
