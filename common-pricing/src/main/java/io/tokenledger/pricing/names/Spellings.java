package io.tokenledger.pricing.names;

import io.tokenledger.events.ProviderNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What else one provider may list a model as: without its {@code models/} or {@code provider/}
 * prefix, out of the {@link ResourceNames name of a resource}, as the fine-tuned model it was made
 * of, without its dated suffix, and any of these together. Never by its beginning, which would bill
 * a newer and dearer model at the older one's price; and never without what makes an entry of its
 * own, such as {@code :free}, {@code ft:} or a regional {@code us.}.
 */
public final class Spellings {

  private static final String MODELS = "models";

  /** {@code ft:base:org:name:id}, the last three in any number. */
  private static final Pattern FINE_TUNED = Pattern.compile("(ft:[^:]+):.*");

  /** Vertex AI has the version behind an {@code @}. */
  private static final Pattern DATED_SUFFIX =
      Pattern.compile(
          "@(?:default|latest|\\d{3})$"
              + "|[-@]20\\d\\d(-?)(?:0[1-9]|1[0-2])\\1(?:0[1-9]|[12]\\d|3[01])$");

  /** Clients of Claude ask so for a window of a million tokens, which the price tells by itself. */
  private static final Pattern LONG_CONTEXT = Pattern.compile("\\[1m]$");

  /**
   * OpenRouter takes these behind any model and lists none of them: they choose among those who
   * serve the model, and its price is that of the model. Others, such as {@code :free}, are models
   * of their own, and {@code :online} adds a search that costs something itself.
   */
  private static final Pattern ROUTING = Pattern.compile(":(?:nitro|floor|exacto)$");

  private static final String OPENROUTER = "openrouter";

  private Spellings() {}

  /** In the order in which they are tried; the name itself is not among them. */
  public static List<String> of(String provider, String modelName) {
    Set<String> found = new LinkedHashSet<>(List.of(modelName));
    Queue<String> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (String shorter : shorter(provider, open.remove())) {
        if (!shorter.isEmpty() && found.add(shorter)) {
          open.add(shorter);
        }
      }
    }
    return found.stream().skip(1).toList();
  }

  private static List<String> shorter(String provider, String modelName) {
    List<String> names = new ArrayList<>();
    names.add(withoutPrefix(provider, modelName));
    names.addAll(ResourceNames.modelsIn(modelName));
    Matcher fineTuned = FINE_TUNED.matcher(modelName);
    if (fineTuned.matches()) {
      names.add(fineTuned.group(1));
    }
    names.add(DATED_SUFFIX.matcher(modelName).replaceFirst(""));
    names.add(LONG_CONTEXT.matcher(modelName).replaceFirst(""));
    if (ProviderNames.isListedAs(OPENROUTER, provider)) {
      names.add(ROUTING.matcher(modelName).replaceFirst(""));
    }
    return names;
  }

  /** Behind {@code provider/} or {@code provider:}, whatever a convention calls the provider. */
  private static String withoutPrefix(String provider, String modelName) {
    if (modelName.startsWith(provider + "/")) {
      return modelName.substring(provider.length() + 1);
    }
    int end = endOfPrefix(modelName);
    String prefix = modelName.substring(0, Math.max(end, 0)).toLowerCase(Locale.ROOT);
    boolean isProvider = !prefix.isEmpty() && ProviderNames.isListedAs(provider, prefix);
    return isProvider || prefix.equals(MODELS) ? modelName.substring(end + 1) : modelName;
  }

  private static int endOfPrefix(String modelName) {
    int slash = modelName.indexOf('/');
    int colon = modelName.indexOf(':');
    return slash < 0 || colon >= 0 && colon < slash ? colon : slash;
  }
}
