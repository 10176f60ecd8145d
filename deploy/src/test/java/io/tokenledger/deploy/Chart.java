package io.tokenledger.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The chart, rendered by Helm itself. */
final class Chart {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path DIRECTORY = ROOT.resolve("deploy/helm/tokenledger");
  static final Path EXAMPLES = ROOT.resolve("deploy/helm/examples");
  static final ObjectMapper YAML = new YAMLMapper();

  private static final Map<Values, String> RENDERED = new ConcurrentHashMap<>();

  /** The values for which the output is kept, and on which every rule is tried. */
  enum Values {
    DEFAULT,
    PRODUCTION,
    MINIMAL,
    /** Everything that can be switched on. */
    EVERYTHING;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Chart() {}

  static String render(Values values) {
    return RENDERED.computeIfAbsent(values, v -> command(v).call());
  }

  static List<Manifest> manifests(Values values) {
    return parse(render(values));
  }

  static List<Manifest> parse(String yaml) {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      return documents.readAll().stream().filter(JsonNode::isObject).map(Manifest::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TemplateCommand command(Values values) {
    TemplateCommand command =
        new Helm(DIRECTORY)
            .template()
            .withName("ledger")
            .withNamespace("tokenledger")
            .withKubeVersion("1.31.0");
    return switch (values) {
      case DEFAULT -> command;
      case MINIMAL -> command.withValuesFile(EXAMPLES.resolve("minimal-values.yaml"));
      case PRODUCTION -> command.withValuesFile(EXAMPLES.resolve("production-values.yaml"));
      case EVERYTHING ->
          command
              .withValuesFile(EXAMPLES.resolve("production-values.yaml"))
              .withValuesFile(Path.of("src/test/resources/everything-values.yaml"));
    };
  }
}
