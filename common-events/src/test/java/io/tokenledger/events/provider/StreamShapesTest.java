package io.tokenledger.events.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.provider.tally.NormalizedUsage;
import io.tokenledger.events.provider.tally.Origin;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chunks of streams, and single final events, that the recorded responses do not show. */
class StreamShapesTest {

  record Shape(String name, String provider, String json, TokenCounts counts) {

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void isCounted(Shape shape) {
    NormalizedUsage usage =
        ProviderUsage.of(
            Origin.of(shape.provider(), ""),
            RecordedResponses.json(shape.json().replace('\'', '"')));
    assertThat(usage.tokens()).isEqualTo(shape.counts());
    assertThat(usage.complete()).isTrue();
  }

  private static Shape shape(String name, String provider, TokenCounts counts, String... chunks) {
    String json = chunks.length == 1 ? chunks[0] : "[" + String.join(",", chunks) + "]";
    return new Shape(name, provider, json, counts);
  }

  private static TokenCounts counts(long input, long output, long read, long write, long thought) {
    return TokenCounts.inOrder(input, output, read, write, 0, 0, thought, 0, 0);
  }

  private static Stream<Shape> shapes() {
    return Stream.of(openAiShapes(), compatibleShapes(), otherShapes()).flatMap(shapes -> shapes);
  }

  private static Stream<Shape> openAiShapes() {
    return Stream.of(
        shape(
            "Azure: content filters first, usage last",
            "azure",
            counts(20, 12, 8, 0, 5),
            "{'choices':[],'prompt_filter_results':[{'prompt_index':0}],'usage':null}",
            "{'choices':[{'delta':{'content':'hi'}}],'usage':null}",
            "{'choices':[],'usage':{'prompt_tokens':20,'completion_tokens':12,"
                + "'prompt_tokens_details':{'cached_tokens':8},"
                + "'completion_tokens_details':{'reasoning_tokens':5}}}"),
        shape(
            "Responses: cut off by a limit",
            "openai",
            counts(30, 16, 10, 0, 16),
            "{'type':'response.created','response':{'status':'in_progress','usage':null}}",
            "{'type':'response.incomplete','response':{'status':'incomplete','usage':"
                + "{'input_tokens':30,'input_tokens_details':{'cached_tokens':10},"
                + "'output_tokens':16,'output_tokens_details':{'reasoning_tokens':16}}}}"),
        shape(
            "Responses: failed half-way",
            "openai",
            counts(30, 3, 0, 0, 0),
            "{'type':'response.in_progress','response':{'usage':null}}",
            "{'type':'response.failed','response':{'status':'failed','error':{'code':'x'},"
                + "'usage':{'input_tokens':30,'output_tokens':3}}}"),
        shape(
            "Responses: the final event alone",
            "azure",
            counts(30, 3, 0, 7, 0),
            "{'type':'response.completed','response':{'usage':{'input_tokens':30,"
                + "'input_tokens_details':{'cached_tokens':0,'cache_write_tokens':7},"
                + "'output_tokens':3,'total_tokens':33}}}"));
  }

  private static Stream<Shape> compatibleShapes() {
    String groq = "{'prompt_tokens':18,'completion_tokens':7,'queue_time':0.28}";
    String both = "{'choices':[],'usage':%s,'x_groq':{'id':'r','usage':%s}}".formatted(groq, groq);
    String inside = "{'choices':[],'usage':null,'x_groq':{'id':'r','usage':%s}}".formatted(groq);
    return Stream.of(
        shape("Groq: repeated in and beside x_groq", "groq", counts(18, 7, 0, 0, 0), both, both),
        shape("Groq: in x_groq only", "groq", counts(18, 7, 0, 0, 0), inside, inside),
        shape(
            "Mistral: the cached part at the top only",
            "mistral",
            counts(268, 5, 224, 0, 0),
            "{'choices':[{'finish_reason':'stop'}],'usage':{'prompt_tokens':268,"
                + "'completion_tokens':5,'total_tokens':273,'num_cached_tokens':224}}"),
        shape(
            "DeepSeek: cache hits and misses only",
            "deepseek",
            counts(976, 61, 896, 0, 0),
            "{'choices':[],'usage':{'prompt_tokens':976,'completion_tokens':61,"
                + "'prompt_cache_hit_tokens':896,'prompt_cache_miss_tokens':80}}"),
        shape(
            "OpenRouter: Claude, cache inside the prompt",
            "openrouter",
            counts(2_572, 63, 100, 2_469, 0),
            "{'choices':[{'delta':{'content':'x'}}]}",
            "{'choices':[],'usage':{'prompt_tokens':2572,'completion_tokens':63,"
                + "'prompt_tokens_details':{'cached_tokens':100,'cache_write_tokens':2469}}}"),
        shape(
            "xAI: cumulative in every chunk, reasoning outside",
            "xai",
            counts(32, 90, 6, 0, 81),
            "{'usage':{'prompt_tokens':32,'completion_tokens':0,'total_tokens':72,"
                + "'completion_tokens_details':{'reasoning_tokens':40}}}",
            "{'usage':{'prompt_tokens':32,'completion_tokens':9,'total_tokens':122,"
                + "'prompt_tokens_details':{'cached_tokens':6},"
                + "'completion_tokens_details':{'reasoning_tokens':81}}}"),
        shape(
            "Gemini behind the OpenAI API: hidden thoughts in the total",
            "google",
            counts(66, 34, 0, 0, 0),
            "{'choices':[{'delta':{}}],'usage':{'prompt_tokens':66,'completion_tokens':2,"
                + "'total_tokens':68}}",
            "{'choices':[],'usage':{'prompt_tokens':66,'completion_tokens':6,"
                + "'total_tokens':100}}"));
  }

  private static Stream<Shape> otherShapes() {
    return Stream.of(
        shape(
            "Anthropic: the final delta alone",
            "anthropic",
            counts(115, 31, 50, 40, 0),
            "{'type':'message_delta','usage':{'input_tokens':25,'cache_read_input_tokens':50,"
                + "'cache_creation_input_tokens':40,'output_tokens':31}}"),
        shape(
            "Bedrock Converse: the metadata event without its wrapper",
            "bedrock",
            counts(15, 2, 8, 4, 0),
            "{'messageStop':{'stopReason':'end_turn'}}",
            "{'usage':{'inputTokens':3,'outputTokens':2,'totalTokens':17,"
                + "'cacheReadInputTokens':8,'cacheReadInputTokenCount':8,"
                + "'cacheWriteInputTokens':4,'cacheWriteInputTokenCount':4},"
                + "'metrics':{'latencyMs':551}}"),
        shape(
            "Bedrock InvokeModel: metrics of the last chunk",
            "bedrock",
            counts(25, 15, 0, 0, 0),
            "{'generation':'Hi','prompt_token_count':25,'generation_token_count':1}",
            "{'generation':'','generation_token_count':15,'stop_reason':'stop',"
                + "'amazon-bedrock-invocationMetrics':{'inputTokenCount':25,"
                + "'outputTokenCount':15}}"),
        shape(
            "Vertex: thoughts and tool prompts, cumulative",
            "vertex_ai",
            counts(30, 16, 6, 0, 12),
            "{'usageMetadata':{'promptTokenCount':20,'trafficType':'ON_DEMAND'}}",
            "{'usageMetadata':{'promptTokenCount':20,'thoughtsTokenCount':9}}",
            "{'usageMetadata':{'promptTokenCount':20,'toolUsePromptTokenCount':10,"
                + "'cachedContentTokenCount':6,'candidatesTokenCount':4,"
                + "'thoughtsTokenCount':12,'totalTokenCount':46}}"),
        shape(
            "Cohere: message-end",
            "cohere",
            counts(62, 28, 0, 0, 0),
            "{'type':'message-start','delta':{'message':{}}}",
            "{'type':'message-end','delta':{'usage':{'billed_units':{'input_tokens':62,"
                + "'output_tokens':28},'tokens':{'input_tokens':968,'output_tokens':83}}}}"));
  }
}
