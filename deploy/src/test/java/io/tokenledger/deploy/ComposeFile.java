package io.tokenledger.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml with its anchors and merges resolved, which Jackson does not do. */
record ComposeFile(String text, JsonNode content) {

  static ComposeFile read() {
    try {
      String text = Files.readString(root("docker-compose.yml"));
      Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      return new ComposeFile(text, new ObjectMapper().valueToTree(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A path of the repository; tests run in the module's directory. */
  static Path root(String path) {
    return Path.of("..").resolve(path);
  }

  Stream<Map.Entry<String, JsonNode>> services() {
    return content.path("services").properties().stream();
  }

  JsonNode service(String name) {
    return content.path("services").path(name);
  }

  /** Variables that must be set, or may be empty, but have no default. */
  Set<String> required(Pattern variable) {
    return variable
        .matcher(text)
        .results()
        .filter(match -> match.group(2) == null || !match.group(2).startsWith(":-"))
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toSet());
  }

  /** Paths of this repository that are mounted. */
  Stream<String> mounts() {
    return services()
        .flatMap(
            entry -> StreamSupport.stream(entry.getValue().path("volumes").spliterator(), false))
        .map(volume -> volume.asText().split(":")[0])
        .filter(path -> path.startsWith("./"));
  }
}
