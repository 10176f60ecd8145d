package io.tokenledger.ingest.intake;

/** Bodies as they look, for the API description. */
final class EventExamples {

  static final String EVENT =
      """
      {"eventId":"0195a2c4-7e1b-7c53-9f5e-2f6d1c0a8b34","orgId":"acme","userId":"ann",
       "provider":"openai","modelName":"gpt-4o","feature":"chat","inputTokens":1200,
       "outputTokens":300,"durationMs":1840,"conversationId":"c-17"}""";

  static final String EVENTS = "[" + EVENT + "]";

  static final String ACCEPTED =
      """
      {"accepted":1,"rejected":[{"index":1,"eventId":"e-2","code":"missing_field",
       "detail":"provider is required"}]}""";

  private EventExamples() {}
}
