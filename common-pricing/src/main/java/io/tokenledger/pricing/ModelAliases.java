package io.tokenledger.pricing;

import io.tokenledger.events.ModelName;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The other names under which a model may be listed: without its {@code models/} or {@code
 * provider/} prefix, without its dated suffix, without both. Never a bare prefix match, which would
 * bill a newer and dearer model at the older one's price; and never without what makes an entry of
 * its own, such as {@code :free} or a regional {@code us.}.
 */
final class ModelAliases {

  private static final String MODELS_PREFIX = "models/";

  private static final Pattern DATED_SUFFIX =
      Pattern.compile("-20\\d\\d(-?)(?:0[1-9]|1[0-2])\\1(?:0[1-9]|[12]\\d|3[01])$");

  private ModelAliases() {}

  /** In the order in which they are tried; the name itself is not among them. */
  static List<ModelName> of(ModelName model) {
    String withoutPrefix = withoutPrefix(model.provider(), model.name());
    return Stream.of(withoutPrefix, withoutDate(model.name()), withoutDate(withoutPrefix))
        .distinct()
        .filter(name -> !name.isEmpty() && !name.equals(model.name()))
        .map(name -> new ModelName(model.provider(), name))
        .toList();
  }

  private static String withoutPrefix(String provider, String modelName) {
    if (modelName.startsWith(MODELS_PREFIX)) {
      return modelName.substring(MODELS_PREFIX.length());
    }
    boolean prefixed =
        modelName.length() > provider.length()
            && modelName.startsWith(provider)
            && modelName.charAt(provider.length()) == '/';
    return prefixed ? modelName.substring(provider.length() + 1) : modelName;
  }

  private static String withoutDate(String modelName) {
    return DATED_SUFFIX.matcher(modelName).replaceFirst("");
  }
}
