package io.tokenledger.events.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.PlainText;
import io.tokenledger.events.provider.library.AgentsUsage;
import io.tokenledger.events.provider.library.LangChain4jUsage;
import io.tokenledger.events.provider.library.LangChainUsage;
import io.tokenledger.events.provider.library.PydanticAiUsage;
import io.tokenledger.events.provider.library.SpringAiUsage;
import io.tokenledger.events.provider.library.VercelUsage;
import io.tokenledger.events.provider.response.BilledTools;
import io.tokenledger.events.provider.response.ProviderCost;
import io.tokenledger.events.provider.response.ServedAs;
import io.tokenledger.events.provider.response.ServerTools;
import io.tokenledger.events.provider.response.UsageLocation;
import io.tokenledger.events.provider.response.UsageStream;
import io.tokenledger.events.provider.tally.NormalizedUsage;
import io.tokenledger.events.provider.tally.Origin;
import io.tokenledger.events.provider.tally.UnknownUsageShapeException;
import io.tokenledger.events.provider.tally.UnreadCounts;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns a provider's own usage block into the ledger's counts. Pure and thread-safe. */
public final class ProviderUsage {

  private static final int NAMED_FIELDS = 8;

  /** The first that recognises the block reads it: narrow shapes stand before wide ones. */
  private static final List<UsageFamily> FAMILIES =
      List.of(
          new OtelUsage(),
          new LangChain4jUsage(),
          new BedrockInvokeUsage(),
          new SpringAiUsage(),
          new GeminiUsage(),
          new AgentsUsage(),
          new VercelUsage(),
          new BedrockConverseUsage(),
          new OllamaUsage(),
          new CohereUsage(),
          new MediaUsage(),
          new PydanticAiUsage(),
          new InteractionsUsage(),
          new EmbeddingUsage(),
          new PerplexityUsage(),
          new XaiUsage(),
          new GoogleCompatibleUsage(),
          new OpenAiChatUsage(),
          new LangChainUsage(),
          new AnthropicUsage(),
          new OpenAiResponsesUsage());

  private ProviderUsage() {}

  /**
   * Reads a usage block, the whole response that holds one, or the array of a stream's chunks.
   *
   * @param origin any provider's name is fine, the block's shape decides
   * @param rawUsage read with big decimals kept, where costs must be exact to the last digit
   * @throws UnknownUsageShapeException when no known block is found, a field of it is not a count
   *     between 0 and {@link io.tokenledger.events.UsageLimits#MAX_TOKENS}, or it holds tokens that
   *     no known shape has
   */
  public static NormalizedUsage of(Origin origin, JsonNode rawUsage) {
    if (rawUsage == null || !rawUsage.isContainerNode()) {
      throw new UnknownUsageShapeException("the usage block is missing: no JSON object");
    }
    List<JsonNode> chunks = UsageLocation.chunks(rawUsage);
    boolean ofEmbedding = chunks.stream().anyMatch(UsageLocation::carriesEmbeddings);
    JsonNode block = UsageStream.fold(blocks(origin, chunks, ofEmbedding));
    JsonNode chosen =
        UsageLocation.nativeBlock(block)
            .filter(inner -> family(UsageBlock.of(inner, origin, ofEmbedding)).isPresent())
            .orElse(block);
    return read(UsageBlock.of(chosen, origin, ofEmbedding), chosen, chunks);
  }

  private static NormalizedUsage read(UsageBlock usage, JsonNode block, List<JsonNode> chunks) {
    UsageTally tally = new UsageTally();
    family(usage).orElseThrow(() -> nothingKnown(List.of(block))).read(usage, tally);
    ServedAs.read(block, chunks, tally);
    ProviderCost.read(usage, chunks, tally);
    ServerTools.read(usage, tally);
    BilledTools.read(chunks, usage.origin(), tally);
    UnreadCounts.check(usage, block, tally);
    return tally.settle();
  }

  /** What stands where usage stands is folded even if it tells too little to be recognised. */
  private static List<JsonNode> blocks(Origin origin, List<JsonNode> chunks, boolean embedding) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode chunk : chunks) {
      UsageLocation.block(chunk)
          .or(
              () ->
                  Optional.of(chunk)
                      .filter(bare -> family(UsageBlock.of(bare, origin, embedding)).isPresent()))
          .ifPresent(found::add);
    }
    if (found.isEmpty()) {
      chunks.forEach(chunk -> UsageLocation.bedrockMetrics(chunk).ifPresent(found::add));
    }
    if (found.isEmpty()) {
      throw nothingKnown(chunks);
    }
    return found;
  }

  private static Optional<UsageFamily> family(UsageBlock usage) {
    return FAMILIES.stream().filter(family -> family.recognises(usage)).findFirst();
  }

  private static UnknownUsageShapeException nothingKnown(List<JsonNode> blocks) {
    String fields =
        blocks.stream()
            .flatMap(block -> block.propertyStream().map(field -> PlainText.of(field.getKey())))
            .distinct()
            .limit(NAMED_FIELDS)
            .collect(Collectors.joining(", "));
    return new UnknownUsageShapeException(
        "no known usage block: prompt_tokens, input_tokens, promptTokenCount and the like are"
            + " missing among the fields ["
            + fields
            + "]");
  }
}
