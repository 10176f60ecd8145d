package io.tokenledger.pricing.names;

import io.tokenledger.events.ModelName;
import io.tokenledger.events.ProviderNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who sells a model, where price lists call the provider by another name than the event. */
public final class Sellers {

  private static final String BEDROCK = "bedrock";
  private static final String VERTEX = "vertex_ai";
  private static final String ANTHROPIC = "anthropic";

  /** Sells nothing, and names the provider before the model. */
  private static final String LITELLM = "litellm";

  private static final String LITELLM_PROXY = "litellm_proxy";

  private Sellers() {}

  /** The model as it may be listed by others than its provider, in the order to ask. */
  public static List<ModelName> of(ModelName sent) {
    List<ModelName> names = new ArrayList<>();
    routed(sent).forEach(names::add);
    addressed(sent).map(sent::of).forEach(names::add);
    ProviderNames.listed(sent.provider()).stream().map(sent::of).forEach(names::add);
    return names.stream().filter(name -> !name.equals(sent)).distinct().toList();
  }

  private static Stream<ModelName> routed(ModelName sent) {
    String provider = sent.provider();
    int slash = sent.name().indexOf('/');
    boolean isRouter =
        ProviderNames.isListedAs(LITELLM, provider)
            || ProviderNames.isListedAs(LITELLM_PROXY, provider);
    if (!isRouter || slash <= 0) {
      return Stream.empty();
    }
    String behind = sent.name().substring(0, slash).toLowerCase(Locale.ROOT);
    String model = sent.name().substring(slash + 1);
    return Stream.concat(Stream.of(behind), ProviderNames.listed(behind).stream())
        .map(seller -> new ModelName(seller, model));
  }

  /**
   * Whose names the model's is. Clients name the maker of a model as its provider, too, whoever
   * serves it: Bedrock puts the maker into the name, and only Vertex AI has versions of Claude
   * behind an {@code @}.
   */
  private static Stream<String> addressed(ModelName sent) {
    String name = sent.name();
    if (ResourceNames.isOfBedrock(name) || isNamedByBedrock(sent)) {
      return Stream.of(BEDROCK);
    }
    boolean claudeOnVertex =
        name.indexOf('@') >= 0 && ProviderNames.isListedAs(ANTHROPIC, sent.provider());
    return claudeOnVertex || ResourceNames.isOfVertex(name) ? Stream.of(VERTEX) : Stream.empty();
  }

  /** {@code anthropic.claude-…} or {@code eu.anthropic.claude-…} of the provider Anthropic. */
  private static boolean isNamedByBedrock(ModelName sent) {
    return isNamedByBedrock(sent.name(), sent.provider())
        || ProviderNames.listed(sent.provider()).stream()
            .anyMatch(maker -> isNamedByBedrock(sent.name(), maker));
  }

  private static boolean isNamedByBedrock(String name, String maker) {
    int firstDot = name.indexOf('.');
    return firstDot >= 0
        && (name.startsWith(maker + ".") || name.startsWith(maker + ".", firstDot + 1));
  }
}
