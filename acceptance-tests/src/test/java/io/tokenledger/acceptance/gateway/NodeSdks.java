package io.tokenledger.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The SDKs for Node that OpenAI, Anthropic and Vercel publish, and the scripts of {@code
 * src/test/sdk}, which call by them. They are installed into {@code target}, again only when their
 * versions change.
 */
public final class NodeSdks {

  private static final Path MODULE =
      Path.of(System.getProperty("tokenledger.root"), "acceptance-tests");
  private static final String LOCK = "package-lock.json";
  private static final String INSTALLED_LOCK = "node_modules/.installed-lock.json";
  private static final int PATIENCE_SECONDS = 120;

  private final ObjectMapper json = new ObjectMapper();
  private final Path folder = MODULE.resolve("target/sdk");

  public NodeSdks() {
    try {
      Files.createDirectories(folder);
      copyScripts();
      if (!isInstalled()) {
        run(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"), Map.of());
        Files.copy(folder.resolve(LOCK), folder.resolve(INSTALLED_LOCK));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a script to its end.
   *
   * @return what each of its calls gave, by name
   */
  public Map<String, JsonNode> run(String script, GatewayOrg org) throws IOException {
    return run(script, org, Map.of());
  }

  /**
   * @param more variables of its environment
   */
  public Map<String, JsonNode> run(String script, GatewayOrg org, Map<String, String> more)
      throws IOException {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("GATEWAY_URL", org.gatewayUrl());
    environment.put("TOKENLEDGER_TOKEN", org.secret());
    Map<String, JsonNode> told = new LinkedHashMap<>();
    String printed = run(List.of("node", script), environment);
    for (String line : printed.lines().toList()) {
      JsonNode call = json.readTree(line);
      told.put(call.required("name").textValue(), call);
    }
    return told;
  }

  private void copyScripts() throws IOException {
    try (Stream<Path> files = Files.list(MODULE.resolve("src/test/sdk"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private boolean isInstalled() throws IOException {
    Path installed = folder.resolve(INSTALLED_LOCK);
    return Files.exists(installed) && Files.mismatch(installed, folder.resolve(LOCK)) < 0;
  }

  private String run(List<String> command, Map<String, String> environment) throws IOException {
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process
        .onExit()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .exceptionally(late -> process.destroyForcibly());
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String complaint = Files.readString(errors);
    Files.delete(errors);
    assertThat(process.onExit().join().exitValue()).as("%s: %s", command, complaint).isZero();
    return printed;
  }
}
