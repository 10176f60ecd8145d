package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.local.DataDirectory;
import io.tokenledger.local.Installation;
import io.tokenledger.local.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command {@code ./tokenledger}, run as a person runs it. */
final class TokenledgerCommand {

  private static final String MAIN_CLASS = "io.tokenledger.local.cli.Tokenledger";

  private final Installation installation = Installation.current();
  private final DataDirectory data;

  TokenledgerCommand(DataDirectory data) {
    this.data = data;
  }

  /** Past the bash script, which would build first when sources have changed. */
  String up(Ports ports, Map<String, String> environment) {
    return output(
        environment,
        List.of(
            installation.java(),
            "-Xmx192m",
            "-Dtokenledger.root=" + installation.root(),
            "-cp",
            installation.classPath(),
            MAIN_CLASS,
            "up",
            "--detach",
            "--no-demo",
            "--port-base",
            Integer.toString(ports.base()),
            "--data",
            data.root().toString()));
  }

  /** What the command prints; fails the test when its exit code is not 0. */
  String run(String... arguments) {
    return output(Map.of(), withData(arguments));
  }

  /** One that does not end by itself. */
  Process start(String... arguments) throws IOException {
    return new ProcessBuilder(withData(arguments)).start();
  }

  private List<String> withData(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(installation.root().resolve("tokenledger").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data.root().toString()));
    return command;
  }

  private static String output(Map<String, String> environment, List<String> command) {
    try {
      Path errors = Files.createTempFile("tokenledger-errors", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectError(errors.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int exitCode = process.waitFor();
      String complaint = Files.readString(errors);
      Files.delete(errors);
      assertThat(exitCode).as("%s%n%s%n%s", command, printed, complaint).isZero();
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
