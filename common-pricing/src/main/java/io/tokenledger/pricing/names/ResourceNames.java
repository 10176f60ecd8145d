package io.tokenledger.pricing.names;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names by which clouds address a model. One that stands for something a customer made (an
 * application inference profile, a provisioned or custom model, an endpoint) says nothing about the
 * model behind it, so that only an alias can.
 */
final class ResourceNames {

  /** An inference profile of Amazon's is named by its id, which begins with its geography. */
  private static final Pattern BEDROCK =
      Pattern.compile(
          "arn:aws[a-z-]*:bedrock:([a-z0-9-]*):\\d*:(foundation-model|inference-profile)/([^/]+)");

  /** In which region a model is asked for; LiteLLM names it so. */
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(?:-[a-z]+)+-\\d/(.+)");

  /** Of a project, without one, or in the address of a request. */
  private static final Pattern VERTEX =
      Pattern.compile("(?:.*/)?publishers/([^/]+)/models/([^/:]+)(?::\\w+)?");

  /** In the path of a request, or as a resource of a subscription. */
  private static final Pattern AZURE =
      Pattern.compile(
          "(?:(?:https://[^/]+/|/)?openai/|/subscriptions/.+/)?deployments/([^/?]+)(?:[/?].*)?");

  private static final Pattern AZURE_REGISTRY =
      Pattern.compile("azureml://registries/[^/]+/models/([^/]+)/(?:versions|labels)/([^/]+)");

  private ResourceNames() {}

  /** The model's names, the more exact one first; none when it is no such name. */
  static List<String> modelsIn(String name) {
    String plain = unescaped(name);
    if (!plain.equals(name)) {
      return List.of(plain);
    }
    if (name.indexOf('/') < 0) {
      return List.of();
    }
    return Stream.of(bedrock(name), vertex(name), azure(name)).flatMap(List::stream).toList();
  }

  static boolean isOfBedrock(String name) {
    String plain = unescaped(name);
    return plain.startsWith("arn:aws") && plain.contains(":bedrock:");
  }

  static boolean isOfVertex(String name) {
    return VERTEX.matcher(unescaped(name)).matches();
  }

  /** Some models cost more in one region than in another, and are listed with it. */
  private static List<String> bedrock(String name) {
    Matcher regional = REGION.matcher(name);
    if (regional.matches()) {
      return List.of(regional.group(1));
    }
    Matcher arn = BEDROCK.matcher(name);
    if (!arn.matches()) {
      return List.of();
    }
    String model = arn.group(3);
    return arn.group(2).equals("foundation-model")
        ? List.of(arn.group(1) + "/" + model, model)
        : List.of(model);
  }

  private static List<String> vertex(String name) {
    Matcher model = VERTEX.matcher(name);
    return model.matches()
        ? List.of(model.group(1) + "/" + model.group(2), model.group(2))
        : List.of();
  }

  private static List<String> azure(String name) {
    Matcher deployment = AZURE.matcher(name);
    Matcher registered = AZURE_REGISTRY.matcher(name);
    if (registered.matches()) {
      return List.of(registered.group(1) + "-" + registered.group(2), registered.group(1));
    }
    return deployment.matches() ? List.of(deployment.group(1)) : List.of();
  }

  /** In the path of a request the name of a resource is escaped. */
  private static String unescaped(String name) {
    return name.indexOf('%') < 0
        ? name
        : name.replace("%3A", ":").replace("%3a", ":").replace("%2F", "/").replace("%2f", "/");
  }
}
