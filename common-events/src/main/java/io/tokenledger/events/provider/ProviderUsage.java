package io.tokenledger.events.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.PlainText;
import io.tokenledger.events.provider.tally.NormalizedUsage;
import io.tokenledger.events.provider.tally.UnknownUsageShapeException;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns a provider's own usage block into the ledger's counts. Pure and thread-safe. */
public final class ProviderUsage {

  private static final int NAMED_FIELDS = 8;

  /** The first that recognises the block reads it: narrow shapes stand before wide ones. */
  private static final List<UsageFamily> FAMILIES =
      List.of(
          new OtelUsage(),
          new BedrockInvokeUsage(),
          new GeminiUsage(),
          new BedrockConverseUsage(),
          new OllamaUsage(),
          new CohereUsage(),
          new MediaUsage(),
          new EmbeddingUsage(),
          new XaiUsage(),
          new GoogleCompatibleUsage(),
          new OpenAiChatUsage(),
          new AnthropicUsage(),
          new OpenAiResponsesUsage());

  private ProviderUsage() {}

  /**
   * Reads a usage block, the whole response that holds one, or the array of a stream's chunks.
   *
   * @param provider such as {@code openai}; any other name is fine, the block's shape decides
   * @param rawUsage read with big decimals kept, where costs must be exact to the last digit
   * @throws UnknownUsageShapeException when no known block is found, or a field of it is not a
   *     count between 0 and {@link io.tokenledger.events.UsageLimits#MAX_TOKENS}
   */
  public static NormalizedUsage of(String provider, JsonNode rawUsage) {
    if (rawUsage == null || !rawUsage.isContainerNode()) {
      throw new UnknownUsageShapeException("the usage block is missing: no JSON object");
    }
    String name = provider == null ? "" : provider.toLowerCase(Locale.ROOT);
    List<JsonNode> chunks = UsageLocation.chunks(rawUsage);
    boolean ofEmbedding = chunks.stream().anyMatch(UsageLocation::carriesEmbeddings);
    JsonNode block = UsageStream.fold(blocks(name, chunks, ofEmbedding));
    UsageBlock usage = UsageBlock.of(block, ofEmbedding);
    UsageTally tally = new UsageTally();
    family(name, usage).orElseThrow().read(usage, tally);
    return tally.settle(ServiceTier.of(block, chunks));
  }

  private static List<JsonNode> blocks(String provider, List<JsonNode> chunks, boolean embedding) {
    List<JsonNode> known =
        chunks.stream()
            .map(UsageLocation::block)
            .filter(block -> family(provider, UsageBlock.of(block, embedding)).isPresent())
            .toList();
    if (known.isEmpty()) {
      throw new UnknownUsageShapeException(nothingKnown(chunks));
    }
    return known;
  }

  private static Optional<UsageFamily> family(String provider, UsageBlock usage) {
    return FAMILIES.stream().filter(family -> family.recognises(provider, usage)).findFirst();
  }

  private static String nothingKnown(List<JsonNode> chunks) {
    String fields =
        chunks.stream()
            .map(UsageLocation::block)
            .flatMap(block -> block.propertyStream().map(field -> PlainText.of(field.getKey())))
            .distinct()
            .limit(NAMED_FIELDS)
            .collect(Collectors.joining(", "));
    return "no known usage block: prompt_tokens, input_tokens, promptTokenCount and the like are"
        + " missing among the fields ["
        + fields
        + "]";
  }
}
