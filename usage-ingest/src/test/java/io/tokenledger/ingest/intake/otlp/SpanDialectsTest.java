package io.tokenledger.ingest.intake.otlp;

import static io.tokenledger.ingest.intake.otlp.SampleSpan.chat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.decode.EventJson;
import io.tokenledger.ingest.intake.otlp.export.JsonExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What instrumentations mean by the same attributes, and what conventions call providers. */
class SpanDialectsTest {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  /** Each side of {@code read + written > input}, and the emitters that are known. */
  @ParameterizedTest
  @CsvSource({
    "my.scope, anthropic, claude-opus-4-5, 1000, 300, 100, 1000",
    "my.scope, anthropic, claude-opus-4-5, 100, 300, 100, 500",
    "openlit.instrumentation.anthropic, anthropic, claude-opus-4-5, 1000, 300, 100, 1400",
    "@openlit/instrumentation-anthropic, anthropic, claude-opus-4-5, 1000, 300, 100, 1400",
    "openlit.instrumentation.openai, openai, gpt-5, 1000, 300, 0, 1000",
    "openlit.instrumentation.vertexai, gcp.vertex_ai, gemini-3-pro, 1000, 300, 0, 1000",
    "openlit.instrumentation.vertexai, gcp.vertex_ai, claude-opus-4-5, 1000, 300, 0, 1300",
    "org.springframework.boot, anthropic, claude-opus-4-5, 1000, 300, 100, 1400",
    "org.springframework.boot, bedrock_converse, amazon.nova-pro-v1:0, 1000, 300, 0, 1300",
    "org.springframework.boot, openai, gpt-5, 1000, 300, 0, 1000",
    "opentelemetry.instrumentation.bedrock, AWS, amazon.nova-pro-v1:0, 1000, 300, 0, 1300",
    "opentelemetry.instrumentation.anthropic, Anthropic, claude-opus-4-5, 1000, 300, 0, 1000",
    "openinference.instrumentation.bedrock, aws, amazon.nova-pro-v1:0, 1000, 300, 0, 1300",
    "@arizeai/openinference-instrumentation-bedrock, aws, nova, 1000, 300, 0, 1300",
    "@arizeai/openinference-instrumentation-anthropic, anthropic, claude, 1000, 300, 0, 1000",
    "ai, anthropic.messages, claude-opus-4-5, 1000, 300, 0, 1300",
    "ai, amazon-bedrock, anthropic.claude-opus-4-5, 1000, 300, 0, 1300",
    "gen_ai, anthropic, claude-opus-4-5, 1000, 300, 0, 1000",
    "pydantic-ai, anthropic, claude-opus-4-5, 1000, 300, 0, 1000"
  })
  void theCacheIsInTheInputOnceWhoeverMadeTheSpan(
      String scope, String provider, String model, int input, int read, int written, int total) {
    JsonNode event =
        eventOf(
            chat()
                .scope(scope)
                .with("gen_ai.provider.name", provider)
                .with("gen_ai.request.model", model)
                .with("gen_ai.usage.input_tokens", input)
                .with("gen_ai.usage.cache_read.input_tokens", read)
                .with("gen_ai.usage.cache_creation.input_tokens", written));
    assertThat(event.path("inputTokens").asInt()).isEqualTo(total);
    assertThat(event.path("cacheReadTokens").asInt()).isEqualTo(read);
    assertThat(event.path("cacheWriteTokens").asInt()).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "openai, openai",
    "OpenAI, openai",
    "openai.chat, openai",
    "openai.responses, openai",
    "azure.ai.openai, azure",
    "az.ai.openai, azure",
    "azure-openai.chat, azure",
    "azure.ai.inference, azure_ai",
    "anthropic, anthropic",
    "anthropic.messages, anthropic",
    "aws.bedrock, bedrock",
    "AWS, bedrock",
    "amazon-bedrock, bedrock",
    "gcp.gemini, google",
    "gcp.gen_ai, google",
    "gcp.vertex_ai, vertex_ai",
    "vertex_ai, vertex_ai",
    "google.generative-ai, google",
    "google.vertex.chat, vertex_ai",
    "gemini, google",
    "cohere, cohere",
    "deepseek, deepseek",
    "groq, groq",
    "ibm.watsonx.ai, watsonx",
    "mistral_ai, mistral",
    "mistralai, mistral",
    "perplexity, perplexity",
    "x_ai, xai",
    "xai, xai",
    "azure, azure",
    "azure_ai, azure_ai",
    "bedrock_mantle, bedrock_mantle",
    "My Own, my own"
  })
  void providersHaveTheNamesOfTheLedger(String told, String named) {
    JsonNode event = eventOf(chat().with("gen_ai.provider.name", told));
    assertThat(event.path("provider").asText()).isEqualTo(named);
    String lower = told.toLowerCase(Locale.ROOT);
    assertThat(event.path("metadata").path("otelProvider").asText(named)).isEqualTo(lower);
  }

  @Test
  void nobodysCallCountsAllTheSame() {
    assertThat(eventOf(chat().without("gen_ai.provider.name")).path("provider").asText())
        .isEqualTo("unknown");
  }

  private static JsonNode eventOf(SampleSpan span) {
    byte[] export = new SampleExport().add(span).bytes();
    CountedSpans counted = new SpanIntake(Set.of()).count(JsonExport.read(export), "acme", NOW);
    assertThat(counted.reasons()).isEmpty();
    try {
      return EventJson.READER.readTree(counted.events().get(0).message());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
