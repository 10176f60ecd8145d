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
    List<JsonNode> blocks = blocks(origin, chunks, ofEmbedding);
    JsonNode block = ofProvider(UsageStream.fold(blocks), origin, ofEmbedding);
    UsageBlock usage = UsageBlock.of(block, origin, ofEmbedding);
    UsageTally tally = new UsageTally();
    family(usage).orElseThrow(() -> nothingKnown(blocks)).read(usage, tally);
    ImageOutput.read(usage, tally);
    ServedAs.read(block, chunks, tally);
    ProviderCost.read(usage, chunks, tally);
    ServerTools.read(usage, tally);
    BilledTools.read(chunks, origin, tally);
    UnreadCounts.check(usage, block, tally);
    if (UsageLocation.holdsSeveralCalls(chunks)) {
      tally.doubt("several calls in one list: the largest of each count is taken");
    }
    return tally.settle();
  }

  private static JsonNode ofProvider(JsonNode block, Origin origin, boolean embedding) {
    return UsageLocation.nativeBlock(block)
        .filter(inner -> isKnown(inner, origin, embedding))
        .orElse(block);
  }

  /** What stands where usage stands is folded even if it tells too little to be recognised. */
  private static List<JsonNode> blocks(Origin origin, List<JsonNode> chunks, boolean embedding) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode chunk : chunks) {
      Optional<JsonNode> block = UsageLocation.block(chunk);
      if (block.isPresent() || isBareBlock(chunks, chunk) || isKnown(chunk, origin, embedding)) {
        found.add(block.orElse(chunk));
      }
    }
    if (found.isEmpty()) {
      chunks.forEach(chunk -> UsageLocation.bedrockMetrics(chunk).ifPresent(found::add));
    }
    if (found.isEmpty()) {
      throw nothingKnown(chunks);
    }
    return found;
  }

  /** What is sent alone is known once it is read, or refused then. */
  private static boolean isBareBlock(List<JsonNode> chunks, JsonNode chunk) {
    return chunks.size() == 1 && UsageLocation.bedrockMetrics(chunk).isEmpty();
  }

  private static boolean isKnown(JsonNode block, Origin origin, boolean embedding) {
    return family(UsageBlock.of(block, origin, embedding)).isPresent();
  }

  private static Optional<UsageFamily> family(UsageBlock usage) {
    for (UsageFamily family : FAMILIES) {
      if (family.recognises(usage)) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
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
