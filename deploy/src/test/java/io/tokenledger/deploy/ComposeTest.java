package io.tokenledger.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** docker-compose.yml is as safe to run as docs/containers.md says. */
class ComposeTest {

  private static final String TMP = "/tmp:exec,size=64m";
  private static final Set<String> ONE_SHOTS = Set.of("topics");
  private static final Set<String> OURS =
      Set.of("usage-query", "usage-ingest", "pricing-service", "usage-aggregator", "chat-gateway");

  /** A name, a colon and a version; the default of a variable counts. */
  private static final Pattern PINNED =
      Pattern.compile("[a-z0-9./-]+:(\\$\\{[A-Z_]+:-)?v?[0-9]+\\.[0-9]+[0-9A-Za-z._-]*}?");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:?[-?][^}]*)?}");
  private static final Pattern SECRET = Pattern.compile("(.*_)?(PASSWORD|TOKEN|SECRET|JAAS)(_.*)?");

  private static final ComposeFile COMPOSE = ComposeFile.read();

  @ParameterizedTest
  @MethodSource("services")
  void imageIsPinned(String name, JsonNode service) {
    String image = service.path("image").asText();
    assertThat(image.replaceFirst("^\\$\\{[A-Z_]+:-(.*)}$", "$1")).matches(PINNED);
  }

  @ParameterizedTest
  @MethodSource("services")
  void portsAreOpenToThisMachineOnly(String name, JsonNode service) {
    assertThat(service.path("ports")).allMatch(port -> port.asText().startsWith("127.0.0.1:"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void healthIsCheckedAndMemoryBounded(String name, JsonNode service) {
    assertThat(service.has("healthcheck")).isEqualTo(!ONE_SHOTS.contains(name));
    assertThat(service.path("mem_limit").asText()).isNotEmpty();
    assertThat(service.path("restart").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("services")
  void logsDoNotFillTheDisk(String name, JsonNode service) {
    JsonNode options = service.path("logging").path("options");
    assertThat(options.path("max-size").asText()).isNotEmpty();
    assertThat(options.path("max-file").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("services")
  void gainsNoPrivileges(String name, JsonNode service) {
    assertThat(service.path("security_opt"))
        .extracting(JsonNode::asText)
        .containsExactly("no-new-privileges:true");
    if (OURS.contains(name)) {
      assertThat(service.path("read_only").asBoolean()).isTrue();
      assertThat(service.path("cap_drop")).extracting(JsonNode::asText).containsExactly("ALL");
      // Without exec, events compressed with zstd cannot be read.
      assertThat(service.path("tmpfs")).extracting(JsonNode::asText).containsExactly(TMP);
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void secretsComeFromTheEnvironment(String name, JsonNode service) {
    service
        .path("environment")
        .properties()
        .forEach(
            variable -> {
              if (SECRET.matcher(variable.getKey()).matches()) {
                assertThat(variable.getValue().asText())
                    .as(variable.getKey())
                    .matches("\\$\\{[A-Z_]+(-|:\\?[^}]*)}");
              }
            });
  }

  @Test
  void theExampleHasEveryVariableWithoutDefault() throws IOException {
    Properties example = new Properties();
    try (var text = Files.newBufferedReader(ComposeFile.root("deploy/compose.env.example"))) {
      example.load(text);
    }
    assertThat(example.stringPropertyNames()).containsAll(COMPOSE.required(VARIABLE));
    assertThat(example)
        .allSatisfy(
            (variable, value) -> {
              if (variable.toString().endsWith("PASSWORD")) {
                assertThat(value.toString()).startsWith("insecure-");
              }
            });
  }

  @Test
  void whatIsMountedFromTheSourcesIsThere() {
    Stream<String> ours =
        COMPOSE.mounts().filter(path -> !path.contains("/target")).filter(ComposeTest::isOurs);
    assertThat(ours).isNotEmpty().allMatch(path -> Files.exists(ComposeFile.root(path)));
  }

  /** The image's base and the one of compose are the same. */
  @Test
  void theBaseOfTheImagesIsTheSameInBothFiles() throws IOException {
    String dockerfile = Files.readString(ComposeFile.root("deploy/Dockerfile"));
    Matcher base = Pattern.compile("ARG BASE_IMAGE=(\\S+)").matcher(dockerfile);
    assertThat(base.find()).isTrue();
    assertThat(COMPOSE.service("topics").path("image").asText())
        .isEqualTo("${TOKENLEDGER_BASE_IMAGE:-" + base.group(1) + "}");
  }

  /** What monitoring brings is tested where it is. */
  private static boolean isOurs(String path) {
    return !path.startsWith("./deploy/prometheus") && !path.startsWith("./deploy/grafana");
  }

  static Stream<Arguments> services() {
    return COMPOSE.services().map(entry -> arguments(entry.getKey(), entry.getValue()));
  }
}
