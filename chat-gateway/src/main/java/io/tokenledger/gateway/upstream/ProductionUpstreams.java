package io.tokenledger.gateway.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Finds what no upstream may have in production, each as a sentence that says what to do. */
final class ProductionUpstreams {

  private static final String FILE = "application.properties";
  private static final String INSECURE = "insecure-";

  private ProductionUpstreams() {}

  /**
   * @param sourceOf names where a property was set; null when it was not
   * @throws IllegalStateException with all that is wrong
   */
  static void check(
      List<Upstream> configured, List<Upstream> builtIn, UnaryOperator<String> sourceOf) {
    List<String> found = new ArrayList<>();
    builtIn.forEach(
        upstream ->
            found.add(
                "The upstream %1$s is for trying out: set tokenledger.gateway.%1$s.enabled=false."
                    .formatted(upstream.name())));
    configured.forEach(upstream -> checkUrl(upstream, found));
    configured.forEach(upstream -> checkKey(upstream, sourceOf, found));
    if (!found.isEmpty()) {
      throw new IllegalStateException("Not safe for production: " + String.join(" ", found));
    }
  }

  /** Prompts and keys would be read by whoever listens on the way. */
  private static void checkUrl(Upstream upstream, List<String> found) {
    if (!upstream.isEncrypted() && !upstream.allowPlaintext()) {
      found.add(
          "%1$s.url is not https: change it, or say %1$s.allow-plaintext=true for a server that"
                  .formatted(property(upstream))
              + " nobody else can listen to.");
    }
  }

  private static void checkKey(
      Upstream upstream, UnaryOperator<String> sourceOf, List<String> found) {
    String property = property(upstream) + ".key";
    String source = sourceOf.apply(property);
    if (upstream.key().isPresent() && source != null && source.contains(FILE)) {
      found.add(property + " stands in a properties file: give it by a secret's variable.");
    }
    if (upstream.key().filter(key -> key.startsWith(INSECURE)).isPresent()) {
      found.add(property + " is the secret of an example: set one of your own.");
    }
  }

  private static String property(Upstream upstream) {
    return "tokenledger.gateway.upstreams." + upstream.name();
  }
}
