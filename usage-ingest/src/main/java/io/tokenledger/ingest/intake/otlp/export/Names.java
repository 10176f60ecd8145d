package io.tokenledger.ingest.intake.otlp.export;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of attributes that are read, those first that go first. Where they are from:
 *
 * <ul>
 *   <li>{@code gen_ai.}: OpenTelemetry's conventions from 1.27 to 1.41, OpenLIT, Spring AI,
 *       pydantic-ai, OpenRouter
 *   <li>{@code llm.usage.}, {@code llm.request.}, {@code traceloop.}: OpenLLMetry
 *   <li>{@code llm.token_count.}, {@code embedding.}, {@code openinference.}: OpenInference
 *   <li>{@code ai.}: Vercel's AI SDK
 *   <li>{@code langfuse.}: Langfuse
 *   <li>{@code tokenledger.}: of our own, for what no convention has
 * </ul>
 */
public enum Names {
  OPERATION("gen_ai.operation.name"),
  VERCEL_OPERATION("ai.operationId"),
  OPENINFERENCE_KIND("openinference.span.kind"),
  TRACELOOP_KIND("traceloop.span.kind"),
  SPRING_KIND("spring.ai.kind"),
  REQUEST_TYPE("llm.request.type"),
  LANGFUSE_TYPE("langfuse.observation.type"),
  LOGFIRE_TYPE("logfire.span_type"),

  INPUT(
      "gen_ai.usage.input_tokens",
      "gen_ai.usage.prompt_tokens",
      "llm.token_count.prompt",
      "llm.usage.prompt_tokens",
      "ai.usage.inputTokens",
      "ai.usage.promptTokens",
      "ai.usage.tokens"),
  OUTPUT(
      "gen_ai.usage.output_tokens",
      "gen_ai.usage.completion_tokens",
      "llm.token_count.completion",
      "llm.usage.completion_tokens",
      "ai.usage.outputTokens",
      "ai.usage.completionTokens"),
  TOTAL("gen_ai.usage.total_tokens", "llm.usage.total_tokens", "llm.token_count.total"),
  CACHE_READ(
      "gen_ai.usage.cache_read.input_tokens",
      "gen_ai.usage.cache_read_input_tokens",
      "llm.token_count.prompt_details.cache_read",
      "gen_ai.usage.details.cache_read_tokens",
      "gen_ai.usage.details.cache_read_input_tokens",
      "gen_ai.usage.input_tokens.cached",
      "llm.usage.cache_read_input_tokens",
      "ai.usage.inputTokenDetails.cacheReadTokens",
      "ai.usage.cachedInputTokens"),
  CACHE_WRITE(
      "gen_ai.usage.cache_creation.input_tokens",
      "gen_ai.usage.cache_creation_input_tokens",
      "gen_ai.usage.cache_write.input_tokens",
      "llm.token_count.prompt_details.cache_write",
      "gen_ai.usage.details.cache_write_tokens",
      "gen_ai.usage.details.cache_creation_input_tokens",
      "llm.usage.cache_creation_input_tokens",
      "ai.usage.inputTokenDetails.cacheWriteTokens"),
  REASONING(
      "gen_ai.usage.reasoning.output_tokens",
      "gen_ai.usage.reasoning_tokens",
      "gen_ai.usage.output_tokens.reasoning",
      "gen_ai.usage.details.reasoning_tokens",
      "llm.token_count.completion_details.reasoning",
      "llm.usage.reasoning_tokens",
      "ai.usage.outputTokenDetails.reasoningTokens",
      "ai.usage.reasoningTokens"),
  AUDIO_INPUT("llm.token_count.prompt_details.audio"),
  AUDIO_OUTPUT("llm.token_count.completion_details.audio"),
  /** Only since version 6 of the AI SDK. */
  VERCEL_6(
      "ai.usage.inputTokenDetails.noCacheTokens", "ai.usage.inputTokenDetails.cacheReadTokens"),
  /** JSON, which holds the provider's own usage block of calls of Claude. */
  VERCEL_METADATA("ai.response.providerMetadata"),
  /** JSON of a number a kind of token. */
  LANGFUSE_USAGE("langfuse.observation.usage_details"),
  LANGFUSE_LEVEL("langfuse.observation.level"),
  LANGFUSE_MESSAGE("langfuse.observation.status_message"),

  MODEL(
      "gen_ai.response.model",
      "gen_ai.request.model",
      "llm.response.model_name",
      "llm.model_name",
      "embedding.model_name",
      "reranker.model_name",
      "ai.response.model",
      "ai.model.id",
      "langfuse.observation.model.name"),
  PROVIDER(
      "gen_ai.provider.name", "gen_ai.system", "llm.provider", "llm.system", "ai.model.provider"),
  TIER(
      "openai.response.service_tier",
      "gen_ai.openai.response.service_tier",
      "anthropic.response.service_tier",
      "gen_ai.response.service_tier"),

  CONVERSATION(
      "gen_ai.conversation.id", "session.id", "traceloop.association.properties.session_id"),
  USER("user.id", "enduser.id", "traceloop.association.properties.user_id"),
  RESPONSE_ID("gen_ai.response.id", "ai.response.id"),
  ERROR("error.type"),
  SERVER_ADDRESS("server.address"),
  FIRST_CHUNK_SECONDS(
      "gen_ai.response.time_to_first_chunk", "gen_ai.client.operation.time_to_first_chunk"),
  FIRST_CHUNK_MS("ai.response.msToFirstChunk"),
  COST("llm.cost.total", "gen_ai.usage.cost", "gen_ai.usage.total_cost", "operation.cost"),

  FEATURE("tokenledger.feature"),
  ACTIVITY("tokenledger.activity", "ai.telemetry.functionId", "gen_ai.agent.name"),
  CATEGORY("tokenledger.category");

  /** Begins the name of a tag of the sender's own. */
  static final String TAG_PREFIX = "tokenledger.tags.";

  private static final Set<String> ALL =
      Arrays.stream(values()).flatMap(each -> each.names.stream()).collect(Collectors.toSet());

  private final List<String> names;

  Names(String... names) {
    this.names = Stream.of(names).toList();
  }

  public List<String> all() {
    return names;
  }

  /** The name that conventions have for it now, for sentences. */
  public String first() {
    return names.get(0);
  }

  static boolean areRead(String name) {
    return ALL.contains(name) || name.startsWith(TAG_PREFIX);
  }
}
